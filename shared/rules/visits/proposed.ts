import { addDays } from '../../calendar/days.ts';
import type { FigureProposal } from './model.ts';

/** Usual time for putting something right where its question names none and the office has set no other. */
export const USUAL_FINDING_DAYS = 15;

/** What a new record fills in for a figure that nobody has written; null: nothing. */
export function proposedFigure(proposes: FigureProposal, findings: number): number | null {
  if (proposes === 'nothing') return null;
  return proposes === 'one' ? 1 : findings;
}

/** By when what was found on a day is to be put right, where nobody has said: as its question says, else as usual. */
export function usualDueDay(foundOn: string, dueDays: number | null, findingDays: number): string {
  return addDays(foundOn, dueDays ?? findingDays);
}
