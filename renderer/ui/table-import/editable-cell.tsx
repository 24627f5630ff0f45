import { useState } from 'react';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { FirstField } from '../first-field.tsx';
import styles from './table-import.module.css';

interface EditableCellProps {
  /** What the cell is, for who does not see it: 第 3 行电话. */
  name: string;
  text: string;
  problem: ListPreview['problems'][number] | null;
  onCorrect: (text: string) => void;
}

/** A cell of what was read: a click or Enter opens it, Enter or leaving it puts it right, Escape leaves it as it was. */
export function EditableCell({ name, text, problem, onCorrect }: EditableCellProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function commit(): void {
    if (typed !== null && typed.trim() !== text) onCorrect(typed.trim());
    setTyped(null);
  }

  if (typed !== null)
    return (
      <FirstField
        size="small"
        aria-label={name}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={commit}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTyped(null);
        }}
      />
    );
  const mark = problem === null ? '' : problem.severity === 'error' ? styles.wrong : styles.doubtful;
  return (
    <button
      type="button"
      className={`${styles.cell} ${mark}`}
      aria-label={`${name}：${text === '' ? '空' : text}`}
      title={problem === null ? text : problem.text}
      onClick={() => setTyped(text)}
    >
      {text}
    </button>
  );
}
