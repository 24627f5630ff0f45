import type { GroupFrame, SheetObject } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';

/** Objects and indicators by uid, and which categories are bonus. */
export interface FrameIndex {
  objects: ReadonlyMap<string, SheetObject>;
  indicators: ReadonlyMap<string, Indicator>;
  isBonus: (indicator: Pick<Indicator, 'categoryUid'>) => boolean;
  applies: (objectUid: string, indicatorUid: string) => boolean;
  /** Why something does not apply. */
  whyNot: string;
}

const BY_CONDITION = '按方案的条件不适用于该单位，不评分';

export function indexFrame({ objects, scheme }: GroupFrame, whyNot = BY_CONDITION): FrameIndex {
  const bonus = new Set(scheme.categories.filter((category) => category.bonus).map(({ uid }) => uid));
  const inapplicable = new Map(objects.map((object) => [object.uid, new Set(object.inapplicable)]));
  return {
    objects: new Map(objects.map((object) => [object.uid, object])),
    indicators: new Map(scheme.indicators.map((indicator) => [indicator.uid, indicator])),
    isBonus: ({ categoryUid }) => bonus.has(categoryUid),
    applies: (objectUid, indicatorUid) => inapplicable.get(objectUid)?.has(indicatorUid) !== true,
    whyNot,
  };
}

/** 1.1, or the beginning of the content where the document numbers nothing. */
export function indicatorName({ number, content }: Pick<Indicator, 'number' | 'content'>): string {
  return number === '' ? content.slice(0, 12) : number;
}

/** 城东区 1.1 */
export function cellName(object: Pick<SheetObject, 'shortName'>, indicator: Indicator): string {
  return `${object.shortName} ${indicatorName(indicator)}`;
}
