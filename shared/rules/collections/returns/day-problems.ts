import type { CollectedColumn } from '../definition.ts';
import type { ProblemKind, ReturnedRow } from './model.ts';

interface DayProblem {
  column: CollectedColumn;
  kind: ProblemKind;
  text: string;
}

/**
 * Days that a row leaves open though it says yes beside them, and those that lie ahead: on which day it came true is
 * asked, never made up.
 */
export function dayProblems(
  columns: readonly CollectedColumn[],
  { values, unread }: Pick<ReturnedRow, 'values' | 'unread'>,
  today: string,
): DayProblem[] {
  return columns.flatMap((column): DayProblem[] => {
    const { key, heading, whenYes } = column;
    if (whenYes === null) return [];
    const asking = columns.find((other) => other.key === whenYes);
    if (asking === undefined || values[asking.key] !== 'yes' || unread[key] !== undefined) return [];
    const day = values[key];
    if (day !== undefined && day <= today) return [];
    const otherwise = `还没有的，请把“${asking.heading}”改成“否”`;
    if (day === undefined)
      return [
        {
          column,
          kind: 'missing',
          text: `“${asking.heading}”填了“是”，“${heading}”没有填，是哪一天?${otherwise}`,
        },
      ];
    const text = `“${asking.heading}”填了“是”，${day} 却还没有到，“${heading}”应是哪一天?${otherwise}`;
    return [{ column, kind: 'question', text }];
  });
}
