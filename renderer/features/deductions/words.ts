import type { DeductionRow } from '#shared/contract/deductions.ts';
import { deductionStateNames } from '#shared/rules/deductions/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

/** 1.1 每季度召开一次消防工作会议 */
export function indicatorWords({ number, content }: { number: string; content: string }): string {
  return `${number} ${content}`.trim();
}

/** 拟扣3分; of an accepted one what the score really lost. */
export function pointsWords({ points, taken }: DeductionRow): string {
  return taken === null ? `拟扣${pointsText(points)}分` : `已扣${pointsText(taken)}分`;
}

/** The same beside the state, which says the verb already. */
export function amountWords({ points, taken }: DeductionRow): string {
  return `${pointsText(taken ?? points)}分`;
}

export function stateTag({ state }: DeductionRow): { light: Light; word: string } {
  const lights = { waiting: 'yellow', accepted: 'red', refused: 'plain' } as const;
  return { light: lights[state], word: deductionStateNames[state] };
}

export function taskHref({ task: { uid, isFinding } }: DeductionRow): string {
  return `${isFinding ? '/findings' : '/tasks'}/${uid}`;
}

/** The cell in the score sheet. */
export function cellHref({ period, groupUid, objectUid, indicatorUid }: DeductionRow): string {
  const params = new URLSearchParams({ group: groupUid, object: objectUid, indicator: indicatorUid });
  return `/assessment/${period.uid}?${params.toString()}`;
}
