import { shortDay } from '#shared/calendar/days.ts';
import { v7 } from 'uuid';
import type { duty as contract } from '#shared/contract/duty.ts';
import { AppError } from '#shared/errors.ts';
import { type DutyPlace, placeKey, swapStateNames } from '#shared/rules/duty/model.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requirePerson } from './people.ts';
import { requirePeriod } from './periods.ts';
import { type AssignmentRecord, type ShiftRecord, shiftByUid, swapByUid, swapsOfPeriod } from './queries.ts';
import { storedCells } from './roster.ts';
import { backOf, swapRowsOf } from './swap-rows.ts';

type Names = 'swaps' | 'applySwap' | 'decideSwap';

export const swapHandlers: Pick<Handlers<typeof contract>, Names> = {
  swaps: ({ uid }, { db }) => swapRowsOf(db, requirePeriod(db, uid).id),

  applySwap({ cell, takerUid, back, reason, appliedOn }, { db, summarize }) {
    const { shift, held } = requireCell(db, cell);
    const taker = requirePerson(db, takerUid);
    if (taker.id === held.person_id)
      throw new AppError('refused', { reason: `${taker.name}本来就在这一班，请另选接替的人。` });
    const inTurn = back === null ? null : requireCell(db, back);
    if (inTurn !== null && inTurn.held.person_id !== taker.id)
      throw new AppError('refused', {
        reason: `换回的一班现在是${inTurn.held.person_name}，不是${taker.name}的，请重新选择。`,
      });
    refuseOpenSwap(db, shift.period_id, cell);
    const uid = v7();
    db.insert('duty_swap', {
      uid,
      shift_id: shift.id,
      day: cell.day,
      role: cell.role,
      place: cell.place,
      applicant_id: held.person_id,
      taker_id: taker.id,
      back_shift_id: inTurn?.shift.id ?? null,
      back_day: back?.day ?? null,
      back_role: back?.role ?? null,
      back_place: back?.place ?? null,
      reason,
      applied_on: appliedOn,
      state: 'applied',
      decided_by: '',
      decided_on: null,
      decision_note: '',
    });
    summarize(`${held.person_name} ${shortDay(cell.day)} → ${taker.name}`);
    return { uid };
  },

  decideSwap({ uid, state, decidedBy, note, decidedOn }, { db, summarize }) {
    const swap = db.get(swapByUid, { uid });
    if (swap === undefined) throw new AppError('notFound', { what: '这次换班申请' });
    if (swap.state !== 'applied')
      throw new AppError('refused', { reason: `这次换班${swapStateNames[swap.state]}，不能再改。` });
    if (decidedOn < swap.applied_on)
      throw new AppError('refused', { reason: `批准日期不能早于申请日期 ${swap.applied_on}，请改正。` });
    if (state !== 'withdrawn' && decidedBy === '')
      throw new AppError('refused', { reason: '请填写由谁批准。' });
    if (state === 'approved') {
      hand(db, { ...swap, shiftUid: swap.shift_uid }, swap.applicant_name, swap.applicant_id, swap.taker_id);
      const back = backOf(swap);
      if (back !== null) hand(db, back, swap.taker_name, swap.taker_id, swap.applicant_id);
    }
    db.update('duty_swap', swap.id, {
      state,
      decided_by: decidedBy,
      decided_on: decidedOn,
      decision_note: note,
    });
    summarize(`${swap.applicant_name} ${shortDay(swap.day)} → ${swap.taker_name}：${swapStateNames[state]}`);
    return { uid };
  },
};

function requireCell(db: ReadStore, cell: DutyPlace): { shift: ShiftRecord; held: AssignmentRecord } {
  const shift = db.get(shiftByUid, { uid: cell.shiftUid });
  const held = shift === undefined ? undefined : storedCells(db, shift.period_id).get(placeKey(cell));
  if (shift === undefined || held === undefined)
    throw new AppError('refused', { reason: `${shortDay(cell.day)}的这一班还没有排人，请先排班。` });
  return { shift, held };
}

/** What two swaps both give away could not be given twice. */
function refuseOpenSwap(db: ReadStore, periodId: number, cell: DutyPlace): void {
  const open = db
    .all(swapsOfPeriod, { periodId })
    .find(
      (swap) =>
        swap.state === 'applied' && placeKey({ ...swap, shiftUid: swap.shift_uid }) === placeKey(cell),
    );
  if (open !== undefined)
    throw new AppError('refused', {
      reason: `这一班已有${open.applicant_name}换${open.taker_name}的申请待批准，请先处理那一次。`,
    });
}

/** Who was agreed on stays when the roster is proposed again. */
function hand(db: WriteStore, place: DutyPlace, name: string, fromId: number, toId: number): void {
  const { held } = requireCell(db, place);
  if (held.person_id !== fromId)
    throw new AppError('refused', {
      reason: `${shortDay(place.day)}这一班已经不是${name}，现在是${held.person_name}。请撤回这次申请，重新办理。`,
    });
  db.update('duty_assignment', held.id, { person_id: toId, pinned: 1 });
}
