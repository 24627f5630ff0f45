import { Form } from 'antd';
import type { CountyPlanDetail } from '#shared/contract/county-plans.ts';
import type { CityTask } from '#shared/rules/county-plans/check.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface ExemptDialogProps {
  plan: CountyPlanDetail;
  task: CityTask;
  onClose: () => void;
}

interface Values {
  reason: string;
}

/** 本单位不涉及: a task of the city's plan that the unit has nothing to do with, and why. */
export function ExemptDialog({ plan, task, onClose }: ExemptDialogProps) {
  const exempt = useOperation(client.countyPlans.exempt, { success: '已定为不涉及', undoable: true });

  async function submit({ reason }: Values): Promise<void> {
    if ((await exempt.run({ uid: plan.uid, taskUid: task.uid, reason })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`${plan.name}不涉及“${task.title}”`}
      verb="确定"
      busy={exempt.running}
      initialValues={{ reason: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item<Values>
        name="reason"
        label="原因"
        extra="这项任务不再算缺项，也不写进核对意见；原因印在核对表里。"
        rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
      >
        <FirstField maxLength={200} autoComplete="off" placeholder="如 本县没有大型商业综合体" />
      </Form.Item>
    </FormDialog>
  );
}
