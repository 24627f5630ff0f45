import { Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { CreditRepair } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import styles from '../credit.module.css';

interface Values {
  isGranted: boolean;
  day: string;
  endsOn: string;
  opinion: string;
  number: string;
}

interface RepairDialogProps {
  repair: CreditRepair;
  onClose: () => void;
}

/** 准予 or 不予修复, and what that does to publicity. */
export function RepairDialog({ repair, onClose }: RepairDialogProps) {
  const [form] = Form.useForm<Values>();
  const [today] = useState(() => localDay(Date.now()));
  const isGranted = Form.useWatch('isGranted', form) ?? true;
  const decide = useOperation(client.credit.decideRepair, { success: '已登记修复决定', undoable: true });

  async function submit({ isGranted: granted, endsOn, ...values }: Values): Promise<void> {
    const ends = granted ? endsOn : null;
    const outcome = await decide.run({ repairUid: repair.uid, isGranted: granted, endsOn: ends, ...values });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title="信用修复决定"
      verb="登记决定"
      busy={decide.running}
      form={form}
      initialValues={{ isGranted: true, day: today, endsOn: today, opinion: '', number: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="isGranted" label="决定">
        <Segmented
          aria-label="决定"
          options={[
            { value: true, label: '准予修复' },
            { value: false, label: '不予修复' },
          ]}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="day" label="决定日期">
          <DayField />
        </Form.Item>
        {isGranted && (
          <Form.Item name="endsOn" label="停止公示的日期">
            <DayField />
          </Form.Item>
        )}
      </div>
      <Form.Item
        name="opinion"
        label="审查意见"
        rules={[{ required: true, whitespace: true, message: '请填写审查意见' }]}
      >
        <FirstText maxLength={1_000} />
      </Form.Item>
      <Form.Item name="number" label="文号(还没有的不填)">
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
