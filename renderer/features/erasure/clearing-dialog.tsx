import { Form } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import { latestClearingDay, LEAST_KEPT_DAYS } from '#shared/rules/erasure/kept-log.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { ConfirmFields, type ConfirmValues } from './confirm-fields.tsx';

interface Values extends ConfirmValues {
  before: string;
}

export function ClearingDialog({ onClose }: { onClose: () => void }) {
  const [latest] = useState(() => latestClearingDay(localDay(Date.now())));
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.erasure.startClearing, { repeat: false, isSave: false });

  async function clear({ before, userUid, password }: Values): Promise<void> {
    const outcome = await start.run({ before, confirm: { userUid, password } });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <FormDialog<Values>
        title="清理旧的改动明细"
        verb="清理，不能恢复"
        needsButton
        busy={start.running}
        initialValues={{ before: latest }}
        onSubmit={(values) => void clear(values)}
        onClose={onClose}
      >
        <p>
          平时不需要清理，数据文件太大时才用。操作日志的每一行(谁、何时、做了什么)永远保留，只去掉这天以前每个格子改动前后的内容，去掉后那些操作不能再撤销。
        </p>
        <Form.Item
          name="before"
          label="清理这天以前的"
          extra={`最晚 ${latest}：最近 ${LEAST_KEPT_DAYS} 天的必须保留。`}
          rules={[{ required: true, message: '请选择日期' }]}
        >
          <DayField />
        </Form.Item>
        <ConfirmFields />
      </FormDialog>
      <JobDialog uid={jobUid} stoppable={false} onDone={onClose} onClose={() => setJobUid(null)} />
    </>
  );
}
