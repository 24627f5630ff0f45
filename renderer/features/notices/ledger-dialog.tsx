import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

interface Values {
  range: [Dayjs, Dayjs];
}

/** Ledger and reply statistics of a span of days, this year's without choosing. */
export function LedgerDialog({ onClose }: { onClose: () => void }) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.notices.exportLedger, { isSave: false, repeat: false });

  async function submit({ range: [from, to] }: Values): Promise<void> {
    const outcome = await start.run({ from: from.format('YYYY-MM-DD'), to: to.format('YYYY-MM-DD') });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  if (jobUid !== null) return <JobDialog uid={jobUid} onClose={onClose} />;
  return (
    <FormDialog<Values>
      title="导出督办通知台账和反馈情况"
      verb="导出"
      busy={start.running}
      initialValues={{ range: [dayjs().startOf('year'), dayjs()] }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="range" label="印发日期">
        <DatePicker.RangePicker allowClear={false} />
      </Form.Item>
    </FormDialog>
  );
}
