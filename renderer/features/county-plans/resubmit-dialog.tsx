import { Form } from 'antd';
import { useState } from 'react';
import type { CountyPlanDetail } from '#shared/contract/county-plans.ts';
import { localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface Values {
  receivedOn: string;
}

/** 重新报来: what was handed back has come in again, on the same day it may be. */
export function ResubmitDialog({ plan, onClose }: { plan: CountyPlanDetail; onClose: () => void }) {
  const [initial] = useState(() => ({ receivedOn: localDay(Date.now()) }));
  const resubmit = useOperation(client.countyPlans.resubmit, {
    success: ({ closedTasks }) =>
      `已登记${plan.name}重新报来${closedTasks === 0 ? '' : `，对应的督办任务 ${closedTasks} 项已办结`}`,
    undoable: true,
  });

  async function submit({ receivedOn }: Values): Promise<void> {
    if ((await resubmit.run({ uid: plan.uid, receivedOn })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`${plan.name}重新报来实施方案`}
      verb="登记"
      busy={resubmit.running}
      initialValues={initial}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item<Values>
        name="receivedOn"
        label="重新报来日期"
        extra="登记后改为待核对，退回时交办的督办任务自动办结。"
        rules={[{ required: true, message: '请选择日期' }]}
      >
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}
