import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportDefinition } from '#shared/contract/reports.ts';
import type { Span } from '#shared/rules/reports/span.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { ReportDialog } from '../edit/report-dialog.tsx';
import { HandUpDialog } from '../sets/hand-up-dialog.tsx';
import { useReportPaper } from '../use-reports.ts';

interface ReportActionsProps {
  definition: ReportDefinition;
  span: Span;
}

const items = [
  { key: 'edit', label: '修改报表' },
  { key: 'copy', label: '照着新建一张' },
  { type: 'divider' as const },
  { key: 'remove', label: '删除', danger: true },
];

export function ReportActions({ definition, span }: ReportActionsProps) {
  const { uid, name } = definition;
  const [, navigate] = useLocation();
  const mayEdit = useRight('editReports');
  const mayExport = useRight('export');
  const [dialog, setDialog] = useState<'print' | 'edit' | 'copy' | 'handUp' | null>(null);
  const workbook = useStartedJob(client.reports.exportWorkbook);
  const remove = useOperation(client.reports.remove, { success: `已删除“${name}”`, undoable: true });
  const close = () => setDialog(null);

  function choose(key: string): void {
    if (key === 'edit' || key === 'copy') setDialog(key);
    else void remove.run({ uid }).then(({ done }) => done && navigate('/reports'));
  }

  return (
    <>
      {mayEdit && (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
          <Button>更多操作</Button>
        </Dropdown>
      )}
      {mayExport && (
        <>
          <Button loading={workbook.starting} onClick={() => void workbook.start({ uids: [uid], ...span })}>
            导出 Excel
          </Button>
          <Button onClick={() => setDialog('print')}>打印</Button>
        </>
      )}
      {mayEdit && (
        <Button type="primary" onClick={() => setDialog('handUp')}>
          上报
        </Button>
      )}
      {workbook.dialog}
      {dialog === 'print' && <PrintDialog definition={definition} span={span} onClose={close} />}
      {dialog === 'edit' && <ReportDialog report={definition} onDone={close} onClose={close} />}
      {dialog === 'copy' && (
        <ReportDialog
          report={null}
          like={definition}
          onDone={(added) => navigate(`/reports/${added}`)}
          onClose={close}
        />
      )}
      {dialog === 'handUp' && <HandUpDialog uid={uid} span={span} onClose={close} />}
    </>
  );
}

function PrintDialog({
  definition: { uid, name },
  span,
  onClose,
}: ReportActionsProps & { onClose: () => void }) {
  const choice = { uid, ...span };
  const form = useReportPaper(choice);
  const write = useFormWriter(client.reports.writePaper, (format) => ({ ...choice, format }));
  return <FormPreview title={name} form={form} write={write} onClose={onClose} />;
}
