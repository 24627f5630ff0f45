import type { RosterEntry } from './model.ts';

/** Somebody whose position, unit or post is another one. */
export interface ChangedPerson {
  personUid: string;
  name: string;
  before: RosterEntry[];
  after: RosterEntry[];
  /** What is different: 职位, 单位, 职务. */
  what: ('position' | 'unit' | 'post')[];
}

/** Two rosters of one committee side by side, person by person. */
export interface RosterDifference {
  came: RosterEntry[];
  went: RosterEntry[];
  changed: ChangedPerson[];
  /** How many persons are the same. */
  same: number;
}

export function compareRosters(
  before: readonly RosterEntry[],
  after: readonly RosterEntry[],
): RosterDifference {
  const [earlier, later] = [byPerson(before), byPerson(after)];
  const changed: ChangedPerson[] = [];
  let same = 0;
  for (const [personUid, now] of later) {
    const was = earlier.get(personUid);
    if (was === undefined) continue;
    const what = differences(was, now);
    if (what.length === 0) same += 1;
    else changed.push({ personUid, name: now[0]?.name ?? '', before: was, after: now, what });
  }
  return {
    came: after.filter(({ personUid }) => !earlier.has(personUid)),
    went: before.filter(({ personUid }) => !later.has(personUid)),
    changed,
    same,
  };
}

function byPerson(entries: readonly RosterEntry[]): Map<string, RosterEntry[]> {
  return Map.groupBy(entries, ({ personUid }) => personUid);
}

function differences(was: readonly RosterEntry[], now: readonly RosterEntry[]): ChangedPerson['what'] {
  const what: ChangedPerson['what'] = [];
  const isSame = (text: (entry: RosterEntry) => string) => listOf(was, text) === listOf(now, text);
  const samePositions = isSame(({ positionUid, substitute }) => `${positionUid} ${substitute}`);
  // Somebody with several positions may hold each for another unit.
  const place = ({ positionUid }: RosterEntry) => (samePositions ? positionUid : '');
  if (!samePositions) what.push('position');
  if (!isSame((entry) => `${place(entry)} ${entry.organizationUid ?? entry.unit}`)) what.push('unit');
  if (!isSame((entry) => `${place(entry)} ${entry.post}`)) what.push('post');
  return what;
}

/** Each once, whatever the order: the same text twice says no more than once. */
function listOf(entries: readonly RosterEntry[], text: (entry: RosterEntry) => string): string {
  return [...new Set(entries.map(text))].toSorted().join('|');
}
