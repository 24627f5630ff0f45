import type { ReactNode } from 'react';
import styles from './dialog-table.module.css';

interface DialogTableProps {
  heads: readonly string[];
  /** Heads of columns with numbers, which stand behind the others; their cells bear `data-number`. */
  numberHeads?: readonly string[];
  /** Greatest height in pixels; what is longer scrolls below the heads. */
  most: number;
  /** Rows, each led by a `th` that names it. */
  children: ReactNode;
}

/** A table within a dialog: what is about to happen, or two sides to choose from. */
export function DialogTable({ heads, numberHeads = [], most, children }: DialogTableProps) {
  return (
    <div className={styles.scroll} style={{ maxHeight: most }}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {numberHeads.map((head) => (
              <th key={head} scope="col" data-number="">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
