import type { RosterChange, RosterChangeItem } from '#shared/contract/roster-views.ts';
import { compareRosters } from '#shared/rules/rosters/compare.ts';
import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import { rosterProblems } from '#shared/rules/rosters/problems.ts';
import { applySteps, noSteps, type RosterSteps, staleSteps } from '#shared/rules/rosters/working-copy.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { papersOfSubject } from '#main/features/papers/index.ts';
import { given, requireCommittee, toCommittee } from '../committees.ts';
import { listPositions } from '../positions.ts';
import { entriesOn } from '../roster.ts';
import { makeRoster } from './apply-plan.ts';
import { keepRoster, keptRoster } from './kept-roster.ts';
import { changeById, changeByUid, type ChangeRow, changesOfCommittee } from './queries.ts';
import { workingEntries } from './working-entries.ts';

export function listChanges(db: ReadStore, committeeUid: string, today: string): RosterChangeItem[] {
  const { id } = requireCommittee(db, committeeUid, today);
  return db.all(changesOfCommittee, { committeeId: id }).map((row) => ({
    uid: row.uid,
    status: row.status,
    title: row.title,
    day: row.day,
    document: row.document,
    notices: noticesOf(db, row.uid),
  }));
}

/** @throws AppError notFound */
function requireChange(db: ReadStore, uid: string): ChangeRow {
  const row = db.get(changeByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这次调整' });
  return row;
}

/** Before and after: of a change in preparation what it would make, of a done one what it made. */
export function changeDetail(db: ReadStore, uid: string): RosterChange {
  const row = requireChange(db, uid);
  const steps = readSteps(row);
  const done = row.status === 'done';
  const before = done ? keptRoster(db, row, row.found) : entriesOn(db, row.committee_id, row.day);
  const working = done ? [] : applySteps(before, steps);
  const after = done ? keptRoster(db, row, row.made) : workingEntries(db, working, before, row.day);
  const positions = listPositions(db);
  return {
    uid,
    committee: toCommittee(requireCommittee(db, row.committee_uid, row.day)),
    status: row.status,
    title: row.title,
    day: row.day,
    document: row.document,
    reason: row.reason,
    steps,
    positions,
    before,
    working,
    after,
    difference: compareRosters(before, after),
    problems: rosterProblems(after, positions),
    staleCount: done ? 0 : staleSteps(before, steps).length,
    notices: noticesOf(db, uid),
  };
}

function noticesOf(db: ReadStore, uid: string): RosterChangeItem['notices'] {
  return papersOfSubject(db, 'rosterChange', uid).map((paper) => ({
    paperUid: paper.uid,
    number: paper.number,
  }));
}

function readSteps(row: ChangeRow): RosterSteps {
  // Written by ourselves, as the contract's schema gave it.
  return JSON.parse(row.steps) as RosterSteps;
}

export function startChange(
  { committeeUid, day }: { committeeUid: string; day: string },
  { db, now, summarize }: WriteContext,
): { uid: string } {
  const committee = requireCommittee(db, committeeUid, day);
  const { name } = toCommittee(committee);
  const id = db.insert('roster_change', {
    committee_id: committee.id,
    status: 'draft',
    title: `关于调整${name}组成人员的通知`,
    day,
    steps: JSON.stringify(noSteps),
    created_at: now,
  });
  summarize(name);
  return { uid: db.get(changeById, { id })?.uid ?? '' };
}

type ChangeFields = { title: string; day: string; document: string; reason: string; steps: RosterSteps };
type Given = { [Name in keyof ChangeFields]?: ChangeFields[Name] | undefined };

export function updateChange(
  { uid, base, set }: { uid: string; base: Given; set: Given },
  { db, summarize }: WriteContext,
): { uid: string } {
  const row = requireDraft(db, uid);
  const { title, day, document, reason } = row;
  const changes = decidePatch<ChangeFields>(
    { title, day, document, reason, steps: readSteps(row) },
    base,
    set,
  );
  const { steps, ...fields } = changes;
  db.update('roster_change', row.id, {
    ...given(fields),
    ...(steps === undefined ? {} : { steps: JSON.stringify(steps) }),
  });
  summarize(fields.title ?? title);
  return { uid };
}

export function removeChange({ uid }: { uid: string }, { db, summarize }: WriteContext): { uid: string } {
  const row = requireDraft(db, uid);
  db.remove('roster_change', row.id);
  summarize(row.title);
  return { uid };
}

/** The whole change in one operation, on its day. */
export function carryOut(
  { uid }: { uid: string },
  { db, now, summarize }: WriteContext,
): { uid: string; changed: number } {
  const row = requireDraft(db, uid);
  const { day, committee_id: committeeId } = row;
  const before = entriesOn(db, committeeId, day);
  const steps = readSteps(row);
  const stale = staleSteps(before, steps).length;
  if (stale > 0)
    throw new AppError('refused', {
      reason: `名册在此期间有变化，有 ${stale} 处调整的对象在${day}已不在任，请核对后再执行。`,
    });
  const wanted = applySteps(before, steps);
  const after = workingEntries(db, wanted, before, day);
  refuseErrors(after, before, db);
  makeRoster(db, wanted, { committeeId, day, document: row.document });
  const kept = { found: keepRoster(before), made: keepRoster(entriesOn(db, committeeId, day)) };
  db.update('roster_change', row.id, { status: 'done', done_at: now, ...kept });
  const { came, went, changed } = compareRosters(before, after);
  summarize(
    `${row.title}，自 ${day}：新任 ${came.length} 人、免去 ${went.length} 人、变动 ${changed.length} 人`,
  );
  return { uid, changed: came.length + went.length + changed.length };
}

/** What was wrong before does not stand in the way; what the change itself brings does. */
function refuseErrors(after: readonly RosterEntry[], before: readonly RosterEntry[], db: ReadStore): void {
  const positions = listPositions(db);
  const known = new Set(rosterProblems(before, positions).map(({ text }) => text));
  const error = rosterProblems(after, positions).find(
    ({ severity, text }) => severity === 'error' && !known.has(text),
  );
  if (error !== undefined) throw new AppError('refused', { reason: `这样调整后，${error.text}` });
}

/** @throws AppError frozen for one that was carried out */
function requireDraft(db: ReadStore, uid: string): ChangeRow {
  const row = requireChange(db, uid);
  if (row.status === 'done')
    throw new AppError('frozen', {
      what: '这次调整',
      state: '已经执行',
      advice: '要改请再做一次调整，或用“撤销”退回',
    });
  return row;
}
