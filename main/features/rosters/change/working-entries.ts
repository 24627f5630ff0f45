import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import type { WorkingEntry } from '#shared/rules/rosters/working-copy.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { unitOnDay } from '../queries.ts';

/** The working copy as a roster of its day, so that it is compared, checked and printed like any other. */
export function workingEntries(
  db: ReadStore,
  working: readonly WorkingEntry[],
  before: readonly RosterEntry[],
  day: string,
): RosterEntry[] {
  const known = new Map(before.map((entry) => [entry.uid, entry]));
  const nameOf = new Map(before.map(({ personUid, name }) => [personUid, name]));
  return working.map((entry) => {
    const was = known.get(entry.appointmentUid ?? '');
    return {
      personUid: entry.personUid,
      positionUid: entry.positionUid,
      organizationUid: entry.organizationUid,
      ...unitOf(db, entry, was, day),
      post: entry.post,
      substitute: entry.substitute,
      substituteForUid: entry.substituteForUid,
      substituteForName: nameOf.get(entry.substituteForUid ?? '') ?? '',
      note: entry.note,
      uid: entry.key,
      name: entry.person.name,
      officePhone: entry.person.officePhone,
      mobile: entry.person.mobile,
      firstDay: entry.state === 'same' ? (was?.firstDay ?? day) : day,
      lastDay: null,
      document: entry.state === 'same' ? (was?.document ?? '') : '',
      initials: initialsOf(entry.person.name),
    };
  });
}

function unitOf(
  db: ReadStore,
  { organizationUid, unit }: WorkingEntry,
  was: RosterEntry | undefined,
  day: string,
): Pick<RosterEntry, 'unit' | 'unitShort' | 'unitClosed'> {
  if (organizationUid === null) return { unit, unitShort: unit, unitClosed: false };
  if (was?.organizationUid === organizationUid)
    return { unit: was.unit, unitShort: was.unitShort, unitClosed: was.unitClosed };
  const row = db.get(unitOnDay, { uid: organizationUid, day });
  return row === undefined
    ? { unit, unitShort: unit, unitClosed: true }
    : { unit: row.name, unitShort: row.short_name, unitClosed: false };
}
