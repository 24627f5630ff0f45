import { Form } from 'antd';
import { useState } from 'react';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import {
  formOfValues,
  TaskFields,
  type TaskFormValues,
  type TaskValues,
  valuesOfForm,
  valuesOfTask,
} from './task-fields.tsx';

const fieldLabels: Readonly<Record<keyof TaskValues, string>> = {
  title: '任务',
  kind: '类别',
  leadUids: '牵头单位',
  supportingUids: '配合单位',
  dueOn: '完成时限',
  assignedOn: '交办日期',
  feedbackCycle: '反馈周期',
  sourceText: '来源',
  content: '具体内容和要求',
};

interface Patch {
  uid: string;
  base: Partial<TaskValues>;
  set: Partial<TaskValues>;
}

/** Corrections of what was entered; a later day is given by 延期, which keeps the reason. */
export function EditDialog({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const [form] = Form.useForm<TaskFormValues>();
  const [before] = useState(() => valuesOfTask(task));
  const { save, saving, dialog } = usePatchWithConflicts<Patch>(client.tasks.update, {
    success: '已保存修改',
    labels: fieldLabels,
    format: (_, value) => (typeof value === 'string' && value !== '' ? value : '(已改动)'),
    onSaved: onClose,
  });

  return (
    <>
      <FormDialog<TaskFormValues>
        title="修改督办任务"
        verb="保存"
        busy={saving}
        form={form}
        width={680}
        initialValues={formOfValues(before)}
        onSubmit={(values) => save(changesOf(task.uid, before, valuesOfForm(values)))}
        onClose={onClose}
      >
        <TaskFields today={task.assignedOn} />
      </FormDialog>
      {dialog}
    </>
  );
}

/** Base and wanted values of the fields that differ. */
function changesOf(uid: string, before: TaskValues, after: TaskValues): Patch {
  const changed = (Object.keys(fieldLabels) as (keyof TaskValues)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const pick = (values: TaskValues) => Object.fromEntries(changed.map((field) => [field, values[field]]));
  return { uid, base: pick(before), set: pick(after) };
}
