import { Radio } from 'antd';
import type { ReactNode } from 'react';
import type { CollectionUnit } from '#shared/contract/collections.ts';
import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import { type MergeCell, OF_UNIT, OWN_ROWS, rowsOfText } from '#shared/rules/collections/merge/model.ts';
import { showValue } from '#shared/rules/collections/show-value.ts';
import { shortInstant } from '#renderer/ui/instants.ts';
import { DialogTable } from '#renderer/ui/dialog-table.tsx';
import styles from './returns.module.css';

interface ConflictTableProps {
  conflicts: readonly MergeCell[];
  columns: readonly CollectedColumn[];
  units: readonly CollectionUnit[];
  /** `stored`, or uid of a return; undefined: nothing was chosen yet. */
  choiceOf: (cell: MergeCell) => string | undefined;
  onChoose: (cell: MergeCell, choice: string) => void;
}

/** What is stored and what came back, side by side. */
export function ConflictTable({ conflicts, columns, units, choiceOf, onChoose }: ConflictTableProps) {
  const shown = (cell: MergeCell, value: string): ReactNode => {
    if (cell.column === OWN_ROWS) return <WholeRows columns={columns} text={value} />;
    if (cell.column === OF_UNIT) return units.find(({ uid }) => uid === value)?.name ?? value;
    const column = columns.find(({ key }) => key === cell.column);
    if (column === undefined || value === '') return <span className={styles.whole}>(空)</span>;
    return showValue(column, value);
  };
  /** What we fill in ourselves is asked of new rows only: those need it. */
  const mustChoose = ({ column }: MergeCell): boolean =>
    column === OF_UNIT || columns.some(({ key, locked }) => locked && key === column);
  return (
    <DialogTable heads={['单位', '哪一格', '现有的', '交回的']} most={400}>
      {conflicts.map((cell) => (
        <tr key={cell.id}>
          <th scope="row">{cell.unitName}</th>
          <td>
            {cell.row} “{cell.heading}”
          </td>
          <td>
            {mustChoose(cell) ? (
              <span className={styles.place}>新添的，这里还没有</span>
            ) : (
              <Radio checked={choiceOf(cell) === 'stored'} onChange={() => onChoose(cell, 'stored')}>
                {shown(cell, cell.stored)}
                {cell.changedSince && <span className={styles.place}>(下发后改过)</span>}
              </Radio>
            )}
          </td>
          <td>
            {cell.candidates.map(({ returnUid, unitName, value, receivedAt, fileName }) => (
              <div key={returnUid}>
                <Radio checked={choiceOf(cell) === returnUid} onChange={() => onChoose(cell, returnUid)}>
                  {value === '' && cell.stored !== '' ? removalWords(cell) : shown(cell, value)}
                  {cell.candidates.length > 1 && (
                    <span className={styles.place}>
                      ({isOfSeveral(cell) && `${unitName}，`}
                      {fileName}，{shortInstant(receivedAt)})
                    </span>
                  )}
                </Radio>
              </div>
            ))}
          </td>
        </tr>
      ))}
    </DialogTable>
  );
}

/** A county and its township may speak of one record. */
function isOfSeveral({ candidates }: MergeCell): boolean {
  return new Set(candidates.map(({ unitUid }) => unitUid)).size > 1;
}

function removalWords({ column }: MergeCell): string {
  return column === OWN_ROWS ? '(没有了，选这个就都删去)' : '(清空了，选这个就删去)';
}

/** All rows that a unit added, one below the other. */
function WholeRows({ columns, text }: { columns: readonly CollectedColumn[]; text: string }) {
  const lines = rowsOfText(text).map((values) =>
    columns
      .flatMap((column) => {
        const value = values[column.key];
        return value === undefined ? [] : `${column.heading} ${showValue(column, value)}`;
      })
      .join('，'),
  );
  if (lines.length === 0) return '(没有)';
  return lines.map((line, place) => <div key={`${place} ${line}`}>{line}</div>);
}
