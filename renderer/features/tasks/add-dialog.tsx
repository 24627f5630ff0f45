import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { TaskProposal } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { emptyTask, formOfValues, TaskFields, type TaskFormValues, valuesOfForm } from './task-fields.tsx';

interface AddFormValues extends TaskFormValues {
  each?: boolean;
}

interface AddDialogProps {
  title?: string;
  /** What the fields begin with; without it they are empty. */
  proposal?: TaskProposal;
  /** Where the tasks are linked to what they come from; without it they are only added. */
  add?: typeof client.tasks.add;
  onClose: () => void;
}

/** A task with all its fields. */
export function AddDialog({
  title = '新增督办任务',
  proposal,
  add: procedure = client.tasks.add,
  onClose,
}: AddDialogProps) {
  const [today] = useState(() => localDay(Date.now()));
  const [form] = Form.useForm<AddFormValues>();
  const leads = Form.useWatch('leadUids', form) ?? [];
  const add = useOperation(procedure, {
    success: ({ uids }) => (uids.length === 1 ? '已新增一项任务' : `已新增 ${uids.length} 项任务`),
    undoable: true,
  });

  async function submit({ each = false, ...values }: AddFormValues): Promise<void> {
    const item = { ...valuesOfForm(values), startOn: null, each, keep: true };
    if ((await add.run({ items: [item] })).done) onClose();
  }

  return (
    <FormDialog<AddFormValues>
      title={title}
      verb="新增"
      busy={add.running}
      form={form}
      width={680}
      {...(proposal === undefined ? { kept: 'forms/task/new' } : {})}
      initialValues={formOfValues(proposal ?? emptyTask(today))}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <TaskFields today={today} />
      {leads.length > 1 && (
        <Form.Item name="each" valuePropName="checked">
          <Checkbox>每个牵头单位各建一项，分别督办({leads.length} 项)</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
