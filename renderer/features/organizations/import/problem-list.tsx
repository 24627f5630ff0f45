import type { OrganizationImportPreview } from '#shared/contract/organizations.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './import-preview.module.css';

const SHOWN = 50;

/** By row and column, worst first. */
export function ProblemList({ preview }: { preview: OrganizationImportPreview }) {
  const { problems, errorCount, warningCount } = preview;
  if (problems.length === 0) return null;
  const sorted = problems.toSorted(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
  );
  const hidden = errorCount + warningCount - Math.min(SHOWN, sorted.length);
  return (
    <ul className={styles.problems}>
      {sorted.slice(0, SHOWN).map(({ severity, row, column, text }) => (
        <li key={`${row} ${column} ${text}`}>
          <LightTag
            light={severity === 'error' ? 'red' : 'yellow'}
            word={severity === 'error' ? '要改' : '注意'}
          />
          <span>
            {row > 0 && `第 ${row} 行`}
            {column !== '' && ` ${column} 列`}
            {row > 0 && '：'}
            {text}
          </span>
        </li>
      ))}
      {hidden > 0 && <li>还有 {hidden} 处没有列出</li>}
    </ul>
  );
}
