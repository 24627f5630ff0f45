import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeductionRow } from '#shared/contract/deductions.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { UnreleasedMark } from '../unreleased/index.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { useDeductionsOfPeriod } from './use-deductions.ts';
import { useAccept } from './use-decisions.ts';
import { amountWords, indicatorWords, stateTag, taskHref } from './words.ts';
import styles from './deductions.module.css';

interface DeductionListProps {
  periodUid: string;
  readOnly: boolean;
  /** To the cell in the score sheet. */
  onGo: (row: DeductionRow) => void;
}

/** All deductions of a period, what waits first; many are accepted or refused at once. */
export function DeductionList({ periodUid, ...rest }: DeductionListProps) {
  const query = useDeductionsOfPeriod(periodUid);
  return <QueryView query={query}>{(rows) => <LoadedList rows={rows} {...rest} />}</QueryView>;
}

function LoadedList({
  rows,
  readOnly,
  onGo,
}: Omit<DeductionListProps, 'periodUid'> & { rows: readonly DeductionRow[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const meant = waiting.filter(({ uid }) => chosen.includes(uid));
  return (
    <div className={styles.page}>
      {!readOnly && waiting.length > 0 && (
        <DecisionBar chosen={meant} waiting={waiting} onDone={() => setChosen([])} />
      )}
      <div className={styles.table}>
        <ListTable<DeductionRow>
          label="拟扣分"
          columns={columns}
          minWidth={980}
          rows={rows}
          rowKey={({ uid }) => uid}
          onOpen={onGo}
          {...(readOnly ? {} : { selection: { keys: chosen, onChange: setChosen } })}
          empty={
            <EmptyState
              text={
                '这里列出拟在本期扣的分，采纳后才计入得分。\n在“问题隐患”里打开一处问题，或在“督办任务”里打开一项逾期任务，点“拟扣分”。'
              }
            />
          }
        />
      </div>
    </div>
  );
}

interface DecisionBarProps {
  chosen: readonly DeductionRow[];
  waiting: readonly DeductionRow[];
  onDone: () => void;
}

function DecisionBar({ chosen, waiting, onDone }: DecisionBarProps) {
  const accept = useAccept();
  const [refuses, setRefuses] = useState(false);

  async function acceptChosen(): Promise<void> {
    if ((await accept.run({ uids: chosen.map(({ uid }) => uid) })).done) onDone();
  }

  return (
    <div className={styles.bar} role="toolbar" aria-label="对选中的拟扣分">
      <span>
        {waiting.length} 项待处理，已选 {chosen.length} 项
      </span>
      <Button
        type="primary"
        disabled={chosen.length === 0}
        loading={accept.running}
        onClick={() => void acceptChosen()}
      >
        采纳
      </Button>
      <Button disabled={chosen.length === 0} onClick={() => setRefuses(true)}>
        不采纳…
      </Button>
      <span className={styles.grey}>点一行到评分表里的那一格，可以先看依据和采纳后的得分</span>
      {refuses && (
        <RefuseDialog
          rows={chosen}
          onDone={() => {
            setRefuses(false);
            onDone();
          }}
          onClose={() => setRefuses(false)}
        />
      )}
    </div>
  );
}

const columns: NonNullable<TableProps<DeductionRow>['columns']> = [
  { title: '状态', key: 'state', width: 92, render: (_, row) => <LightTag {...stateTag(row)} /> },
  { title: '单位', dataIndex: 'unitName', width: 110, ellipsis: true },
  {
    title: '指标',
    key: 'indicator',
    width: 220,
    ellipsis: true,
    render: (_, { indicatorNumber: number, indicatorContent: content }) =>
      indicatorWords({ number, content }),
  },
  { title: '扣分', key: 'points', width: 72, align: 'right', render: (_, row) => amountWords(row) },
  { title: '理由', key: 'reason', ellipsis: true, render: (_, row) => <Reason row={row} /> },
  {
    title: '依据',
    key: 'task',
    width: 84,
    render: (_, row) => <Link href={taskHref(row)}>{row.task.isFinding ? '问题隐患' : '督办任务'}</Link>,
  },
  {
    title: '提出',
    key: 'proposed',
    width: 150,
    render: (_, { proposedBy, proposedAt }) => `${proposedBy} ${shortInstant(proposedAt)}`,
  },
];

function Reason({ row: { reason, refusal, task } }: { row: DeductionRow }) {
  const words = refusal === '' ? reason : `未采纳：${refusal}。原拟：${reason}`;
  return (
    <span title={words}>
      <UnreleasedMark uid={task.uid} />
      {words}
    </span>
  );
}
