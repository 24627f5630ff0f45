import { addDays, addMonths, dayInMonth } from '../../calendar/days.ts';

/** What the state of a hazard under listed supervision depends on. */
export interface ListedFacts {
  listedOn: string;
  dueOn: string;
  boardDueOn: string | null;
  boardHungOn: string | null;
  acceptedOn: string | null;
  delistedOn: string | null;
  /** Day of the latest report of progress. */
  lastProgressOn: string | null;
}

export type ListedState = 'rectifying' | 'dueSoon' | 'overdue' | 'accepted' | 'delisted';

export function listedState(facts: ListedFacts, today: string, warningDays: number): ListedState {
  if (facts.delistedOn !== null) return 'delisted';
  if (facts.acceptedOn !== null) return 'accepted';
  if (today > facts.dueOn) return 'overdue';
  return today >= addDays(facts.dueOn, -warningDays) ? 'dueSoon' : 'rectifying';
}

/** Whether the warning board should hang by now and does not. */
export function isBoardLate({ boardDueOn, boardHungOn, delistedOn }: ListedFacts, today: string): boolean {
  return delistedOn === null && boardHungOn === null && boardDueOn !== null && today > boardDueOn;
}

/**
 * The last day by which progress should have been reported and was not; null: nothing is missing. Progress is due by
 * the given day of each month after the one of the listing, in a shorter month by its last day.
 */
export function missingProgress(facts: ListedFacts, today: string, progressDay: number): string | null {
  if (facts.acceptedOn !== null || facts.delistedOn !== null) return null;
  const due = lastDueBefore(today, progressDay);
  if (due <= facts.listedOn) return null;
  const monthBegins = `${due.slice(0, 7)}-01`;
  return facts.lastProgressOn !== null && facts.lastProgressOn >= monthBegins ? null : due;
}

/** The latest monthly day that lies before today. */
function lastDueBefore(today: string, progressDay: number): string {
  const thisMonth = dayInMonth(today, progressDay);
  return thisMonth < today ? thisMonth : dayInMonth(addMonths(today, -1), progressDay);
}
