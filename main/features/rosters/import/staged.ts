import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import type { TableRow } from '#shared/rules/tables/row-texts.ts';
import type { WorkingEntry } from '#shared/rules/rosters/working-copy.ts';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { getStaged, removeStaged } from '#main/core/store/staging.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { appointmentOpener } from '../appointments.ts';
import { makeRoster } from '../change/apply-plan.ts';
import { committeeFor, requireCommittee, toCommittee } from '../committees.ts';
import { takeOverPhones } from '../people.ts';
import { appointmentByUid } from '../queries.ts';
import { unitColumns } from '../units.ts';
import { type InterpretedRow, interpret } from './interpret.ts';

export const STAGED_ROSTER = 'rosters';

/** What waits for the clerk's yes: the list itself, so that it is read anew against what the office has by then. */
export interface StagedRoster {
  lines: TableRow[];
  place: RosterImportPlace;
}

/** All rows or none. */
export function importStaged(
  { stagedUid }: { stagedUid: string },
  { db, today, caller, summarize }: WriteContext,
): { committeeUid: string; imported: number } {
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== STAGED_ROSTER || staged.userUid !== (caller.userUid ?? ''))
    throw new AppError('notFound', { what: '要导入的名单' });
  // Written by our own job, in this form.
  const { lines, place } = JSON.parse(staged.payload) as StagedRoster;
  const { rows, problems } = interpret(db, lines, place, today);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined)
    throw new AppError('refused', {
      reason: `名册在预览之后有了变化，第 ${error.row} 行不能导入：${error.text}请重新读取名单。`,
    });
  const committeeUid = committeeFor(db, place.organizationUid);
  const committee = requireCommittee(db, committeeUid, place.from ?? today);
  if (place.mode === 'replace' && place.from !== null) {
    const entries = rows.map(({ entry }) => entry);
    makeRoster(db, entries, { committeeId: committee.id, day: place.from, document: place.document });
  } else {
    addRows(db, rows, { committeeId: committee.id, place });
  }
  for (const { entry } of rows) takeOverPhones(db, entry.person);
  removeStaged(db, stagedUid);
  summarize(`${toCommittee(committee).name} ${rows.length} 人`);
  return { committeeUid, imported: rows.length };
}

/** Whoever sits there already stays, with unit and post corrected; a row may have days of its own. */
function addRows(
  db: WriteStore,
  rows: readonly InterpretedRow[],
  { committeeId, place }: { committeeId: number; place: RosterImportPlace },
): void {
  const open = appointmentOpener(db);
  for (const { entry, firstDay, lastDay, document, action } of rows) {
    if (action === 'change') correctPlace(db, entry);
    if (action !== 'add') continue;
    open(entry, {
      committeeId,
      firstDay: firstDay ?? place.from ?? BEFORE_RECORDS,
      lastDay,
      document: document === '' ? place.document : document,
      order: null,
    });
  }
}

function correctPlace(db: WriteStore, entry: WorkingEntry): void {
  const row = db.get(appointmentByUid, { uid: entry.appointmentUid ?? '' });
  if (row === undefined) return;
  const place = { ...unitColumns(db, entry), post: entry.post };
  db.update('appointment', row.id, place);
  db.update('person', row.person_id, place);
}
