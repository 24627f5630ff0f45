import type { ReactNode } from 'react';
import styles from './page-frame.module.css';
import { useReportTitle } from './page-title.ts';

interface PageFrameProps {
  title: string;
  /** Beside the title, small: 共 32 个机构. */
  note?: ReactNode;
  /** At the right; the next step is the primary button, and last. */
  actions?: ReactNode;
  /** Below the title: search, filters, tabs. */
  toolbar?: ReactNode;
  /** At the right of the body, over its whole height: a SidePanel. */
  side?: ReactNode;
  /** wide: the body fills the pane and scrolls by itself; text: a readable column that scrolls. */
  body?: 'wide' | 'text';
  children: ReactNode;
}

/** Title, actions and toolbar stay; only the body scrolls. */
export function PageFrame({ title, note, actions, toolbar, side, body = 'wide', children }: PageFrameProps) {
  useReportTitle(title);
  return (
    <section className={styles.frame}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.note}>{note}</span>
        <div className={styles.actions}>{actions}</div>
      </header>
      {toolbar !== undefined && (
        <div className={styles.toolbar} data-toolbar="">
          {toolbar}
        </div>
      )}
      <div className={styles.work}>
        <div className={styles.body} data-body={body}>
          {body === 'text' ? <div className={styles.column}>{children}</div> : children}
        </div>
        {side}
      </div>
    </section>
  );
}
