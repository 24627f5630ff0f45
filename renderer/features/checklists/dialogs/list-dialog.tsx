import { Form, Input } from 'antd';
import { useState } from 'react';
import type { ChecklistSummary } from '#shared/contract/checklists.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';

type ListValues = Pick<ChecklistSummary, 'title' | 'source' | 'note'>;

const labels: Readonly<Record<keyof ListValues, string>> = {
  title: '清单名称',
  source: '依据',
  note: '备注',
};

/** A new checklist: its head; what stands in it is entered or pasted on its page. */
export function NewListDialog({ onAdded, onClose }: { onAdded: (uid: string) => void; onClose: () => void }) {
  const add = useOperation(client.checklists.add, {
    success: (_, { title }) => `已新增“${title}”`,
    undoable: true,
  });

  async function submit(values: ListValues): Promise<void> {
    const outcome = await add.run({ ...values, rows: [] });
    if (outcome.done) onAdded(outcome.value.uid);
  }

  return (
    <FormDialog<ListValues>
      title="新增检查清单"
      verb="新增"
      busy={add.running}
      initialValues={{ title: '', source: '', note: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <ListFields />
    </FormDialog>
  );
}

export function EditListDialog({ list, onClose }: { list: ChecklistSummary; onClose: () => void }) {
  const [seen] = useState<ListValues>({ title: list.title, source: list.source, note: list.note });
  const { save, saving, dialog } = usePatchWithConflicts(client.checklists.update, {
    success: '已保存修改',
    labels,
    onSaved: onClose,
  });
  return (
    <>
      <FormDialog<ListValues>
        title="修改检查清单"
        verb="保存"
        busy={saving}
        initialValues={seen}
        onSubmit={(values) => save({ uid: list.uid, ...changesBetween(seen, values) })}
        onClose={onClose}
      >
        <ListFields />
      </FormDialog>
      {dialog}
    </>
  );
}

interface DuplicateDialogProps {
  list: ChecklistSummary;
  onAdded: (uid: string) => void;
  onClose: () => void;
}

/** The same once more, under another name. */
export function DuplicateDialog({ list, onAdded, onClose }: DuplicateDialogProps) {
  const copy = useOperation(client.checklists.duplicate, {
    success: (_, { title }) => `已复制成“${title}”`,
    undoable: true,
  });

  async function submit({ title }: { title: string }): Promise<void> {
    const outcome = await copy.run({ uid: list.uid, title });
    if (outcome.done) onAdded(outcome.value.uid);
  }

  return (
    <FormDialog<{ title: string }>
      title={`复制“${list.title}”`}
      verb="复制"
      busy={copy.running}
      initialValues={{ title: `${list.title}(副本)` }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <TitleField />
    </FormDialog>
  );
}

function TitleField() {
  return (
    <Form.Item
      name="title"
      label={labels.title}
      rules={[{ required: true, whitespace: true, message: '请填写清单名称' }]}
    >
      <FirstField maxLength={100} autoComplete="off" placeholder="如 大型商业综合体消防安全检查清单" />
    </Form.Item>
  );
}

function ListFields() {
  return (
    <>
      <TitleField />
      <Form.Item<ListValues> name="source" label="依据(可不填)">
        <Input maxLength={300} autoComplete="off" placeholder="如 《中华人民共和国消防法》" />
      </Form.Item>
      <Form.Item<ListValues> name="note" label="备注(可不填)">
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </>
  );
}
