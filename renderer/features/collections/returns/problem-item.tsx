import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import type { ReturnProblem } from '#shared/rules/collections/returns/model.ts';
import { showValue } from '#shared/rules/collections/show-value.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { SeverityTag } from '#renderer/ui/severity-tag.tsx';
import styles from './returns.module.css';

interface ProblemItemProps {
  returnUid: string;
  problem: ReturnProblem;
  columns: readonly CollectedColumn[];
  mayAnswer: boolean;
}

/** What is wrong in one place; a cell is put right here once the unit has been asked. */
export function ProblemItem({ returnUid, problem, columns, mayAnswer }: ProblemItemProps) {
  const { kind, row, column: letter, cell, text, guess } = problem;
  const column = columns.find(({ key }) => key === cell?.column);
  const [typed, setTyped] = useState(guess === null || column === undefined ? '' : showValue(column, guess));
  const answer = useOperation(client.collectionReturns.answer, { success: '已更正', undoable: true });
  const accept = useOperation(client.collectionReturns.acceptEmpty, {
    success: '已按零报告收下',
    undoable: true,
  });
  const asking = columns.find(({ key }) => key === column?.whenYes);
  const place = row === 0 ? '整张表' : `第 ${row} 行${letter === '' ? '' : ` ${letter} 列`}`;

  function submit(): void {
    if (cell !== null) void answer.run({ returnUid, place: cell.place, column: cell.column, text: typed });
  }

  function deny(): void {
    if (cell === null || asking === undefined) return;
    void answer.run({ returnUid, place: cell.place, column: asking.key, text: '否' });
  }

  return (
    <div className={styles.problem}>
      <SeverityTag severity={kind === 'note' ? 'warning' : 'error'} />{' '}
      <span className={styles.place}>
        {place}
        {column === undefined ? '' : `“${column.heading}”`}
      </span>
      <div>{text}</div>
      {mayAnswer && kind === 'empty' && (
        <Button size="small" loading={accept.running} onClick={() => void accept.run({ returnUid })}>
          按零报告收下
        </Button>
      )}
      {mayAnswer && cell !== null && (
        <Space.Compact style={{ width: '100%' }}>
          <Input
            aria-label={`${place}应填`}
            placeholder="问清楚后填在这里"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onPressEnter={submit}
          />
          <Button loading={answer.running} disabled={typed.trim() === ''} onClick={submit}>
            就填这个
          </Button>
        </Space.Compact>
      )}
      {mayAnswer && asking !== undefined && (
        <Button size="small" loading={answer.running} onClick={deny}>
          “{asking.heading}”改成“否”
        </Button>
      )}
    </div>
  );
}
