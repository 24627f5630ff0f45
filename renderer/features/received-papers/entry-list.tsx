import { Button } from 'antd';
import dayjs from 'dayjs';
import type { ReceivedDetail, ReceivedEntry, ReceivedEntryKind } from '#shared/contract/received-papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ToTaskButton } from './instruction-tasks.tsx';
import styles from './received-papers.module.css';

const names: Readonly<Record<ReceivedEntryKind, string>> = {
  proposal: '拟办意见',
  instruction: '领导批示',
  circulation: '传阅',
  result: '办理结果',
};

interface EntryListProps {
  kind: ReceivedEntryKind;
  received: ReceivedDetail;
  mayEdit: boolean;
  onAdd: () => void;
}

/** What was said of one kind; whoever has read it is ticked off with one click. */
export function EntryList({ kind, received, mayEdit, onAdd }: EntryListProps) {
  const entries = received.entries.filter((entry) => entry.kind === kind);
  const isInstruction = kind === 'instruction';
  const mayMakeTasks = useRight('editTasks');
  const correct = useOperation(client.receivedPapers.correctEntry, { undoable: true, success: '已登记阅毕' });
  const remove = useOperation(client.receivedPapers.removeEntry, { success: '已删除', undoable: true });

  async function markRead({ uid, day }: ReceivedEntry): Promise<void> {
    const today = dayjs().format('YYYY-MM-DD');
    await correct.run({ uid, base: { readOn: null }, set: { readOn: today < day ? day : today } });
  }

  return (
    <section aria-label={names[kind]}>
      <h3 className={styles.part}>
        {names[kind]}
        {mayEdit && kind !== 'result' && (
          <Button size="small" type="link" onClick={onAdd}>
            添加
          </Button>
        )}
      </h3>
      {entries.length === 0 && <p className={styles.none}>还没有</p>}
      {entries.map((entry) => (
        <div key={entry.uid} className={styles.entry}>
          <span className={styles.said}>
            {entry.person !== '' && <strong>{entry.person}　</strong>}
            {entry.text}
            {isInstruction && mayMakeTasks && (
              <div className={styles.step}>
                <ToTaskButton entryUid={entry.uid} />
              </div>
            )}
          </span>
          {kind === 'circulation' && entry.readOn !== null && (
            <LightTag light="green" word={`${entry.readOn} 阅`} />
          )}
          {kind === 'circulation' && entry.readOn === null && (
            <Button size="small" disabled={!mayEdit} onClick={() => void markRead(entry)}>
              已阅
            </Button>
          )}
          {kind !== 'circulation' && <span>{entry.day}</span>}
          {mayEdit && (
            <Button size="small" type="link" onClick={() => void remove.run({ uid: entry.uid })}>
              删除
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
