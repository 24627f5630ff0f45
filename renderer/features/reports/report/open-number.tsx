import type { ReactNode } from 'react';
import styles from '../reports.module.css';

interface OpenNumberProps {
  /** Records stand behind it. */
  hasRecords: boolean;
  /** Of a time that was asked before. */
  isOld?: boolean;
  onOpen: () => void;
  /** The number in its words. */
  children: ReactNode;
}

/** A number, which opens what it has counted. */
export function OpenNumber({ hasRecords, isOld = false, onOpen, children }: OpenNumberProps) {
  if (!hasRecords) return children;
  return (
    <button type="button" className={styles.number} disabled={isOld} onClick={onOpen}>
      {children}
    </button>
  );
}
