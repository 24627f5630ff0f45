import type { HandedTable } from '#shared/contract/reports.ts';
import type { PrintedRow } from '#shared/rules/reports/printed.ts';
import type { CellDifference } from '#shared/rules/reports/differences.ts';
import styles from '../reports.module.css';

/** A table as it was printed; where it would be different today, both stand side by side. */
export function FrozenTable({ table: { name, printed, differences } }: { table: HandedTable }) {
  const changed = new Map(differences.map((each) => [cellKey(each.row, each.column), each]));
  const known = new Set([...printed.rows, ...printed.foot].map(({ key }) => key));
  const added = [
    ...Map.groupBy(
      differences.filter(({ row }) => !known.has(row)),
      ({ row }) => row,
    ).values(),
  ];
  const line = ({ key, texts }: PrintedRow) => (
    <tr key={key}>
      {printed.head.map((heading, place) => {
        const difference = changed.get(cellKey(key, place));
        const text = texts[place] ?? '';
        const content = difference === undefined ? text : <Changed difference={difference} />;
        return place === 0 ? (
          <th key={heading} scope="row">
            {content}
          </th>
        ) : (
          <td key={heading}>{content}</td>
        );
      })}
    </tr>
  );
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
          {printed.rows.map(line)}
          {added.map((cells) => (
            <tr key={cells[0]?.row}>
              {printed.head.map((heading, place) => {
                const difference = cells.find((cell) => cell.column === place);
                return (
                  <td key={heading}>{difference !== undefined && <Changed difference={difference} />}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>{printed.foot.map(line)}</tfoot>
      </table>
    </section>
  );
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
