import {
  type NumberLook,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
  rowKindNames,
} from '#shared/rules/reports/table.ts';
import {
  type Comparison,
  comparedTexts,
  comparisonNames,
  hasRecords,
  NOTHING,
  type ReportTime,
  valueText,
} from '#shared/rules/reports/words.ts';
import styles from '../reports.module.css';
import { OpenNumber } from './open-number.tsx';

/** A number that was clicked. */
interface Pointed {
  measure: string;
  /** Null: the total. */
  row: string | null;
  time: ReportTime;
  /** What it is: 城东区 发现火灾隐患, with 去年同期 behind it where that is meant. */
  title: string;
}

interface ReportGridProps {
  table: ReportTable;
  /** Below each number how it was then. */
  comparison: Comparison | null;
  /** Of a time that was asked before: the one that is asked now is still being counted. */
  isOld: boolean;
  onOpen: (pointed: Pointed) => void;
}

export function ReportGrid({ table, comparison, isOld, onOpen }: ReportGridProps) {
  const { title, columns, rows, total, rowKind } = table;
  const line = (key: string | null, name: string, cells: readonly ReportCell[]) => (
    <tr key={key ?? '合计'}>
      <th scope="row">{name}</th>
      {columns.map((column, place) => (
        <td key={column.measure}>
          <Cell
            cell={cells[place]}
            column={column}
            comparison={comparison}
            isOld={isOld}
            onOpen={(time) => {
              const past = time === 'now' ? '' : ` ${comparisonNames[time].past}`;
              onOpen({ measure: column.measure, row: key, time, title: `${name} ${column.heading}${past}` });
            }}
          />
        </td>
      ))}
    </tr>
  );
  return (
    <table
      className={isOld ? `${styles.table} ${styles.old}` : styles.table}
      aria-label={title}
      aria-busy={isOld}
    >
      <thead>
        <tr>
          <th scope="col">{rowKindNames[rowKind]}</th>
          {columns.map(({ measure, heading, unit }) => (
            <th key={measure} scope="col">
              {heading}
              {unit !== '' && unit !== '%' && <span className={styles.unit}>({unit})</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(({ key, name, cells }) => line(key, name, cells))}</tbody>
      <tfoot>{line(null, '合计', total)}</tfoot>
    </table>
  );
}

interface CellProps {
  cell: ReportCell | undefined;
  column: ReportColumn;
  comparison: Comparison | null;
  isOld: boolean;
  onOpen: (time: ReportTime) => void;
}

function Cell({ cell, column, comparison, isOld, onOpen }: CellProps) {
  if (cell === undefined) return null;
  const number = (time: ReportTime) => {
    const value = cell[time === 'now' ? 'value' : time];
    return (
      <OpenNumber hasRecords={hasRecords(value, column)} isOld={isOld} onOpen={() => onOpen(time)}>
        {valueText(value, column)}
      </OpenNumber>
    );
  };
  if (comparison === null) return number('now');
  const difference = differenceLine(cell, column, comparison);
  return (
    <>
      {number('now')}
      <span className={styles.compared}>
        {comparisonNames[comparison].past} {number(comparison)}
      </span>
      {difference !== null && <span className={styles.compared}>{difference}</span>}
    </>
  );
}

/** 增减 +3(+25%); null: there is nothing to compare with. */
function differenceLine(cell: ReportCell, look: NumberLook, comparison: Comparison): string | null {
  const [, difference = NOTHING, change = NOTHING] = comparedTexts(cell, look, comparison);
  if (difference === NOTHING) return null;
  return `增减 ${difference}${change === NOTHING ? '' : `(${change})`}`;
}
