import { Button } from 'antd';
import { Link } from 'wouter';
import type { ReportRecord } from '#shared/contract/reports.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import styles from '../reports.module.css';

interface RecordsPanelProps {
  title: string;
  records: readonly ReportRecord[];
  count: number;
  /** Lists the next ones below. */
  onMore: () => void;
  onClose: () => void;
}

/** What a number has counted, where no list can be narrowed to it. */
export function RecordsPanel({ title, records, count, onMore, onClose }: RecordsPanelProps) {
  return (
    <SidePanel title={title} width={420} onClose={onClose}>
      <p className={styles.hint}>
        {count > records.length ? `共 ${count} 条，已列出 ${records.length} 条` : `共 ${count} 条`}
      </p>
      <ul className={styles.records} aria-label={title}>
        {records.map(({ uid, name, day, note, path }) => (
          <li key={uid}>
            <Link href={path}>{name}</Link>
            <span className={styles.hint}>
              {[day, note].filter((part) => part !== null && part !== '').join(' ')}
            </span>
          </li>
        ))}
      </ul>
      {count > records.length && (
        <Button block className={styles.more ?? ''} onClick={onMore}>
          再列出一些
        </Button>
      )}
    </SidePanel>
  );
}
