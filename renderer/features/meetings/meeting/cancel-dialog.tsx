import { Form } from 'antd';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

/** A cancelled meeting stays in the list with the reason. */
export function CancelDialog({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const cancel = useOperation(client.meetings.cancel, { success: '已取消会议', undoable: true });

  async function save({ reason }: { reason: string }): Promise<void> {
    const outcome = await cancel.run({ uid: meeting.uid, reason });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<{ reason: string }>
      title={`取消“${meeting.title}”`}
      verb="取消会议"
      busy={cancel.running}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, message: '请写明取消的原因' }]}
      >
        <FirstText maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
