import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { CollectionDetail, CollectionUnit } from '#shared/contract/collections.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { MergeDialog } from '../returns/merge-dialog.tsx';
import { ReceiveDialog } from '../returns/receive-dialog.tsx';
import { AddUnitsDialog } from './add-units-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { ReminderDialog } from './reminder-dialog.tsx';

interface BoardActionsProps {
  collection: CollectionDetail;
  /** Of the list; none: what is done is done to all. */
  chosen: readonly CollectionUnit[];
}

/** What is done with a collection, to the chosen units or to all. */
export function BoardActions({ collection, chosen }: BoardActionsProps) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'edit' | 'addUnits' | 'remind' | 'receive' | 'merge' | null>(null);
  const mayEdit = useRight('editTasks');
  const { uid, title, units, closedOn } = collection;
  const handOut = useStartedJob(client.collections.handOut);
  const corrections = useStartedJob(client.collectionReturns.exportCorrections);
  const update = useOperation(client.collections.update, {
    success: closedOn === null ? '已结束收集' : '已重新收集',
    undoable: true,
  });
  const remove = useOperation(client.collections.remove, { success: `已删除“${title}”`, undoable: true });
  const reissue = useOperation(client.collections.reissue, { success: '已按现在的内容更新', undoable: true });
  const removeUnits = useOperation(client.collections.removeUnits, {
    success: `已去掉 ${chosen.length} 个单位`,
    undoable: true,
  });
  const meant = chosen.length === 0 ? units : chosen;
  const unitUids = meant.map((unit) => unit.uid);
  const owing = meant.filter(({ state }) => state !== 'returned' && state !== 'merged');
  const toCorrect = meant.filter(({ state }) => state === 'mustCorrect').map((unit) => unit.uid);
  const hasHanded = units.some(({ handedOn }) => handedOn !== null);
  const hasReturned = units.some(({ returned }) => returned !== null);
  const close = () => setDialog(null);

  async function issueAgain(): Promise<void> {
    if ((await reissue.run({ uid, unitUids })).done) await handOut.start({ uid, unitUids, as: 'folder' });
  }

  function choose(key: string): void {
    if (key === 'edit' || key === 'addUnits') setDialog(key);
    else if (key === 'removeUnits') void removeUnits.run({ uid, unitUids });
    else if (key === 'corrections') void corrections.start({ uid, unitUids: toCorrect, as: 'folder' });
    else if (key === 'reissue') void issueAgain();
    else if (key === 'close') {
      const next = closedOn === null ? localDay(Date.now()) : null;
      void update.run({ uid, base: { closedOn }, set: { closedOn: next } });
    } else void remove.run({ uid }).then(({ done }) => done && navigate('/collections'));
  }

  const whom = chosen.length === 0 ? '全部' : `所选 ${chosen.length} 个`;
  const items = [
    { key: 'edit', label: '改名称、期限、要求' },
    {
      key: 'corrections',
      label: `导出更正清单(${toCorrect.length} 个单位)`,
      disabled: toCorrect.length === 0,
    },
    { key: 'reissue', label: `重新下发${whom}(按现在的内容)` },
    { key: 'addUnits', label: '增加单位', disabled: closedOn !== null },
    {
      key: 'removeUnits',
      label: chosen.length === 0 ? '去掉单位(先在下面勾选)' : `去掉所选 ${chosen.length} 个单位`,
      disabled: chosen.length === 0,
    },
    { key: 'close', label: closedOn === null ? '结束收集' : '重新收集' },
    { type: 'divider' as const },
    { key: 'remove', label: '删除', danger: true },
  ];

  return (
    <>
      {mayEdit && (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
          <Button>更多操作</Button>
        </Dropdown>
      )}
      <Button disabled={owing.length === 0} onClick={() => setDialog('remind')}>
        催报
      </Button>
      <SplitButton
        primary={!hasHanded}
        loading={handOut.starting}
        onClick={() => void handOut.start({ uid, unitUids, as: 'folder' })}
        more={[{ key: 'zip', label: '下发成一个压缩包(.zip)' }]}
        moreLabel="其他下发方式"
        disabled={!mayEdit}
        onMore={() => void handOut.start({ uid, unitUids, as: 'zip' })}
      >
        下发{whom}
      </SplitButton>
      {mayEdit && (
        <Button type={hasHanded && !hasReturned ? 'primary' : 'default'} onClick={() => setDialog('receive')}>
          收表
        </Button>
      )}
      {mayEdit && hasReturned && (
        <Button type="primary" onClick={() => setDialog('merge')}>
          合并
        </Button>
      )}
      {handOut.dialog}
      {corrections.dialog}
      {dialog === 'receive' && <ReceiveDialog uid={uid} onMerge={() => setDialog('merge')} onClose={close} />}
      {dialog === 'merge' && <MergeDialog collection={collection} onClose={close} />}
      {dialog === 'addUnits' && (
        <AddUnitsDialog
          collection={collection}
          onHandOut={(added) => void handOut.start({ uid, unitUids: added, as: 'folder' })}
          onClose={close}
        />
      )}
      {dialog === 'edit' && <EditDialog collection={collection} onClose={close} />}
      {dialog === 'remind' && <ReminderDialog collection={collection} units={owing} onClose={close} />}
    </>
  );
}
