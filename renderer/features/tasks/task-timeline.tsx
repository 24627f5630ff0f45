import { Button, Timeline } from 'antd';
import { useState } from 'react';
import type { TaskEvent, TaskEventKind } from '#shared/contract/tasks.ts';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import styles from './tasks.module.css';

const eventNames: Readonly<Record<TaskEventKind, string>> = {
  create: '录入',
  assign: '交办',
  receive: '签收',
  feedback: '反馈',
  press: '催办',
  extend: '延期',
  report: '办结上报',
  accept: '验收通过',
  return: '退回重办',
  close: '销号',
  cancel: '取消',
  reopen: '重新打开',
  correct: '更正时限',
  handOver: '移交',
};

const colours: Partial<Readonly<Record<TaskEventKind, string>>> = {
  press: '#b7791f',
  extend: '#b7791f',
  return: '#b3261e',
  cancel: '#6b6b6b',
  close: '#2f7d32',
  accept: '#2f7d32',
};

/** Steps that come with papers: material, reports, proofs. */
const withFiles: readonly TaskEventKind[] = ['receive', 'feedback', 'report', 'accept', 'close', 'extend'];

/** Everything that has happened, newest first: day, what, by whom, with its words and files. */
export function TaskTimeline({ events }: { events: readonly TaskEvent[] }) {
  return (
    <Timeline
      items={events.toReversed().map((event) => ({
        key: event.uid,
        color: colours[event.kind] ?? '#4a5568',
        content: <TimelineEntry event={event} />,
      }))}
    />
  );
}

function TimelineEntry({ event }: { event: TaskEvent }) {
  const [addsFiles, setAddsFiles] = useState(false);
  return (
    <div className={styles.event}>
      <span className={styles.eventHead}>
        <strong>{eventNames[event.kind]}</strong>
        <span>{event.day}</span>
        {event.unitName !== null && <span>{event.unitName}</span>}
        <span className={styles.grey} title={`登记于 ${shortInstant(event.at)}`}>
          {event.userName}
        </span>
        {withFiles.includes(event.kind) && !addsFiles && (
          <Button type="link" size="small" onClick={() => setAddsFiles(true)}>
            添加材料
          </Button>
        )}
      </span>
      {event.newDueOn !== event.oldDueOn && (
        <span>
          {event.oldDueOn ?? '长期'} → {event.newDueOn ?? '长期'}
        </span>
      )}
      {event.text !== '' && <span className={styles.eventText}>{event.text}</span>}
      {(event.files > 0 || addsFiles) && (
        <AttachmentList subject={{ kind: 'taskEvent', uid: event.uid }} label="材料" mayEdit={addsFiles} />
      )}
    </div>
  );
}
