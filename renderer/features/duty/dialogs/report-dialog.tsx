import { shortDay } from '#shared/calendar/days.ts';
import { Form, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { DailyReport } from '#shared/contract/duty-log.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../duty.module.css';
import { timeRules } from '../log/entry-fields.tsx';

interface Values {
  reportedAt: string;
  isNothing: boolean;
  text: string;
  reporter: string;
}

interface ReportDialogProps {
  day: string;
  rows: readonly DailyReport[];
  onClose: () => void;
}

/** What one unit or several reported on a day. */
export function ReportDialog({ day, rows, onClose }: ReportDialogProps) {
  const [form] = Form.useForm<Values>();
  const isNothing = Form.useWatch('isNothing', form) ?? true;
  const [initial] = useState<Values>(() => startOf(rows));
  const save = useOperation(client.dutyLog.report, {
    success: ({ count }) => `已登记 ${count} 家的报告`,
    undoable: true,
  });
  const [only] = rows;

  async function submit(values: Values): Promise<void> {
    const organizationUids = rows.map(({ organizationUid }) => organizationUid);
    if ((await save.run({ day, organizationUids, ...values })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`${shortDay(day)}报告：${rows.length === 1 ? only?.name : `${rows.length} 家`}`}
      verb="登记"
      form={form}
      busy={save.running}
      initialValues={initial}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="reportedAt" label="报告时间" rules={timeRules}>
          <Input style={{ width: 90 }} maxLength={5} autoComplete="off" />
        </Form.Item>
        <Form.Item name="reporter" label="报告人(可不填)" className={styles.wide ?? ''}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="isNothing">
        <Radio.Group
          options={[
            { value: true, label: '零报告(没有情况)' },
            { value: false, label: '有情况' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={isNothing ? '说明(可不填)' : '报告内容'}
        rules={isNothing ? [] : [{ required: true, whitespace: true, message: '请填写报告内容' }]}
      >
        <Input.TextArea rows={3} maxLength={1_000} />
      </Form.Item>
    </FormDialog>
  );
}

function startOf(rows: readonly DailyReport[]): Values {
  const report = rows.length === 1 ? (rows[0]?.report ?? null) : null;
  if (report !== null) {
    const { reportedAt, isNothing, text, reporter } = report;
    return { reportedAt, isNothing, text, reporter };
  }
  return { reportedAt: dayjs().format('HH:mm'), isNothing: true, text: '', reporter: '' };
}
