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
  NOTHING,
  valueText,
} from '#shared/rules/reports/words.ts';
import styles from '../reports.module.css';

/** A number that was clicked. */
interface Pointed {
  measure: string;
  /** Null: the total. */
  row: string | null;
  /** What it is: 城东区 发现火灾隐患. */
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
            onOpen={() => onOpen({ measure: column.measure, row: key, title: `${name} ${column.heading}` })}
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
  onOpen: () => void;
}

function Cell({ cell, column, comparison, isOld, onOpen }: CellProps) {
  if (cell === undefined) return null;
  const { value } = cell;
  const text = valueText(value, column);
  return (
    <>
      {value === null || value === 0 ? (
        text
      ) : (
        <button type="button" className={styles.number} disabled={isOld} onClick={onOpen}>
          {text}
        </button>
      )}
      {comparison !== null &&
        comparedLines(cell, column, comparison).map((line) => (
          <span key={line} className={styles.compared}>
            {line}
          </span>
        ))}
    </>
  );
}

/** 去年同期 12; below it 增减 +3(+25%). */
function comparedLines(cell: ReportCell, look: NumberLook, comparison: Comparison): string[] {
  const [past = NOTHING, difference = NOTHING, change = NOTHING] = comparedTexts(cell, look, comparison);
  const first = `${comparisonNames[comparison].past} ${past}`;
  if (difference === NOTHING) return [first];
  return [first, `增减 ${difference}${change === NOTHING ? '' : `(${change})`}`];
}
