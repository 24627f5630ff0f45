import type { ReactNode } from 'react';
import type { DrawingPool } from '#shared/contract/campaigns.ts';
import styles from '../campaigns.module.css';

interface PoolTableProps<Pool extends DrawingPool> {
  pools: readonly Pool[];
  /** Accessible name. */
  label: string;
  renderCell: (pool: Pool) => ReactNode;
}

/** Counties against what is drawn in each. */
export function PoolTable<Pool extends DrawingPool>({ pools, label, renderCell }: PoolTableProps<Pool>) {
  const rows = [...Map.groupBy(pools, ({ countyUid }) => countyUid).values()];
  const subjects = rows[0]?.map(({ subject }) => subject) ?? [];
  return (
    <table className={styles.grid} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">县(市、区)</th>
          {subjects.map((subject, index) => (
            <th key={`${index} ${subject}`} scope="col">
              {subject}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.countyUid}>
            <th scope="row">{row[0]?.countyName}</th>
            {row.map((pool, index) => (
              <td key={`${index} ${pool.subject}`}>{renderCell(pool)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
