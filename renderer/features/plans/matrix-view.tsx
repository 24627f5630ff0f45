import { Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import type { PlanNode } from '#shared/contract/plans.ts';
import { type MatrixBy, type MatrixCell, matrixOf } from '#shared/rules/plans/matrix.ts';
import { totalOf } from '#shared/rules/plans/standing.ts';
import { useLightDays } from '#renderer/features/tasks/index.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { OpenCell } from './cell-panel.tsx';
import { Progress } from './progress.tsx';
import styles from './plans.module.css';

interface MatrixViewProps {
  nodes: readonly PlanNode[];
  onOpen: (cell: OpenCell) => void;
}

/** Units against headings or months: done of all, and what is overdue; a number leads to its tasks. */
export function MatrixView({ nodes, onOpen }: MatrixViewProps) {
  const hasHeadings = nodes.some(({ heading, parentUid }) => heading !== null && parentUid === null);
  const [by, setBy] = useState<MatrixBy>(hasHeadings ? 'heading' : 'month');
  const [supporting, setSupporting] = useState(false);
  const { today } = useLightDays();
  const { columns, rows, sums, sum } = matrixOf(nodes, { by, supporting, today });
  if (rows.length === 0) return <EmptyState text="方案里有了任务，这里就按单位列出办结和逾期的项数。" />;

  const cellOf = (cell: MatrixCell, unit: string, column: string) => (
    <Cell
      key={column}
      cell={cell}
      onOpen={onOpen}
      title={[unit, column].filter((part) => part !== '').join('，')}
    />
  );
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Segmented<MatrixBy>
          aria-label="按什么汇总"
          value={by}
          onChange={setBy}
          options={[
            { value: 'heading', label: '按标题' },
            { value: 'month', label: '按完成月份' },
          ]}
        />
        <Checkbox checked={supporting} onChange={({ target }) => setSupporting(target.checked)}>
          也算配合单位
        </Checkbox>
        <span className={styles.grey}>“2/5”是 5 项里已办结 2 项，点开看是哪几项。</span>
      </div>
      <div className={styles.scroll}>
        <table className={styles.matrix} aria-label="单位进度">
          <thead>
            <tr>
              <th scope="col">单位</th>
              {columns.map(({ key, title }) => (
                <th key={key} scope="col" title={title}>
                  {title}
                </th>
              ))}
              <th scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unitUid ?? ''}>
                <th scope="row">{row.name}</th>
                {columns.map(({ title }, index) => cellOf(row.cells[index] ?? row.sum, row.name, title))}
                {cellOf(row.sum, row.name, '')}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">全方案</th>
              {columns.map(({ title }, index) => cellOf(sums[index] ?? sum, '', title))}
              {cellOf(sum, '全方案', '')}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function Cell({
  cell,
  title,
  onOpen,
}: {
  cell: MatrixCell;
  title: string;
  onOpen: (cell: OpenCell) => void;
}) {
  if (totalOf(cell.counts) === 0) return <td className={styles.none}>—</td>;
  return (
    <td>
      <button
        type="button"
        className={styles.cell}
        aria-label={`${title}：共 ${totalOf(cell.counts)} 项，办结 ${cell.counts.done} 项，逾期 ${cell.counts.overdue} 项`}
        onClick={() => onOpen({ title, taskUids: cell.taskUids })}
      >
        <Progress counts={cell.counts} />
      </button>
    </td>
  );
}
