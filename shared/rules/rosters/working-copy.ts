import type { Holding } from './model.ts';
import type { WantedEntry } from './plan.ts';

/*
 * 调整 in preparation: not a copy of the roster but the steps away from it. Whatever is corrected in the roster
 * meanwhile shows through, and carrying it out takes back nobody else's correction.
 */

/** A person who may not be known to the office yet. */
export interface WantedPerson {
  /** Null: somebody new, by this name. */
  uid: string | null;
  name: string;
  officePhone: string;
  mobile: string;
}

export interface AddedEntry extends Omit<Holding, 'personUid'> {
  key: string;
  person: WantedPerson;
  /** The appointment whose place it takes. */
  replaces: string | null;
}

export interface EditedEntry extends Pick<Holding, 'positionUid' | 'organizationUid' | 'unit' | 'post'> {
  appointmentUid: string;
}

export interface RosterSteps {
  /** Appointments that end. */
  ends: string[];
  adds: AddedEntry[];
  edits: EditedEntry[];
  /** Keys in the wanted order; what is not named keeps its place. */
  order: string[];
}

export const noSteps: RosterSteps = { ends: [], adds: [], edits: [], order: [] };

/** A line of the working copy: its key is the appointment's uid or that of the newcomer. */
export interface WorkingEntry extends WantedEntry {
  key: string;
  person: WantedPerson;
  state: 'same' | 'added' | 'edited';
  replaces: string | null;
}

interface Known extends Holding {
  uid: string;
  name: string;
  officePhone: string;
  mobile: string;
}

/** The roster as it will be: `roster` is the one that holds on the day of the change. */
export function applySteps(roster: readonly Known[], steps: RosterSteps): WorkingEntry[] {
  const ends = new Set(steps.ends);
  const edits = new Map(steps.edits.map((edit) => [edit.appointmentUid, edit]));
  const placed = new Set<string>();
  const entries: WorkingEntry[] = [];
  for (const known of roster) {
    if (!ends.has(known.uid)) entries.push(continuing(known, edits.get(known.uid)));
    for (const added of steps.adds) {
      if (added.replaces !== known.uid) continue;
      placed.add(added.key);
      entries.push(newcomer(added));
    }
  }
  for (const added of steps.adds) if (!placed.has(added.key)) entries.push(newcomer(added));
  return inWantedOrder(entries, steps.order);
}

function continuing(known: Known, edit: EditedEntry | undefined): WorkingEntry {
  const { uid, name, officePhone, mobile } = known;
  const holding: Holding = {
    personUid: known.personUid,
    positionUid: known.positionUid,
    organizationUid: known.organizationUid,
    unit: known.unit,
    post: known.post,
    substitute: known.substitute,
    substituteForUid: known.substituteForUid,
    note: known.note,
  };
  const { appointmentUid: _uid, ...edited } = edit ?? { appointmentUid: uid };
  return {
    ...holding,
    ...edited,
    key: uid,
    appointmentUid: uid,
    person: { uid: known.personUid, name, officePhone, mobile },
    state: edit === undefined ? 'same' : 'edited',
    replaces: null,
  };
}

function newcomer({ key, person, replaces, ...holding }: AddedEntry): WorkingEntry {
  return {
    ...holding,
    key,
    person,
    replaces,
    personUid: person.uid ?? key,
    appointmentUid: null,
    state: 'added',
  };
}

function inWantedOrder(entries: readonly WorkingEntry[], order: readonly string[]): WorkingEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const named = order.flatMap((key) => byKey.get(key) ?? []);
  const isNamed = new Set(named.map(({ key }) => key));
  let next = 0;
  return entries.map((entry) => {
    if (!isNamed.has(entry.key)) return entry;
    next += 1;
    return named[next - 1] ?? entry;
  });
}

/** Steps that name appointments which no longer hold: they ended or were removed meanwhile. */
export function staleSteps(roster: readonly { uid: string }[], steps: RosterSteps): string[] {
  const known = new Set(roster.map(({ uid }) => uid));
  const named = [...steps.ends, ...steps.edits.map(({ appointmentUid }) => appointmentUid)];
  return named.filter((uid) => !known.has(uid));
}
