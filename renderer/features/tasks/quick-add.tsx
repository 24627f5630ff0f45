import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { NewTaskDue } from './new-task-due.tsx';
import styles from './tasks.module.css';

/** One line for the common case: what, who, by when; Enter enters it and asks for the next one. */
export function QuickAdd() {
  const [today] = useState(() => localDay(Date.now()));
  const [title, setTitle] = useState('');
  const [leadUids, setLeadUids] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const field = useRef<InputRef>(null);
  const add = useOperation(client.tasks.add, { success: '已新增一项任务', undoable: true });

  async function submit(): Promise<void> {
    if (title.trim() === '') {
      field.current?.focus();
      return;
    }
    const item = {
      kind: 'other' as const,
      title: title.trim(),
      content: '',
      assignedOn: today,
      startOn: null,
      dueOn,
      feedbackCycle: { kind: 'none' as const },
      sourceText: '',
      leadUids,
      supportingUids: [],
      each: false,
      keep: true,
    };
    if (!(await add.run({ items: [item] })).done) return;
    setTitle('');
    setDueOn(null);
    field.current?.focus();
  }

  return (
    <form
      className={styles.row}
      aria-label="快速新增"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Input
        ref={field}
        className={styles.grow ?? ''}
        aria-label="新任务"
        placeholder="新任务，回车新增"
        maxLength={200}
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className={styles.units}>
        <OrganizationSelect
          multiple
          aria-label="新任务的牵头单位"
          placeholder="牵头单位，可打拼音首字母"
          value={leadUids}
          onChange={setLeadUids}
        />
      </div>
      <div className={styles.day}>
        <NewTaskDue day={today} value={dueOn} onChange={setDueOn} />
      </div>
      <Button htmlType="submit" loading={add.running}>
        新增
      </Button>
    </form>
  );
}
