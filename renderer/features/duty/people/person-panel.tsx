import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { CountedPerson } from '#shared/contract/duty-views.ts';
import { dayClasses, dayClassNames } from '#shared/rules/duty/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import styles from '../duty.module.css';
import { totalOf } from '../words.ts';
import { PersonDialog } from './person-dialog.tsx';

/** Somebody with their leave. */
export function PersonPanel({ person, onClose }: { person: CountedPerson; onClose: () => void }) {
  const mayEdit = useRight('editDuty');
  const [dialog, setDialog] = useState<'edit' | 'leave' | null>(null);
  const remove = useOperation(client.duty.removePerson, { success: `已删除${person.name}`, undoable: true });
  const removeLeave = useOperation(client.duty.removeLeave, { success: '已撤销请假', undoable: true });
  const { counts, credits, leaves } = person;
  return (
    <SidePanel title={person.name} width={380} onClose={onClose}>
      {mayEdit && (
        <div className={styles.buttons}>
          <Button type="primary" onClick={() => setDialog('leave')}>
            登记请假
          </Button>
          <Button onClick={() => setDialog('edit')}>修改</Button>
          {!person.isUsed && (
            <Button
              danger
              onClick={() => void remove.run({ uid: person.uid }).then(({ done }) => done && onClose())}
            >
              删除
            </Button>
          )}
        </div>
      )}
      <h3 className={styles.section}>基本情况</h3>
      <FactList
        facts={[
          ['单位', person.unit],
          ['职务', person.post],
          ['电话', person.phone],
          ['最后一天', person.lastDay ?? ''],
          ['已值', dayClasses.map((each) => `${dayClassNames[each]} ${counts[each]} 次`).join('，')],
          [
            '中途加入',
            totalOf(credits) === 0
              ? ''
              : `排班时另按 ${dayClasses.map((each) => `${dayClassNames[each]} ${credits[each]} 次`).join('，')}折算`,
          ],
        ]}
      />
      <h3 className={styles.section}>请假</h3>
      {leaves.length === 0 && <p className={styles.grey}>没有请假。</p>}
      {leaves.map(({ uid, firstDay, lastDay, reason }) => (
        <p key={uid}>
          {firstDay} 至 {lastDay} {reason}{' '}
          {mayEdit && (
            <Button size="small" type="link" onClick={() => void removeLeave.run({ uid })}>
              撤销
            </Button>
          )}
        </p>
      ))}
      {dialog === 'edit' && <PersonDialog person={person} onClose={() => setDialog(null)} />}
      {dialog === 'leave' && <LeaveDialog person={person} onClose={() => setDialog(null)} />}
    </SidePanel>
  );
}

interface LeaveValues {
  firstDay: string;
  lastDay: string;
  reason: string;
}

function LeaveDialog({ person, onClose }: { person: CountedPerson; onClose: () => void }) {
  const today = useCurrentDay();
  const add = useOperation(client.duty.addLeave, { success: '已登记请假', undoable: true });

  async function submit(values: LeaveValues): Promise<void> {
    if ((await add.run({ personUid: person.uid, ...values })).done) onClose();
  }

  return (
    <FormDialog<LeaveValues>
      title={`${person.name}请假`}
      verb="登记"
      busy={add.running}
      initialValues={{ firstDay: today, lastDay: today, reason: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>请假的日子不会再排；已经排了的会标红，可以换人或再自动排一次。</p>
      <div className={styles.pair}>
        <Form.Item name="firstDay" label="从">
          <DayField label="从" />
        </Form.Item>
        <Form.Item name="lastDay" label="到(含当天)">
          <DayField label="到" />
        </Form.Item>
        <Form.Item name="reason" label="事由(可不填)" className={styles.wide ?? ''}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
