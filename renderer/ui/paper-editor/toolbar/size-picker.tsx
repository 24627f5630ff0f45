import type { KeyboardEvent, Ref } from 'react';
import { useState } from 'react';
import styles from './toolbar.module.css';

const ROWS = 8;
const COLUMNS = 8;
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const within = (count: number, most: number) => Math.min(most, Math.max(1, count));

interface SizePickerProps {
  /** The button that takes the keys. */
  ref: Ref<HTMLButtonElement>;
  onPick: (rows: number, columns: number) => void;
}

/** Rows and columns of a new table, by pointer or by arrow keys and Enter. */
export function SizePicker({ ref, onPick }: SizePickerProps) {
  const [[rows, columns], setSize] = useState<readonly [number, number]>([3, 3]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (event.key === 'Enter') onPick(rows, columns);
    else if (move) setSize([within(rows + move[0], ROWS), within(columns + move[1], COLUMNS)]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.picker}>
      <button
        type="button"
        ref={ref}
        className={styles.squares}
        aria-label={`${rows} 行 ${columns} 列`}
        onKeyDown={onKeyDown}
        onClick={() => onPick(rows, columns)}
      >
        {Array.from({ length: ROWS * COLUMNS }, (_, index) => {
          const row = Math.floor(index / COLUMNS) + 1;
          const column = (index % COLUMNS) + 1;
          return (
            <span
              key={`${row}-${column}`}
              className={row <= rows && column <= columns ? styles.chosen : styles.square}
              onPointerEnter={() => setSize([row, column])}
            />
          );
        })}
      </button>
      <div aria-live="polite">{`${rows} 行 × ${columns} 列`}</div>
    </div>
  );
}
