import { shortDay } from '../../calendar/days.ts';
import { type DutyPlace, placeKey } from './model.ts';

interface SwapSaid {
  cell: DutyPlace;
  back: DutyPlace | null;
  applicantName: string;
  takerName: string;
  reason: string;
  state: string;
  decidedBy: string;
  decidedOn: string | null;
}

/** 张三换王五（出差），李主任9月28日批准 */
export function swapWords({ applicantName, takerName, reason, decidedBy, decidedOn }: SwapSaid): string {
  const day = decidedOn === null ? '' : shortDay(decidedOn);
  return `${applicantName}换${takerName}（${reason}），${decidedBy}${day}批准`;
}

/** The approved swaps that a place went through, the last one first: who had it is seen beside who has it. */
export function swapsAt<Swap extends SwapSaid>(swaps: readonly Swap[], place: DutyPlace): Swap[] {
  const key = placeKey(place);
  return swaps.filter(
    ({ state, cell, back }) =>
      state === 'approved' && (placeKey(cell) === key || (back !== null && placeKey(back) === key)),
  );
}
