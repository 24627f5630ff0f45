import { Form, Input } from 'antd';
import { useState } from 'react';
import type { CountyPlanDetail } from '#shared/contract/county-plans.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { opinionParts } from '#shared/rules/county-plans/opinion.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './county-plans.module.css';

/** Proposed where nothing else is known: the clerk changes it. */
const USUAL_DAYS = 7;

interface Values {
  dueOn: string;
  reason: string;
}

/** 退回: what was found goes to the unit as a supervised task. */
export function HandBackDialog({ plan, onClose }: { plan: CountyPlanDetail; onClose: () => void }) {
  const [initial] = useState(() => ({ dueOn: addDays(localDay(Date.now()), USUAL_DAYS), reason: '' }));
  const parts = opinionParts(plan.lines);
  const handBack = useOperation(client.countyPlans.handBack, {
    success: `已退回${plan.name}，并列入督办任务`,
    undoable: true,
  });

  async function submit(values: Values): Promise<void> {
    if ((await handBack.run({ uid: plan.uid, ...values })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`退回${plan.name}的实施方案`}
      verb="退回并交办"
      width={640}
      busy={handBack.running}
      initialValues={initial}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      {parts.length > 0 && (
        <div className={styles.parts}>
          {parts.map(({ heading, items }) => (
            <section key={heading}>
              <b>
                {heading}({items.length} 项)
              </b>
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <Form.Item<Values>
        name="dueOn"
        label="重新报送期限"
        rules={[{ required: true, message: '请选择期限' }]}
      >
        <DayField />
      </Form.Item>
      <Form.Item<Values>
        name="reason"
        label={parts.length === 0 ? '退回原因' : '另外要说明的'}
        extra="退回后成为这个单位的督办任务，重新报送时自动办结。"
        rules={parts.length === 0 ? [{ required: true, whitespace: true, message: '请写明退回原因' }] : []}
      >
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
}
