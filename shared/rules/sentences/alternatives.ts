import { type Draft, leave, type State } from './drafts.ts';

/* 优秀得6分,良好得4分: one or the other is earned, and no kind of rule says so. */

function mostOf({ rule }: Draft, all: number): number {
  if (rule.kind === 'earn') return rule.points === 'all' ? all : rule.points;
  if (rule.kind === 'steps' && rule.effect === 'award') {
    return Math.max(...rule.steps.map(({ points }) => (points === 'all' ? all : points)));
  }
  if (rule.kind !== 'discretion' || rule.effect !== 'award' || rule.above === true) return 0;
  return rule.max ?? 0;
}

/** 按时完成得3分,逾期完成得1分,未完成不得分; of points that make up the item 不得分 goes for all of it. */
function endsInNothing({ drafts }: State, given: readonly Draft[]): boolean {
  const last = given.at(-1);
  if (last === undefined) return false;
  return last.isClosed === true || drafts[drafts.indexOf(last) + 1]?.isAll === true;
}

export function leaveAlternatives(state: State): void {
  const all = state.points ?? 0;
  const given = state.drafts.filter((draft) => mostOf(draft, all) > 0);
  const sum = given.reduce((total, draft) => total + mostOf(draft, all), 0);
  const isTooMuch = state.points !== null && sum > state.points;
  const isRow = given.at(-1)?.isOneOf === true || (sum !== state.points && endsInNothing(state, given));
  if (given.length < 2 || (!isTooMuch && !isRow)) return;
  const groups = new Set(given.map(({ group }) => group));
  leave(state, (draft) => given.includes(draft) || (draft.isAll && groups.has(draft.group)));
}
