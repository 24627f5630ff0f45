import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import { addDays } from '#shared/calendar/days.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { personByUid } from '../queries.ts';
import { entriesOn } from '../roster.ts';
import type { ChangeRow } from './queries.ts';

type PersonalField = 'name' | 'substituteForName' | 'officePhone' | 'mobile' | 'initials';
type KeptEntry = Omit<RosterEntry, PersonalField>;

/** As it is stored with a change: what says who somebody is stays with the person alone. */
export function keepRoster(entries: readonly RosterEntry[]): string {
  return JSON.stringify(entries.map(withoutPerson));
}

function withoutPerson({
  name: _name,
  substituteForName: _principal,
  officePhone: _phone,
  mobile: _mobile,
  initials: _initials,
  ...kept
}: RosterEntry): KeptEntry {
  return kept;
}

/** An appointment that is still there reads as it was corrected since; one that is gone, as the change met it. */
export function keptRoster(
  db: ReadStore,
  { committee_id: committeeId, day }: ChangeRow,
  stored: string | null,
): RosterEntry[] {
  const held = [...entriesOn(db, committeeId, addDays(day, -1)), ...entriesOn(db, committeeId, day)];
  const living = new Map(held.map((entry) => [entry.uid, entry]));
  // Written by keepRoster.
  const entries = JSON.parse(stored ?? '[]') as KeptEntry[];
  return entries.map((kept) => living.get(kept.uid) ?? withPerson(db, kept));
}

function withPerson(db: ReadStore, kept: KeptEntry): RosterEntry {
  const person = db.get(personByUid, { uid: kept.personUid });
  const principal = db.get(personByUid, { uid: kept.substituteForUid ?? '' });
  const name = person?.name ?? '';
  return {
    ...kept,
    name,
    substituteForName: principal?.name ?? '',
    officePhone: person?.office_phone ?? '',
    mobile: person?.mobile ?? '',
    initials: initialsOf(name),
  };
}
