import { useQuery } from '@tanstack/react-query';
import type { RowChangeRecord } from '#shared/contract/history.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { actionNames, columnLabel, isShown, tableLabel, valueText } from '#shared/rules/history/labels.ts';
import styles from './row-changes.module.css';

const SHOWN_ROWS = 200;

/** The rows that one operation changed, each column before and after. */
export function RowChanges({ operationUid }: { operationUid: string }) {
  const changes = useQuery(
    api.history.changes.queryOptions({ input: { uid: operationUid }, staleTime: Infinity }),
  );
  return (
    <div className={styles.changes}>
      <QueryView query={changes}>
        {(rows) => <ShownRows rows={rows.filter(({ isHidden }) => !isHidden)} all={rows.length} />}
      </QueryView>
    </div>
  );
}

function ShownRows({ rows, all }: { rows: readonly RowChangeRecord[]; all: number }) {
  const seesBusiness = useRight('view');
  return (
    <>
      {rows.slice(0, SHOWN_ROWS).map((row) => (
        <RowChange key={`${row.table} ${row.rowUid} ${row.action}`} row={row} />
      ))}
      {rows.length > SHOWN_ROWS && (
        <p>
          共 {rows.length} 行，这里显示前 {SHOWN_ROWS} 行。
        </p>
      )}
      {all > rows.length && <p>{hiddenWords(all - rows.length, seesBusiness)}</p>}
    </>
  );
}

function hiddenWords(count: number, seesBusiness: boolean): string {
  return seesBusiness
    ? `暗访的 ${count} 行改动，公布以前不显示内容。`
    : `业务数据的 ${count} 行改动，您的身份看不到内容。`;
}

function RowChange({ row }: { row: RowChangeRecord }) {
  const columns = row.columns.filter(({ column }) => isShown(column));
  return (
    <table className={styles.row}>
      <caption>
        {actionNames[row.action]}
        {tableLabel(row.table)}
      </caption>
      <tbody>
        {columns.map(({ column, before, after }) => (
          <tr key={column}>
            <th scope="row">{columnLabel(row.table, column)}</th>
            {row.action !== 'insert' && (
              <td className={styles.before}>{valueText(row.table, column, before)}</td>
            )}
            {row.action === 'update' && (
              <td className={styles.arrow} aria-label="改为">
                →
              </td>
            )}
            {row.action !== 'delete' && <td>{valueText(row.table, column, after)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
