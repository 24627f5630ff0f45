import type { ImportProblem } from '#shared/contract/schemes.ts';
import styles from './import-preview.module.css';

/** Each problem with the place in the sheet where the clerk finds it. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="要核对的地方">
      {problems.map((problem) => (
        <li key={`${placeOf(problem)}/${problem.text}`} data-severity={problem.severity}>
          <strong>{placeOf(problem)}</strong>
          {problem.text}
        </li>
      ))}
    </ul>
  );
}

function placeOf({ row, column }: ImportProblem): string {
  if (row === 0) return '整张表';
  return column === '' ? `第 ${row} 行` : `第 ${row} 行 ${column} 列`;
}
