import { Form } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { Inspector } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../inspectors.module.css';

interface LeavePoolDialogProps {
  people: readonly Inspector[];
  onDone: () => void;
  onClose: () => void;
}

/** From which day one or many are no longer in the pool. */
export function LeavePoolDialog({ people, onDone, onClose }: LeavePoolDialogProps) {
  const [today] = useState(() => localDay(Date.now()));
  const leave = useOperation(client.inspectors.leavePool, {
    success: ({ changed }) => `已登记 ${changed} 人离开`,
    undoable: true,
  });

  async function submit({ day }: { day: string }): Promise<void> {
    if ((await leave.run({ uids: people.map(({ uid }) => uid), day })).done) onDone();
  }

  return (
    <FormDialog<{ day: string }>
      title={people.length === 1 ? `“${people[0]?.name}”离开督查队伍` : `${people.length} 人离开督查队伍`}
      verb="登记离开"
      busy={leave.running}
      initialValues={{ day: today }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>离开后不再安排督查，以前的督查记录都保留，可以随时恢复。</p>
      <Form.Item name="day" label="从哪一天起" rules={[{ required: true, message: '请选择日期' }]}>
        <DayField label="从哪一天起" />
      </Form.Item>
    </FormDialog>
  );
}
