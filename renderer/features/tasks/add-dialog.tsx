import { Checkbox, Form } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { TaskFields, type TaskFormValues, valuesOfForm } from './task-fields.tsx';

interface AddFormValues extends TaskFormValues {
  each?: boolean;
}

/** A task with all its fields. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const [today] = useState(() => localDay(Date.now()));
  const [form] = Form.useForm<AddFormValues>();
  const leads = Form.useWatch('leadUids', form) ?? [];
  const add = useOperation(client.tasks.add, {
    success: ({ uids }) => (uids.length === 1 ? '已新增一项任务' : `已新增 ${uids.length} 项任务`),
    undoable: true,
  });

  async function submit({ each = false, ...values }: AddFormValues): Promise<void> {
    const item = { ...valuesOfForm(values), startOn: null, each, keep: true };
    if ((await add.run({ items: [item] })).done) onClose();
  }

  return (
    <FormDialog<AddFormValues>
      title="新增督办任务"
      verb="新增"
      busy={add.running}
      form={form}
      width={680}
      initialValues={{
        title: '',
        kind: 'other',
        leadUids: [],
        supportingUids: [],
        dueOn: null,
        assignedOn: dayjs(today),
        feedbackCycle: { kind: 'none' },
        sourceText: '',
        content: '',
      }}
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
