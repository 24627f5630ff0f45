import { Form, Input } from 'antd';
import type { CollectionDetail } from '#shared/contract/collections.ts';
import { client } from '#renderer/app/client.ts';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';

interface Values {
  title: string;
  dueOn: string;
  instruction: string;
}

const labels = { title: '名称', dueOn: '交回时间', instruction: '填报要求' };

export function EditDialog({ collection, onClose }: { collection: CollectionDetail; onClose: () => void }) {
  const { uid, title, dueOn, instruction } = collection;
  const seen: Values = { title, dueOn, instruction };
  const patch = usePatchWithConflicts(client.collections.update, {
    success: '已修改',
    labels,
    onSaved: onClose,
  });
  return (
    <>
      <FormDialog<Values>
        title="改名称、期限、要求"
        verb="保存"
        busy={patch.saving}
        initialValues={seen}
        onSubmit={(values) => patch.save({ uid, ...changesBetween(seen, values) })}
        onClose={onClose}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="dueOn" label="请何时交回" extra="已经发出去的表上还是原来的时间，需要时再下发一次">
          <DayField />
        </Form.Item>
        <Form.Item name="instruction" label="填报要求">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2_000} />
        </Form.Item>
      </FormDialog>
      {patch.dialog}
    </>
  );
}
