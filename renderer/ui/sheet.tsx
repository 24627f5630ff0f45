import type { ReactNode } from 'react';
import styles from './sheet.module.css';

/** A white area on the grey page, with its heading. */
export function Sheet({
  title,
  extra,
  children,
}: {
  title?: string;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.sheet}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {extra}
        </header>
      )}
      {children}
    </section>
  );
}
