import type { DutySwap, SwapPlace } from '#shared/contract/duty-views.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type SwapRecord, swapsOfPeriod } from './queries.ts';

export function swapRowsOf(db: ReadStore, periodId: number): DutySwap[] {
  return db.all(swapsOfPeriod, { periodId }).map((row) => ({
    uid: row.uid,
    cell: {
      day: row.day,
      shiftUid: row.shift_uid,
      shiftName: row.shift_name,
      role: row.role,
      place: row.place,
    },
    applicantUid: row.applicant_uid,
    applicantName: row.applicant_name,
    takerUid: row.taker_uid,
    takerName: row.taker_name,
    back: backOf(row),
    reason: row.reason,
    appliedOn: row.applied_on,
    state: row.state,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    decisionNote: row.decision_note,
  }));
}

/** What the applicant takes over in turn. */
export function backOf(row: SwapRecord): SwapPlace | null {
  const { back_day: day, back_shift_uid: shiftUid, back_place: place } = row;
  if (day === null || shiftUid === null || place === null) return null;
  const role = row.back_role === 'leader' ? 'leader' : 'officer';
  return { day, shiftUid, shiftName: row.back_shift_name ?? '', role, place };
}
