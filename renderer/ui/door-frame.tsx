import type { ReactNode } from 'react';
import styles from './door-frame.module.css';

interface DoorFrameProps {
  title: string;
  /** Under the title. */
  lead?: ReactNode;
  children: ReactNode;
}

/** One sheet in the middle of the window, for what comes before the workbench. */
export function DoorFrame({ title, lead, children }: DoorFrameProps) {
  return (
    <main className={styles.ground} data-door="">
      <section className={styles.sheet}>
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </section>
    </main>
  );
}
