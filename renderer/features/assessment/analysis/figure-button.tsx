import type { ReactNode } from 'react';
import styles from './analysis.module.css';

interface FigureButtonProps {
  /** What it opens, for who cannot see the table around it. */
  label: string;
  onOpen: () => void;
  children: ReactNode;
}

/** A figure that opens its records. Plain, because a table holds a thousand of them. */
export function FigureButton({ label, onOpen, children }: FigureButtonProps) {
  return (
    <button type="button" className={styles.figure} title={label} aria-label={label} onClick={onOpen}>
      {children}
    </button>
  );
}
