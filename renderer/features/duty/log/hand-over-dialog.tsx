import { shortDay } from '#shared/calendar/days.ts';
import { Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { ShiftLog } from '#shared/contract/duty-log.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../duty.module.css';
import { timeRules } from './entry-fields.tsx';

interface Values {
  handedBy: string;
  takenBy: string;
  handedAt: string;
  weather: string;
  note: string;
}

/** 交接班 of a shift: what is open then is handed over with it. */
export function HandOverDialog({ shift, onClose }: { shift: ShiftLog; onClose: () => void }) {
  const [initial] = useState<Values>(() => startOf(shift));
  const save = useOperation(client.dutyLog.handOver, { success: '已登记交接班', undoable: true });
  const open = [...shift.handedDown, ...shift.entries].filter(({ closedOn }) => closedOn === null).length;

  async function submit(values: Values): Promise<void> {
    if ((await save.run({ day: shift.day, shiftUid: shift.shiftUid, ...values })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`交接班：${shortDay(shift.day)} ${shift.shiftName}`}
      verb="登记"
      busy={save.running}
      initialValues={initial}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>
        {open === 0 ? '没有未办结的事项。' : `未办结 ${open} 件，一并移交下一班，办结前每班都列出。`}
      </p>
      <div className={styles.pair}>
        <Form.Item
          name="handedBy"
          label="交班人"
          className={styles.wide ?? ''}
          rules={[{ required: true, whitespace: true, message: '请填写交班人' }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="takenBy"
          label="接班人"
          className={styles.wide ?? ''}
          rules={[{ required: true, whitespace: true, message: '请填写接班人' }]}
        >
          <FirstField maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="handedAt" label="时间" rules={timeRules}>
          <Input style={{ width: 80 }} maxLength={5} autoComplete="off" />
        </Form.Item>
        <Form.Item name="weather" label="天气(可不填)">
          <Input style={{ width: 110 }} maxLength={30} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="note" label="交接说明(可不填)">
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

function startOf({ handover, officers }: ShiftLog): Values {
  if (handover !== null) {
    const { handedBy, takenBy, handedAt, weather, note } = handover;
    return { handedBy, takenBy, handedAt, weather, note };
  }
  return {
    handedBy: officers.join('、'),
    takenBy: '',
    handedAt: dayjs().format('HH:mm'),
    weather: '',
    note: '',
  };
}
