import type { RosterSteps } from '#shared/rules/rosters/working-copy.ts';
import type { EntryToSet, SetEntry } from './entry-dialog.tsx';

/* Each press of a button is a new list of steps away from the roster that holds. */

export function endEntry(steps: RosterSteps, uid: string): RosterSteps {
  return {
    ...steps,
    ends: [...steps.ends, uid],
    edits: steps.edits.filter(({ appointmentUid }) => appointmentUid !== uid),
  };
}

/** Whoever was to take the place goes too. */
export function takeBackEnd(steps: RosterSteps, uid: string): RosterSteps {
  return {
    ...steps,
    ends: steps.ends.filter((each) => each !== uid),
    adds: steps.adds.filter(({ replaces }) => replaces !== uid),
  };
}

export function takeOff(steps: RosterSteps, key: string): RosterSteps {
  return { ...steps, adds: steps.adds.filter((each) => each.key !== key) };
}

/** In front of another one. */
export function moveEntry(
  steps: RosterSteps,
  keys: readonly string[],
  key: string,
  before: string,
): RosterSteps {
  const others = keys.filter((each) => each !== key);
  const place = others.indexOf(before);
  return { ...steps, order: others.toSpliced(Math.max(0, place), 0, key) };
}

export function editEntry(steps: RosterSteps, what: EntryToSet, values: SetEntry): RosterSteps {
  const { person, ...place } = values;
  if (what.kind === 'edit') {
    const others = steps.edits.filter(({ appointmentUid }) => appointmentUid !== what.entry.uid);
    const { positionUid, organizationUid, unit, post } = place;
    const edit = { appointmentUid: what.entry.uid, positionUid, organizationUid, unit, post };
    return { ...steps, edits: [...others, edit] };
  }
  const replaces = what.kind === 'replace' ? what.entry.uid : null;
  const added = { key: crypto.randomUUID(), person, ...place, substituteForUid: null, note: '', replaces };
  const ended = replaces === null ? steps : endEntry(steps, replaces);
  return { ...ended, adds: [...steps.adds, added] };
}
