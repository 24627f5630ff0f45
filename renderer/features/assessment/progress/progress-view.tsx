import { useQuery } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useMemo } from 'react';
import type { GroupFrame, JudgeCount, ScoreStage } from '#shared/contract/assessment.ts';
import { scoreStages, stageNames } from '#shared/rules/assessment/stages.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { CellRef } from '../book/score-book.ts';
import {
  judgesMissing,
  type ProgressRow,
  progressRows,
  scorerTotals,
  type StageCount,
} from './progress-rows.ts';
import styles from './progress-view.module.css';

interface Goal {
  stage: ScoreStage;
  target: CellRef;
  /** Whose cell it is, where judges score. */
  judgeUid?: string;
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
      meta: { tables: ['score', 'assessment_object', 'judge', 'judged_cell'] },
    }),
  );
  const columns = useMemo(() => progressColumns(frame, onGo), [frame, onGo]);
  return (
    <QueryView query={query}>
      {(progress) => {
        const rows = progressRows(frame, progress);
        return (
          <div className={styles.page}>
            <Scorers rows={rows} />
            <MissingJudges frame={frame} rows={rows} />
            <div className={styles.table}>
              <ListTable<ProgressRow>
                label="评分进度"
                columns={columns}
                minWidth={widthOf(frame)}
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

/** What is missing judge by judge: an item counts only when all have scored it. */
function MissingJudges({ frame: { judges }, rows }: { frame: GroupFrame; rows: readonly ProgressRow[] }) {
  if (judges.length === 0) return null;
  const missing = judgesMissing(judges, rows);
  if (missing.length === 0) return <p className={styles.scorers}>评委都评齐了。</p>;
  return (
    <ul className={styles.scorers} aria-label="评委还没有评的项数">
      {missing.map((judge) => (
        <li key={judge.name}>
          <strong>{judge.name}</strong>
          <span className={styles.missing}>
            还有 {judge.objects} 个单位的 {judge.missing} 项没有评
          </span>
        </li>
      ))}
    </ul>
  );
}

type Columns = NonNullable<TableProps<ProgressRow>['columns']>;

/** Widths where judges have columns of their own beside the stages. */
const judgedPixels: Readonly<Record<ScoreStage, number>> = {
  self: 150,
  checked: 170,
  reviewed: 110,
  final: 110,
};
const JUDGE_PIXELS = 125;
const NAME_PIXELS = 150;
const PLAIN_PIXELS = 1_000;

function widthOf({ judges }: GroupFrame): number {
  if (judges.length === 0) return PLAIN_PIXELS;
  const stages = Object.values(judgedPixels).reduce((sum, width) => sum + width, NAME_PIXELS);
  return stages + judges.length * JUDGE_PIXELS;
}

function progressColumns({ judges }: GroupFrame, onGo: ProgressViewProps['onGo']): Columns {
  const hasJudges = judges.length > 0;
  const ofJudges = judges.map(({ uid, name }, place): Columns[number] => ({
    title: `评委 ${name}`,
    key: uid,
    ellipsis: true,
    width: JUDGE_PIXELS,
    render: (_, row) => <JudgeCell row={row} judge={{ uid, name }} count={row.judges[place]} onGo={onGo} />,
  }));
  const ofStages = scoreStages.map((stage): Columns[number] => ({
    title: stage === 'checked' && hasJudges ? '考评分(评齐的)' : stageNames[stage],
    key: stage,
    ...(hasJudges ? { width: judgedPixels[stage] } : {}),
    render: (_, row) => <StageCell row={row} count={row.stages[stage]} onGo={onGo} />,
  }));
  const afterChecked = scoreStages.indexOf('checked') + 1;
  return [
    { title: '单位', dataIndex: 'name', width: NAME_PIXELS, ellipsis: true },
    ...ofStages.toSpliced(afterChecked, 0, ...ofJudges),
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

interface JudgeCellProps {
  row: ProgressRow;
  judge: { uid: string; name: string };
  count: JudgeCount | null | undefined;
  onGo: ProgressViewProps['onGo'];
}

/** 96/120: leads to the first cell that the judge has not scored. */
function JudgeCell({ row, judge, count, onGo }: JudgeCellProps) {
  if (count === null || count === undefined) return <span className={styles.who}>回避</span>;
  const { expected, entered, firstEmpty, firstEntered } = count;
  const goal = firstEmpty ?? firstEntered;
  const text = `${entered}/${expected}`;
  const words = firstEmpty === null ? '到第一个评了的项' : '到第一个没有评的项';
  return (
    <span className={styles.stage}>
      <Button
        type="link"
        size="small"
        className={styles.count ?? ''}
        disabled={goal === null}
        title={words}
        aria-label={`${row.name} 评委${judge.name} ${text}，${words}`}
        onClick={() =>
          goal !== null &&
          onGo({
            stage: 'checked',
            judgeUid: judge.uid,
            target: { objectUid: row.objectUid, indicatorUid: goal },
          })
        }
      >
        {text}
      </Button>
      {entered < expected && <span className={styles.missing}>缺 {expected - entered}</span>}
    </span>
  );
}
