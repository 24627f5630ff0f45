import styles from './problem-list.module.css';
import { type Severity, SeverityTag } from './severity-tag.tsx';

interface ReadProblem {
  severity: Severity;
  /** The sheet, where several were read. */
  place?: string;
  /** 0: of the whole sheet. */
  row: number;
  /** Letter of the column, or empty. */
  column: string;
  text: string;
}

interface ProblemListProps {
  problems: readonly ReadProblem[];
  /** Of all, where only the first ones are given. */
  count: number;
}

/** What is wrong in a list that was read, worst first, with the place in the sheet. */
export function ProblemList({ problems, count }: ProblemListProps) {
  if (problems.length === 0) return null;
  const sorted = problems.toSorted(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
  );
  const hidden = count - problems.length;
  return (
    <ul className={styles.problems}>
      {sorted.map(({ severity, place = '', row, column, text }) => (
        <li key={`${place} ${row} ${column} ${text}`}>
          <SeverityTag severity={severity} />
          <span>
            {place !== '' && `“${place}”`}
            {row > 0 && `第 ${row} 行`}
            {column !== '' && ` ${column} 列`}
            {(row > 0 || place !== '') && '：'}
            {text}
          </span>
        </li>
      ))}
      {hidden > 0 && <li>还有 {hidden} 处没有列出</li>}
    </ul>
  );
}
