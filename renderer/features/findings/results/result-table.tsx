import { Link } from 'wouter';
import type { ResultScope } from '#shared/contract/finding-results.ts';
import { shareText } from '#shared/rules/campaigns/words.ts';
import type { ResultCounts } from '#shared/rules/findings/add-up.ts';
import { type CountName, countedState, type Narrowed } from './counted-links.ts';
import styles from './results.module.css';

export interface ResultLine extends ResultCounts {
  name: string;
  /** Which of the findings it counts. */
  narrowed: Narrowed;
}

interface ResultTableProps {
  scope: ResultScope;
  title: string;
  heading: string;
  rows: readonly ResultLine[];
  total: ResultCounts;
}

const countNames: readonly CountName[] = ['found', 'major', 'rectified', 'overdue'];

export function ResultTable({ scope, title, heading, rows, total }: ResultTableProps) {
  return (
    <section>
      <h2>{title}</h2>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">发现(处)</th>
            <th scope="col">其中重大</th>
            <th scope="col">已整改</th>
            <th scope="col">逾期</th>
            <th scope="col">整改率</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={JSON.stringify(row.narrowed)} scope={scope} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Line scope={scope} row={{ name: '合计', narrowed: {}, ...total }} />
        </tfoot>
      </table>
    </section>
  );
}

function Line({ scope, row }: { scope: ResultScope; row: ResultLine }) {
  const { name, narrowed, found, rectified } = row;
  return (
    <tr>
      <th scope="row">{name}</th>
      {countNames.map((count) => (
        <td key={count} className={count === 'overdue' && row.overdue > 0 ? styles.late : ''}>
          {row[count] === 0 ? (
            0
          ) : (
            <Link href="/findings" state={countedState(scope, narrowed, count)}>
              {row[count]}
            </Link>
          )}
        </td>
      ))}
      <td>{shareText(rectified, found)}</td>
    </tr>
  );
}
