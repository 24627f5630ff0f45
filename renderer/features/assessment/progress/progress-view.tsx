import { useQuery } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useMemo } from 'react';
import type { GroupFrame, ScoreStage } from '#shared/contract/assessment.ts';
import { scoreStages, stageNames } from '#shared/rules/assessment/stages.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { CellRef } from '../book/score-book.ts';
import { type ProgressRow, progressRows, scorerTotals, type StageCount } from './progress-rows.ts';
import styles from './progress-view.module.css';

interface Goal {
  stage: ScoreStage;
  target: CellRef;
}

interface ProgressViewProps {
  frame: GroupFrame;
  /** To a cell of a stage in the grid. */
  onGo: (goal: Goal) => void;
}

/** What is entered and what is missing, object by object and stage by stage, and who entered it. */
export function ProgressView({ frame, onGo }: ProgressViewProps) {
  const query = useQuery(
    api.assessment.stageProgress.queryOptions({
      input: { groupUid: frame.uid },
      meta: { tables: ['score', 'assessment_object'] },
    }),
  );
  const columns = useMemo(() => progressColumns(onGo), [onGo]);
  return (
    <QueryView query={query}>
      {(progress) => {
        const rows = progressRows(frame, progress);
        return (
          <div className={styles.page}>
            <Scorers rows={rows} />
            <div className={styles.table}>
              <ListTable<ProgressRow>
                label="评分进度"
                columns={columns}
                minWidth={1_000}
                rows={rows}
                rowKey={({ objectUid }) => objectUid}
                empty={<EmptyState text="这一组还没有被考评单位。" />}
              />
            </div>
          </div>
        );
      }}
    </QueryView>
  );
}

function Scorers({ rows }: { rows: readonly ProgressRow[] }) {
  const totals = scorerTotals(rows);
  if (totals.length === 0) return <p className={styles.scorers}>还没有录入任何得分。</p>;
  return (
    <ul className={styles.scorers} aria-label="各人录入的项数">
      {totals.map(({ userName, stages }) => (
        <li key={userName}>
          <strong>{userName}</strong>
          {stages.map(({ stage, count }) => (
            <span key={stage}>
              {stageNames[stage]} {count} 项
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

type Columns = NonNullable<TableProps<ProgressRow>['columns']>;

function progressColumns(onGo: ProgressViewProps['onGo']): Columns {
  return [
    { title: '单位', dataIndex: 'name', width: 150, ellipsis: true },
    ...scoreStages.map((stage): Columns[number] => ({
      title: stageNames[stage],
      key: stage,
      render: (_, row) => <StageCell row={row} count={row.stages[stage]} onGo={onGo} />,
    })),
  ];
}

interface StageCellProps {
  row: ProgressRow;
  count: StageCount;
  onGo: ProgressViewProps['onGo'];
}

/** 96/120 李明: leads to the first cell that is missing, where none is expected to the first that is there. */
function StageCell({ row, count: { stage, entered, isExpected, goal, words }, onGo }: StageCellProps) {
  const text = isExpected ? `${entered}/${row.cellCount}` : `${entered} 项`;
  const isMissing = isExpected && entered < row.cellCount;
  return (
    <span className={styles.stage}>
      {goal === null ? (
        <span className={styles.count}>{text}</span>
      ) : (
        <Button
          type="link"
          size="small"
          className={styles.count ?? ''}
          title={isMissing ? '到第一个没有录入的项' : '到第一个录入的项'}
          aria-label={`${row.name} ${stageNames[stage]} ${text}，${isMissing ? '到第一个没有录入的项' : '到第一个录入的项'}`}
          onClick={() => onGo({ stage, target: { objectUid: row.objectUid, indicatorUid: goal } })}
        >
          {text}
        </Button>
      )}
      {isMissing && entered > 0 && <span className={styles.missing}>缺 {row.cellCount - entered}</span>}
      <span className={styles.who} title={words}>
        {words}
      </span>
    </span>
  );
}
