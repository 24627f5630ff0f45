import type { IndicatorCondition } from '../scoring/model.ts';

/** Marks of one organization on a day, and those found anywhere below it. */
export interface ObjectMarks {
  own: readonly string[];
  /** Whether some organization below it bears the mark. */
  contains: (mark: string) => boolean;
}

/** Whether an indicator applies to an object: 没有全国重点镇的县不考此项 is `containsAny nationalKeyTown`. */
export function conditionHolds(condition: IndicatorCondition, marks: ObjectMarks): boolean {
  if (condition === null) return true;
  switch (condition.relation) {
    case 'has':
      return marks.own.includes(condition.mark);
    case 'lacks':
      return !marks.own.includes(condition.mark);
    case 'containsAny':
      return marks.contains(condition.mark);
    case 'containsNone':
      return !marks.contains(condition.mark);
    default:
      return condition.relation satisfies never;
  }
}
