import type { HandedTable } from '#shared/contract/reports.ts';
import type { CellDifference } from '#shared/rules/reports/differences.ts';
import { footTime, type PrintedRow } from '#shared/rules/reports/printed.ts';
import { type ReportTime, wordsHaveRecords } from '#shared/rules/reports/words.ts';
import { OpenNumber } from '../report/open-number.tsx';
import styles from '../reports.module.css';

/** Whose numbers a line has. */
interface LineOf {
  /** Null: the total. */
  row: string | null;
  time: ReportTime;
}

/** A number of a handed table that was clicked. */
export interface PointedNumber extends LineOf {
  measure: string;
  /** What it is: 城东区 发现火灾隐患(处). */
  title: string;
}

interface FrozenTableProps {
  table: HandedTable;
  onOpen: (pointed: PointedNumber) => void;
}

/**
 * A table as it was printed; where it would be different today, both stand side by side. Numbers open what they count
 * today: the records of then are not kept.
 */
export function FrozenTable({ table, onOpen }: FrozenTableProps) {
  const { name, printed, differences } = table;
  const changed = new Map(differences.map((each) => [cellKey(each.row, each.column), each]));
  const known = new Set([...printed.rows, ...printed.foot].map(({ key }) => key));
  const added = [...new Set(differences.map(({ row }) => row))].filter((row) => !known.has(row));
  const line = ({ key, texts }: PrintedRow, of: LineOf | null) => (
    <tr key={key}>
      {printed.head.map((heading, place) => {
        const difference = changed.get(cellKey(key, place));
        const text = texts[place] ?? '';
        const content = difference === undefined ? text : <Changed difference={difference} />;
        if (place === 0)
          return (
            <th key={heading} scope="row">
              {content}
            </th>
          );
        const column = table.columns[place - 1];
        const today = difference === undefined ? text : difference.today;
        return (
          <td key={heading}>
            <OpenNumber
              hasRecords={of !== null && column !== undefined && wordsHaveRecords(today, column)}
              onOpen={() => {
                if (of === null || column === undefined) return;
                onOpen({ ...of, measure: column.measure, title: `${texts[0] ?? ''} ${heading}` });
              }}
            >
              {content}
            </OpenNumber>
          </td>
        );
      })}
    </tr>
  );
  const footLine = (row: PrintedRow) => {
    const time = footTime(row.key);
    return line(row, time === null ? null : { row: null, time });
  };
  return (
    <section className={styles.frozen}>
      <h2>{name}</h2>
      <p className={styles.hint}>{[printed.left, printed.right].filter((part) => part !== '').join('　')}</p>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            {printed.head.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...printed.rows, ...added.map((key) => ({ key, texts: [nameOf(key)] }))].map((row) =>
            line(row, { row: row.key, time: 'now' }),
          )}
        </tbody>
        <tfoot>{printed.foot.map(footLine)}</tfoot>
      </table>
    </section>
  );

  function nameOf(row: string): string {
    return differences.find((each) => each.row === row)?.rowName ?? '';
  }
}

function Changed({ difference: { frozen, today } }: { difference: CellDifference }) {
  return (
    <span className={styles.changed}>
      {frozen ?? '(没有)'} → {today ?? '(没有)'}
    </span>
  );
}

function cellKey(row: string, column: number): string {
  return `${row} ${column}`;
}
