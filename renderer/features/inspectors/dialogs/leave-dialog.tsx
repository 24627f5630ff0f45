import { Form, Input } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { Inspector, Leave } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../inspectors.module.css';

type Values = Pick<Leave, 'firstDay' | 'lastDay' | 'reason'>;

const labels = { firstDay: '第一天', lastDay: '最后一天', reason: '事由' };

interface LeaveDialogProps {
  people: readonly Inspector[];
  /** Null: a new one of all these people. */
  leave: Leave | null;
  onDone: () => void;
  onClose: () => void;
}

/** 请假: from a day to a day, both included. */
export function LeaveDialog({ people, leave, onDone, onClose }: LeaveDialogProps) {
  const [today] = useState(() => localDay(Date.now()));
  const [form] = Form.useForm<Values>();
  const add = useOperation(client.inspectors.addLeave, { success: '已登记请假', undoable: true });
  const { save, saving, dialog } = usePatchWithConflicts(client.inspectors.updateLeave, {
    success: '已保存',
    labels,
    onSaved: onDone,
  });
  const [seen] = useState<Values>(() =>
    leave === null
      ? { firstDay: today, lastDay: today, reason: '' }
      : { firstDay: leave.firstDay, lastDay: leave.lastDay, reason: leave.reason },
  );

  async function submit(values: Values): Promise<void> {
    if (leave !== null) save({ uid: leave.uid, ...changesBetween(seen, values) });
    else if ((await add.run({ uids: people.map(({ uid }) => uid), ...values })).done) onDone();
  }

  /** The last day goes along, so that a single day is one choice. */
  function follow(firstDay: string | null): void {
    const lastDay = form.getFieldValue('lastDay') as string | null;
    if (firstDay !== null && (lastDay === null || lastDay < firstDay))
      form.setFieldValue('lastDay', firstDay);
  }

  return (
    <>
      <FormDialog<Values>
        title={titleOf(people, leave)}
        verb={leave === null ? '登记' : '保存'}
        form={form}
        busy={add.running || saving}
        initialValues={seen}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <div className={styles.pair}>
          <Form.Item
            name="firstDay"
            label={labels.firstDay}
            getValueFromEvent={(day: string | null) => {
              follow(day);
              return day;
            }}
            rules={[{ required: true, message: '请选择日期' }]}
          >
            <DayField label={labels.firstDay} />
          </Form.Item>
          <Form.Item
            name="lastDay"
            label={labels.lastDay}
            dependencies={['firstDay']}
            rules={[
              { required: true, message: '请选择日期' },
              ({ getFieldValue }) => ({
                validator: (_, day: string | null) =>
                  day !== null && day < (getFieldValue('firstDay') as string)
                    ? Promise.reject(new Error('最后一天不能早于第一天'))
                    : Promise.resolve(),
              }),
            ]}
          >
            <DayField label={labels.lastDay} />
          </Form.Item>
        </div>
        <Form.Item name="reason" label="事由(可不填)">
          <Input maxLength={100} autoComplete="off" placeholder="如：培训、年休、出差" />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}

function titleOf(people: readonly Inspector[], leave: Leave | null): string {
  const [first] = people;
  const who = people.length === 1 ? `“${first?.name}”` : ` ${people.length} 人`;
  return leave === null ? `登记${who}请假` : `修改${who}的请假`;
}
