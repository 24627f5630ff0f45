import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { ForeignFormDetail } from '#shared/contract/foreign-forms.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Waiting } from '#renderer/ui/waiting.tsx';
import { FillActions } from './fill/fill-actions.tsx';
import { FormMenu } from './form-menu.tsx';
import { PointingWork } from './pointing/pointing-work.tsx';
import { useForeignForm } from './use-forms.ts';
import { useOpened } from './use-opened.ts';

/** One form: its sheets, what was pointed at, and the way to fill it. */
export function ForeignFormPage() {
  const { uid = '' } = useParams();
  const query = useForeignForm(uid);
  return (
    <QueryView query={query}>
      {(form) => <OpenForm key={`${form.uid} ${form.addedAt}`} form={form} />}
    </QueryView>
  );
}

function OpenForm({ form }: { form: ForeignFormDetail }) {
  const opened = useOpened(form);
  const [periodUid, setPeriodUid] = useState<string | null>(null);
  return (
    <PageFrame
      title={form.name}
      note={form.pointed === 0 ? '点单元格，在右边选填什么' : `已指定 ${form.pointed} 处`}
      actions={
        <>
          <FormMenu form={form} />
          <FillActions form={form} onPeriod={setPeriodUid} />
        </>
      }
    >
      {opened.status === 'running' && <Waiting />}
      {opened.status === 'failed' && (
        <Alert type="warning" showIcon title="没有打开" description={opened.problem} />
      )}
      {opened.status === 'done' && <PointingWork form={form} layout={opened.result} periodUid={periodUid} />}
    </PageFrame>
  );
}
