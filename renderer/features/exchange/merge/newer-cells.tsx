import type { PackCell, PackPlan } from '#shared/rules/exchange/model.ts';
import { columnLabel, tableLabel } from '#shared/rules/history/labels.ts';
import { DialogPages } from '#renderer/ui/dialog-pages.tsx';
import { DialogTable } from '#renderer/ui/dialog-table.tsx';
import styles from '../exchange.module.css';
import { sideText } from './conflicts.tsx';

/** Cells where the pack went on from what is here. */
export function NewerCells({ cells, count }: { cells: readonly PackCell[]; count: number }) {
  if (count === 0) return null;
  return (
    <details>
      <summary className={styles.heading}>包里较新，会采用的 {count} 格</summary>
      <DialogPages rows={cells}>
        {(shown) => (
          <DialogTable heads={['哪一条', '哪一格', '现在', '合并以后']} most={300}>
            {shown.map((cell) => (
              <tr key={cell.id}>
                <th scope="row">{cell.row}</th>
                <td>{columnLabel(cell.table, cell.column)}</td>
                <td>{sideText(cell, 'ours')}</td>
                <td>{sideText(cell, 'theirs')}</td>
              </tr>
            ))}
          </DialogTable>
        )}
      </DialogPages>
      {count > cells.length && <p>只列出前 {cells.length} 格。</p>}
    </details>
  );
}

/** Rows that are not merged, each with its reason. */
export function LeftOut({ rows, count }: { rows: PackPlan['leftOut']; count: number }) {
  if (count === 0) return null;
  return (
    <details>
      <summary className={styles.heading}>不合并的 {count} 条和原因</summary>
      <DialogPages rows={rows}>
        {(shown) => (
          <DialogTable heads={['内容', '哪一条', '原因']} most={300}>
            {shown.map(({ table, row, reason }, place) => (
              <tr key={`${place} ${row}`}>
                <td>{tableLabel(table)}</td>
                <td>{row}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </DialogTable>
        )}
      </DialogPages>
      {count > rows.length && <p>只列出前 {rows.length} 条。</p>}
    </details>
  );
}
