import { Form, Input } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { FindingRow } from '#shared/contract/findings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../findings.module.css';
import { titleOf } from './title.ts';

interface Values {
  day: string;
  by: string;
  text: string;
}

interface CloseDialogProps {
  findings: readonly FindingRow[];
  onDone: () => void;
  onClose: () => void;
}

/** 销号: when, by whom, on what ground. */
export function CloseDialog({ findings, onDone, onClose }: CloseDialogProps) {
  const { user } = useSession();
  const [today] = useState(() => localDay(Date.now()));
  const close = useOperation(client.findings.closeOut, {
    success: ({ closed }) => `已销号 ${closed} 处`,
    undoable: true,
  });

  async function submit(values: Values): Promise<void> {
    if ((await close.run({ uids: findings.map(({ uid }) => uid), ...values })).done) onDone();
  }

  return (
    <FormDialog<Values>
      title="问题销号"
      verb="销号"
      busy={close.running}
      initialValues={{ day: today, by: user.name, text: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>{titleOf(findings)}</p>
      <Form.Item
        name="text"
        label="销号依据"
        rules={[{ required: true, whitespace: true, message: '请填写销号依据' }]}
      >
        <FirstText maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name="by"
          label="销号人"
          className={styles.wide ?? ''}
          rules={[{ required: true, whitespace: true, message: '请填写销号人' }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="day" label="销号日期">
          <DayField />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
