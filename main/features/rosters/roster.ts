import type { ComparedRosters, Roster } from '#shared/contract/roster-views.ts';
import { compareRosters } from '#shared/rules/rosters/compare.ts';
import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import { rosterProblems } from '#shared/rules/rosters/problems.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireCommittee, toCommittee } from './committees.ts';
import { listPositions } from './positions.ts';
import { changeDays, entriesOfDay, type EntryRow } from './queries.ts';

export function entriesOn(db: ReadStore, committeeId: number, day: string): RosterEntry[] {
  return db.all(entriesOfDay, { committeeId, day }).map(toEntry);
}

/** A unit that is an organization has its name of the day, or the last one it had. */
export function toEntry(row: EntryRow): RosterEntry {
  const unit = row.unit_name ?? row.last_unit_name ?? row.unit;
  return {
    uid: row.uid,
    personUid: row.person_uid,
    name: row.person_name,
    positionUid: row.position_uid,
    organizationUid: row.organization_uid,
    unit,
    unitShort: row.unit_short ?? unit,
    unitClosed: row.organization_uid !== null && row.unit_name === null,
    post: row.post,
    substitute: row.substitute === 1,
    substituteForUid: row.substitute_for_uid,
    substituteForName: row.substitute_for_name ?? '',
    officePhone: row.office_phone,
    mobile: row.mobile,
    firstDay: row.first_day,
    lastDay: row.last_day,
    document: row.document,
    note: row.note,
    initials: initialsOf(row.person_name),
  };
}

export function rosterOf(db: ReadStore, committeeUid: string, day: string): Roster {
  const committee = requireCommittee(db, committeeUid, day);
  const positions = listPositions(db);
  const entries = entriesOn(db, committee.id, day);
  return {
    committee: toCommittee(committee),
    day,
    positions,
    entries,
    problems: entries.length === 0 ? [] : rosterProblems(entries, positions),
    changeDays: db.all(changeDays, { committeeId: committee.id }).map((row) => row.day),
  };
}

export function compareDays(
  db: ReadStore,
  { committeeUid, from, to }: { committeeUid: string; from: string; to: string },
): ComparedRosters {
  const { id } = requireCommittee(db, committeeUid, to);
  const [before, after] = [entriesOn(db, id, from), entriesOn(db, id, to)];
  return { from, to, before, after, positions: listPositions(db), difference: compareRosters(before, after) };
}
