import { Form, Input } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';

type PlanValues = Pick<PlanSummary, 'title' | 'documentNumber' | 'issuedOn' | 'note'>;

const labels: Readonly<Record<keyof PlanValues, string>> = {
  title: '方案名称',
  documentNumber: '文号',
  issuedOn: '印发日期',
  note: '备注',
};

/** A new plan: its head; what stands in it is entered or pasted on its page. */
export function NewPlanDialog({ onAdded, onClose }: { onAdded: (uid: string) => void; onClose: () => void }) {
  const [today] = useState(() => localDay(Date.now()));
  const add = useOperation(client.plans.add, {
    success: (_, { title }) => `已新增“${title}”`,
    undoable: true,
  });

  async function submit(values: PlanValues): Promise<void> {
    const outcome = await add.run(values);
    if (outcome.done) onAdded(outcome.value.uid);
  }

  return (
    <FormDialog<PlanValues>
      title="新增实施方案"
      verb="新增"
      busy={add.running}
      initialValues={{ title: '', documentNumber: '', issuedOn: today, note: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <PlanFields />
    </FormDialog>
  );
}

/** Corrections of the head; the tasks carry the new name as their source. */
export function EditPlanDialog({ plan, onClose }: { plan: PlanSummary; onClose: () => void }) {
  const { title, documentNumber, issuedOn, note } = plan;
  const [base] = useState<PlanValues>({ title, documentNumber, issuedOn, note });
  const { save, saving, dialog } = usePatchWithConflicts(client.plans.update, {
    success: '已保存修改',
    labels,
    onSaved: onClose,
  });
  return (
    <>
      <FormDialog<PlanValues>
        title="修改实施方案"
        verb="保存"
        busy={saving}
        initialValues={base}
        onSubmit={(set) => save({ uid: plan.uid, base, set })}
        onClose={onClose}
      >
        <PlanFields />
      </FormDialog>
      {dialog}
    </>
  );
}

function PlanFields() {
  return (
    <>
      <Form.Item<PlanValues>
        name="title"
        label={labels.title}
        rules={[{ required: true, whitespace: true, message: '请填写方案名称' }]}
      >
        <FirstField maxLength={100} autoComplete="off" placeholder="如 2026年今冬明春火灾防控工作实施方案" />
      </Form.Item>
      <Form.Item<PlanValues> name="documentNumber" label={labels.documentNumber}>
        <Input maxLength={60} autoComplete="off" placeholder="没有文号可以不填" />
      </Form.Item>
      <Form.Item<PlanValues>
        name="issuedOn"
        label={labels.issuedOn}
        extra="方案里的任务从这一天起交办。"
        rules={[{ required: true, message: '请选择印发日期' }]}
      >
        <DayField />
      </Form.Item>
      <Form.Item<PlanValues> name="note" label={labels.note}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
    </>
  );
}
