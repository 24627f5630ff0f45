import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';

const FINGERPRINT_SHOWN = 16;

/** Which scheme was used and what its grades take, for readers who do not have it at hand. */
export function schemeLine({ scheme }: ExportGroup): string {
  const { grades, gradesSource } = scheme.settings;
  const bounds = grades.map(({ name, atLeast }) =>
    atLeast === null ? `其余为${name}` : `${pointsText(atLeast)}分以上${name}`,
  );
  const source = gradesSource === '' ? '' : `（${gradesSource}）`;
  return `考核方案：${scheme.title}；等次：${bounds.join('，')}${source}；等次和名次按四舍五入前的得分确定。`;
}

/** Whether these results stand, and how to prove that they are those. */
export function stateLine({ status, fingerprint }: ExportPeriod): string {
  if (status === 'open') return '本考核期尚未定稿，结果可能还有变动。';
  return `已定稿，核对码：${(fingerprint ?? '').slice(0, FINGERPRINT_SHOWN)}`;
}
