import type { FindingRow } from '#shared/contract/findings.ts';

/** Which ones a dialog is about. */
export function titleOf(findings: readonly Pick<FindingRow, 'place' | 'what'>[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const title = `${first.place}：${first.what}`;
  return findings.length === 1 ? title : `“${title}”等 ${findings.length} 处问题`;
}
