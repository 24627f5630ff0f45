import { Form, Input } from 'antd';
import type { Attendee } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface ReplyDialogProps {
  kind: 'leave' | 'substitute';
  attendees: readonly Attendee[];
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  reason?: string;
  substituteName?: string;
  substitutePost?: string;
}

/** Leave with its reason, or who comes instead. */
export function ReplyDialog({ kind, attendees, onDone, onClose }: ReplyDialogProps) {
  const setReply = useOperation(client.meetings.setReply, { success: '已登记回复', undoable: true });
  const names = attendees.map(({ name }) => name).join('、');

  async function save({ reason = '', substituteName = '', substitutePost = '' }: Values): Promise<void> {
    const uids = attendees.map(({ uid }) => uid);
    const outcome = await setReply.run({ uids, reply: kind, reason, substituteName, substitutePost });
    if (!outcome.done) return;
    onDone();
    onClose();
  }

  return (
    <FormDialog<Values>
      title={kind === 'leave' ? `${names} 请假` : `${names} 派人代会`}
      verb="登记"
      busy={setReply.running}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      {kind === 'substitute' && (
        <>
          <Form.Item
            name="substituteName"
            label="代会人姓名"
            rules={[{ required: true, whitespace: true, message: '请填写代会人姓名' }]}
          >
            <FirstField maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name="substitutePost" label="代会人职务">
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={kind === 'leave' ? '请假原因' : '不能到会的原因'}>
        {kind === 'leave' ? <FirstField maxLength={200} autoComplete="off" /> : <Input maxLength={200} />}
      </Form.Item>
    </FormDialog>
  );
}
