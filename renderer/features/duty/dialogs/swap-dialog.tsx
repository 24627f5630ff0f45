import { Form, Input } from 'antd';
import { useState } from 'react';
import { localDay, shortDay } from '#shared/calendar/days.ts';
import type { DutyRoster } from '#shared/contract/duty-views.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { canTake, type DutyCell, placeKey, roleNames } from '#shared/rules/duty/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from '../duty.module.css';

interface Values {
  reason: string;
  takerUid: string;
  backKey?: string;
  decidedBy: string;
}

interface SwapDialogProps {
  roster: DutyRoster;
  cell: DutyCell;
  onClose: () => void;
}

/** 换班: applied for, and where somebody has agreed already, approved in the same step. */
export function SwapDialog({ roster, cell, onClose }: SwapDialogProps) {
  const [form] = Form.useForm<Values>();
  const [today] = useState(() => localDay(Date.now()));
  const takerUid = Form.useWatch('takerUid', form);
  const apply = useOperation(client.duty.applySwap, { success: '已登记换班申请，待批准', undoable: true });
  const decide = useOperation(client.duty.decideSwap, { success: '已换班', undoable: true });
  const applicant = roster.people.find(({ uid }) => uid === cell.personUid);
  const others = roster.people.filter(
    (person) =>
      person.uid !== cell.personUid &&
      canTake(person, cell.role) &&
      (person.lastDay === null || cell.day <= person.lastDay),
  );
  const backs = roster.cells.filter(
    (each) => each.personUid === takerUid && each.role === cell.role && each.day !== cell.day,
  );

  async function submit({ reason, takerUid: taker, backKey, decidedBy }: Values): Promise<void> {
    const back = backs.find((each) => placeKey(each) === backKey) ?? null;
    const outcome = await apply.run({ cell, takerUid: taker, back, reason, appliedOn: today });
    if (!outcome.done) return;
    if (decidedBy.trim() !== '')
      await decide.run({
        uid: outcome.value.uid,
        state: 'approved',
        decidedBy: decidedBy.trim(),
        note: '',
        decidedOn: today,
      });
    onClose();
  }

  return (
    <FormDialog<Values>
      title={`换班：${applicant?.name ?? ''} ${shortDay(cell.day)} ${roleNames[cell.role]}`}
      verb="登记换班"
      form={form}
      busy={apply.running || decide.running}
      initialValues={{ reason: '', decidedBy: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="事由"
        rules={[{ required: true, whitespace: true, message: '请填写换班事由' }]}
      >
        <FirstField maxLength={100} autoComplete="off" placeholder="如 出差、就医" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name="takerUid"
          label="由谁接替"
          className={styles.wide ?? ''}
          rules={[{ required: true, message: '请选择接替的人' }]}
        >
          <WordSelect
            options={others.map(({ uid, name, initials }) => ({ value: uid, label: name, initials }))}
            onChange={() => form.resetFields(['backKey'])}
          />
        </Form.Item>
        <Form.Item name="backKey" label="换回哪一班(可不选)" className={styles.wide ?? ''}>
          <WordSelect
            allowClear
            disabled={backs.length === 0}
            options={backs.map((each) => ({
              value: placeKey(each),
              label: `${shortDay(each.day)} ${weekdayName(each.day)}`,
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="decidedBy" label="批准人(已经同意的填写，值班表随即更改；不填则待批准)">
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
