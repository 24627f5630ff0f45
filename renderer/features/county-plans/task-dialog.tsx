import { Button, Form, Input, Select } from 'antd';
import type { CountyPlanDetail, CountyTaskFields } from '#shared/contract/county-plans.ts';
import type { CountyTask } from '#shared/rules/county-plans/check.ts';
import { countyTaskFieldNames as names } from '#shared/rules/county-plans/field-names.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';

export interface TaskToEdit {
  /** Null: a new one. */
  task: CountyTask | null;
  /** Of a new one: the task of the city that it answers. */
  answersUid: string | null;
}

/** One task of the unit's plan, entered or changed. */
export function TaskDialog({
  plan,
  task,
  answersUid,
  onClose,
}: TaskToEdit & { plan: CountyPlanDetail; onClose: () => void }) {
  const city = plan.cityTasks.find(({ uid }) => uid === answersUid);
  const seen: CountyTaskFields =
    task === null
      ? { text: city?.title ?? '', unit: '', dueOn: city?.dueOn ?? null, answersUid }
      : { text: task.text, unit: task.unit, dueOn: task.dueOn, answersUid: task.answersUid };
  const titles = new Map(plan.cityTasks.map(({ uid, title }) => [uid, title]));
  const add = useOperation(client.countyPlans.addTask, { success: '已新增任务', undoable: true });
  const remove = useOperation(client.countyPlans.removeTask, { success: '已删除任务', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.countyPlans.updateTask, {
    success: '已修改任务',
    labels: names,
    format: (field, value) => {
      if (field === 'answersUid') return titles.get(String(value)) ?? '(没有对应)';
      return typeof value === 'string' && value !== '' ? value : '(空)';
    },
    onSaved: onClose,
  });

  async function submit(values: CountyTaskFields): Promise<void> {
    const wanted = { ...values, dueOn: values.dueOn ?? null, answersUid: values.answersUid ?? null };
    if (task !== null) save({ uid: task.uid, ...changesBetween(seen, wanted) });
    else if ((await add.run({ countyPlanUid: plan.uid, ...wanted })).done) onClose();
  }

  async function takeAway({ uid }: CountyTask): Promise<void> {
    if ((await remove.run({ uid })).done) onClose();
  }

  return (
    <>
      <FormDialog<CountyTaskFields>
        title={task === null ? '新增所报方案的任务' : '修改所报方案的任务'}
        verb={task === null ? '新增' : '保存'}
        busy={add.running || saving}
        initialValues={seen}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <Form.Item<CountyTaskFields>
          name="text"
          label={names.text}
          rules={[{ required: true, whitespace: true, message: '请填写任务' }]}
        >
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item<CountyTaskFields> name="unit" label={names.unit}>
          <Input maxLength={100} autoComplete="off" placeholder="照所报方案填写" />
        </Form.Item>
        <Form.Item<CountyTaskFields> name="dueOn" label={names.dueOn}>
          <DayField allowClear />
        </Form.Item>
        <Form.Item<CountyTaskFields> name="answersUid" label={names.answersUid}>
          <Select
            allowClear
            placeholder="自定的任务不用选"
            options={plan.cityTasks.map(({ uid, title }) => ({ value: uid, label: title }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        {task !== null && (
          <Button danger loading={remove.running} onClick={() => void takeAway(task)}>
            删除这项任务
          </Button>
        )}
      </FormDialog>
      {dialog}
    </>
  );
}
