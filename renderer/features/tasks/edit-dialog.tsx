import { Form } from 'antd';
import { useState } from 'react';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { type ConflictField, conflictFieldsOf, isEmptyPatch, resolvePatch } from '#renderer/ui/conflict.ts';
import { ConflictDialog } from '#renderer/ui/conflict-dialog.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
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
  const [conflict, setConflict] = useState<{ patch: Patch; fields: ConflictField[] } | null>(null);
  const update = useOperation<Patch, { uid: string }>(client.tasks.update, {
    success: '已保存修改',
    undoable: true,
    onProblem({ code, data }, patch) {
      const fields = code === 'conflict' ? labelled(data) : [];
      if (fields.length > 0) setConflict({ patch, fields });
      return fields.length > 0;
    },
  });

  async function save(patch: Patch): Promise<void> {
    if (isEmptyPatch(patch) || (await update.run(patch)).done) onClose();
  }

  return (
    <>
      <FormDialog<TaskFormValues>
        title="修改督办任务"
        verb="保存"
        busy={update.running}
        form={form}
        width={680}
        initialValues={formOfValues(before)}
        onSubmit={(values) => void save(changesOf(task.uid, before, valuesOfForm(values)))}
        onClose={onClose}
      >
        <TaskFields today={task.assignedOn} />
      </FormDialog>
      {conflict !== null && (
        <ConflictDialog
          fields={conflict.fields}
          format={(_, value) => (typeof value === 'string' && value !== '' ? value : '(已改动)')}
          onCancel={() => setConflict(null)}
          onResolve={(choices) => {
            setConflict(null);
            void save(resolvePatch(conflict.patch, conflict.fields, choices));
          }}
        />
      )}
    </>
  );
}

function labelled(data: Readonly<Record<string, unknown>>): ConflictField[] {
  const { fields } = data;
  if (!Array.isArray(fields)) return [];
  return conflictFieldsOf({
    fields: fields.map((entry: { field?: unknown }) => ({
      ...entry,
      label: fieldLabels[String(entry.field) as keyof TaskValues] ?? String(entry.field),
    })),
  });
}

/** Base and wanted values of the fields that differ. */
function changesOf(uid: string, before: TaskValues, after: TaskValues): Patch {
  const changed = (Object.keys(fieldLabels) as (keyof TaskValues)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const pick = (values: TaskValues) => Object.fromEntries(changed.map((field) => [field, values[field]]));
  return { uid, base: pick(before), set: pick(after) };
}
