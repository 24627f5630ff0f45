import { shortDay } from '#shared/calendar/days.ts';
import { Checkbox, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { ShiftLog } from '#shared/contract/duty-log.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { EntryFields } from './entry-fields.tsx';

interface Values {
  cameAt: string;
  sender: string;
  matter: string;
  handling: string;
  isClosed: boolean;
}

/** A new matter on a shift; what is written is kept until it is submitted. */
export function EntryDialog({ shift, onClose }: { shift: ShiftLog; onClose: () => void }) {
  const [time] = useState(() => dayjs().format('HH:mm'));
  const add = useOperation(client.dutyLog.addEntry, { success: '已登记', undoable: true });
  const { day, shiftUid } = shift;

  async function submit(values: Values): Promise<void> {
    if ((await add.run({ day, shiftUid, ...values })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`登记值班事项：${shortDay(day)} ${shift.shiftName}`}
      verb="登记"
      width={620}
      busy={add.running}
      kept={`forms/duty-entry/${shiftUid}`}
      initialValues={{ cameAt: time, sender: '', matter: '', handling: '', isClosed: false }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <EntryFields />
      <Form.Item name="handling" label="处理情况(还没有处理就空着)">
        <Input.TextArea rows={2} maxLength={1_000} />
      </Form.Item>
      <Form.Item name="isClosed" valuePropName="checked">
        <Checkbox>已办结，不再移交下一班</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
