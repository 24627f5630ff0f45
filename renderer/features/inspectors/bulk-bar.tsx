import { Button } from 'antd';
import { useState } from 'react';
import type { Inspector } from '#shared/contract/inspectors.ts';
import type { Term } from '#shared/contract/terms.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LeaveDialog } from './dialogs/leave-dialog.tsx';
import { LeavePoolDialog } from './dialogs/leave-pool-dialog.tsx';
import { MarksDialog } from './dialogs/marks-dialog.tsx';
import styles from './inspectors.module.css';

interface BulkBarProps {
  people: readonly Inspector[];
  skills: readonly Term[];
  onClear: () => void;
}

/** Stands in the place of the filters while rows are chosen, so that nothing moves. */
export function BulkBar({ people, skills, onClear }: BulkBarProps) {
  const [dialog, setDialog] = useState<'marks' | 'leave' | 'leavePool' | null>(null);
  const uids = people.map(({ uid }) => uid);
  const back = useOperation(client.inspectors.returnToPool, {
    success: ({ changed }) => `已恢复 ${changed} 人`,
    undoable: true,
  });
  const remove = useOperation(client.inspectors.remove, {
    success: ({ removed }) => `已删除 ${removed} 人`,
    undoable: true,
  });

  async function finish(work: Promise<{ done: boolean }>): Promise<void> {
    if ((await work).done) onClear();
  }
  function done(): void {
    setDialog(null);
    onClear();
  }
  const close = () => setDialog(null);

  return (
    <div className={styles.bulk} role="toolbar" aria-label="对选中的人">
      <span>已选 {people.length} 人</span>
      <Button onClick={() => setDialog('marks')}>设置角色和专长</Button>
      <Button onClick={() => setDialog('leave')}>登记请假</Button>
      <Button disabled={people.some(({ leftOn }) => leftOn !== null)} onClick={() => setDialog('leavePool')}>
        登记离开
      </Button>
      <Button
        disabled={people.every(({ leftOn }) => leftOn === null)}
        onClick={() => void finish(back.run({ uids }))}
      >
        恢复在库
      </Button>
      <Button danger onClick={() => void finish(remove.run({ uids }))}>
        删除
      </Button>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      {dialog === 'marks' && <MarksDialog people={people} skills={skills} onDone={done} onClose={close} />}
      {dialog === 'leave' && <LeaveDialog people={people} leave={null} onDone={done} onClose={close} />}
      {dialog === 'leavePool' && <LeavePoolDialog people={people} onDone={done} onClose={close} />}
    </div>
  );
}
