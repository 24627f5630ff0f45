import { Button, Input, Modal, Space, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { localDay, shortDay } from '#shared/calendar/days.ts';
import type { DutyRoster, DutySwap } from '#shared/contract/duty-views.ts';
import { roleNames, type SwapState, swapStateNames } from '#shared/rules/duty/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import styles from '../duty.module.css';

/** Every swap of a period, what waits for an answer with the ways to give it. */
export function SwapsDialog({ roster, onClose }: { roster: DutyRoster; onClose: () => void }) {
  const mayEdit = useRight('editDuty');
  const { swaps } = roster;
  const columns: NonNullable<TableProps<DutySwap>['columns']> = [
    { title: '值班', width: 190, render: (_, { cell }) => `${shortDay(cell.day)} ${roleNames[cell.role]}` },
    { title: '原值班人', dataIndex: 'applicantName', width: 90 },
    { title: '接替人', dataIndex: 'takerName', width: 90 },
    { title: '换回', width: 90, render: (_, { back }) => (back === null ? '' : shortDay(back.day)) },
    { title: '事由', dataIndex: 'reason', ellipsis: true },
    {
      title: '结果',
      width: 250,
      render: (_, swap) =>
        swap.state === 'applied' && mayEdit ? <Decision swap={swap} /> : <Decided swap={swap} />,
    },
  ];
  return (
    <Modal
      open
      centered
      width={960}
      title={`换班记录：${roster.period.name}`}
      footer={null}
      onCancel={onClose}
    >
      {swaps.length === 0 ? (
        <p className={styles.grey}>还没有换班。在值班表里点一处，再点“换班”。</p>
      ) : (
        <Table<DutySwap>
          size="small"
          rowKey="uid"
          pagination={false}
          scroll={{ y: 420 }}
          columns={columns}
          dataSource={swaps}
        />
      )}
    </Modal>
  );
}

function Decided({ swap: { state, decidedBy, decidedOn } }: { swap: DutySwap }) {
  const by = decidedBy === '' || decidedOn === null ? '' : `，${decidedBy} ${shortDay(decidedOn)}`;
  return `${swapStateNames[state]}${by}`;
}

function Decision({ swap }: { swap: DutySwap }) {
  const [decidedBy, setDecidedBy] = useState('');
  const decide = useOperation(client.duty.decideSwap, { success: '已登记', undoable: true });
  const say = (state: Exclude<SwapState, 'applied'>) =>
    void decide.run({ uid: swap.uid, state, decidedBy, note: '', decidedOn: localDay(Date.now()) });
  return (
    <Space size={4}>
      <Input
        size="small"
        aria-label="批准人"
        placeholder="批准人"
        style={{ width: 80 }}
        value={decidedBy}
        onChange={({ target }) => setDecidedBy(target.value)}
      />
      <Button size="small" type="primary" disabled={decidedBy.trim() === ''} onClick={() => say('approved')}>
        批准
      </Button>
      <Button size="small" disabled={decidedBy.trim() === ''} onClick={() => say('refused')}>
        不同意
      </Button>
      <Button size="small" onClick={() => say('withdrawn')}>
        撤回
      </Button>
    </Space>
  );
}
