import { Form, Input } from 'antd';
import type { AgendaItem } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';

type Values = Pick<AgendaItem, 'title' | 'reporter' | 'note'>;
const labels = { title: '议题', reporter: '汇报人或单位', note: '备注' };

export function AgendaItemDialog({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const { uid, title, reporter, note } = item;
  const base: Values = { title, reporter, note };
  const { save, saving, dialog } = usePatchWithConflicts(client.meetings.updateAgendaItem, {
    success: '已修改议题',
    labels,
    onSaved: onClose,
  });
  return (
    <>
      <FormDialog<Values>
        title="修改议题"
        verb="保存"
        busy={saving}
        initialValues={base}
        onSubmit={(set) => save({ uid, base, set })}
        onClose={onClose}
      >
        <Form.Item
          name="title"
          label="议题"
          rules={[{ required: true, whitespace: true, message: '请填写议题' }]}
        >
          <FirstField maxLength={300} autoComplete="off" />
        </Form.Item>
        <Form.Item name="reporter" label="汇报人或单位">
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item label="会议材料">
          <AttachmentList subject={{ kind: 'agendaItem', uid }} label="会议材料" />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}
