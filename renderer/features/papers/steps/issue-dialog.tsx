import { Form } from 'antd';
import dayjs from 'dayjs';
import type { PaperDetail } from '#shared/contract/papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

/** 印发: the day of printing goes in, and the text stays as it is from then on. */
export function IssueDialog({ paper, onClose }: { paper: PaperDetail; onClose: () => void }) {
  const issue = useOperation(client.papers.issue, { success: '已印发' });

  async function submit(day: string): Promise<void> {
    const outcome = await issue.run({ uid: paper.uid, day });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<{ day: string }>
      title={`印发 ${paper.number}`}
      verb="印发"
      busy={issue.running}
      initialValues={{ day: dayjs().format('YYYY-MM-DD') }}
      onSubmit={({ day }) => void submit(day)}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>印发后内容不能再改；确有错误只能作废，另发新的公文。</p>
      <Form.Item name="day" label="印发日期">
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}
