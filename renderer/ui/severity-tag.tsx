import { LightTag } from './light-tag.tsx';

export type Severity = 'error' | 'warning';

/** Whether something must be put right or only looked at. */
export function SeverityTag({ severity }: { severity: Severity }) {
  return severity === 'error' ? (
    <LightTag light="red" word="要改" />
  ) : (
    <LightTag light="yellow" word="注意" />
  );
}
