import type { ObjectionRow } from '#shared/contract/objections.ts';
import { objectionOutcomeNames } from '#shared/rules/objections/model.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

export function outcomeTag({ outcome }: ObjectionRow): { light: Light; word: string } {
  const lights = { open: 'yellow', accepted: 'green', refused: 'plain' } as const;
  return { light: lights[outcome], word: objectionOutcomeNames[outcome] };
}

/** 城东区 1.1 每季度召开一次消防工作会议 */
export function objectionName({ unitName, indicatorNumber, indicatorContent }: ObjectionRow): string {
  return `${unitName} ${`${indicatorNumber} ${indicatorContent}`.trim()}`;
}
