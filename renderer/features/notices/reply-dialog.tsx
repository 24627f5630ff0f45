import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { NoticeRow } from '#shared/contract/notices.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface Values {
  day: Dayjs;
  person?: string;
  text: string;
}

/** A reply as it came in; its files are added to it afterwards. */
export function ReplyDialog({ notice, onClose }: { notice: NoticeRow; onClose: () => void }) {
  const reply = useOperation(client.notices.reply, {
    success: '已登记回复，材料可以拖到这条回复下面',
    undoable: true,
  });

  async function submit({ day, person = '', text }: Values): Promise<void> {
    const outcome = await reply.run({ uid: notice.uid, day: day.format('YYYY-MM-DD'), person, text });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`登记回复：${notice.unit}`}
      verb="登记"
      kept={`forms/noticeReply/${notice.uid}`}
      busy={reply.running}
      initialValues={{ day: dayjs() }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label="回复内容"
        rules={[{ required: true, whitespace: true, message: '请填写回复内容' }]}
      >
        <FirstText maxLength={4_000} />
      </Form.Item>
      <Form.Item name="day" label="回复日期">
        <DatePicker allowClear={false} />
      </Form.Item>
      <Form.Item name="person" label="联系人">
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
