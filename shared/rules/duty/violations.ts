import { addDays, shortDay } from '../../calendar/days.ts';
import {
  canTake,
  type DutyAround,
  type DutyCell,
  type DutyPerson,
  type DutyShift,
  isOnLeave,
  placeKey,
} from './model.ts';
import { nightShift } from './shifts.ts';

/* What the rules of a roster say of who stands in it. Nothing is forbidden to a clerk: it shows at once. */

export type ViolationKind = 'leave' | 'gone' | 'role' | 'twice' | 'rest';

export interface Violation {
  kind: ViolationKind;
  /** As placeKey gives it. */
  key: string;
  personUid: string;
  day: string;
  text: string;
}

interface Looked {
  cells: readonly DutyCell[];
  people: readonly DutyPerson[];
  shifts: readonly DutyShift[];
  around: readonly DutyAround[];
}

export function violationsOf({ cells, people, shifts, around }: Looked): Violation[] {
  const known = new Map(people.map((person) => [person.uid, person]));
  const night = nightShift(shifts)?.uid;
  const held = Map.groupBy(
    [
      ...around,
      ...cells.map(({ personUid, day, shiftUid }) => ({ personUid, day, isNight: shiftUid === night })),
    ],
    ({ personUid }) => personUid,
  );
  return cells.flatMap((cell) => {
    const person = known.get(cell.personUid);
    if (person === undefined) return [];
    const own = held.get(person.uid) ?? [];
    return [...ofPerson(cell, person), ...ofOthers(cell, person, own, cell.shiftUid === night)].map(
      ({ kind, text }) => ({ kind, text, key: placeKey(cell), personUid: person.uid, day: cell.day }),
    );
  });
}

type Said = Pick<Violation, 'kind' | 'text'>;

function ofPerson({ day, role }: DutyCell, person: DutyPerson): Said[] {
  const leave = person.leaves.find((each) => isOnLeave(each, day));
  const said: Said[] = [];
  if (leave !== undefined) {
    const reason = leave.reason === '' ? '' : `（${leave.reason}）`;
    said.push({ kind: 'leave', text: `${person.name}${shortDay(day)}请假${reason}` });
  }
  if (person.lastDay !== null && day > person.lastDay)
    said.push({ kind: 'gone', text: `${person.name}自${shortDay(addDays(person.lastDay, 1))}起不再值班` });
  if (!canTake(person, role))
    said.push({
      kind: 'role',
      text: `${person.name}没有列为${role === 'leader' ? '带班领导' : '值班人员'}`,
    });
  return said;
}

function ofOthers(
  { day }: DutyCell,
  { name }: DutyPerson,
  own: readonly DutyAround[],
  isNight: boolean,
): Said[] {
  const said: Said[] = [];
  if (own.filter((each) => each.day === day).length > 1)
    said.push({ kind: 'twice', text: `${name}${shortDay(day)}排了两处` });
  const before = own.find((each) => each.day === addDays(day, -1) && each.isNight);
  if (before !== undefined)
    said.push({
      kind: 'rest',
      text: isNight
        ? `${name}${shortDay(before.day)}、${shortDay(day)}连值两个夜班`
        : `${name}${shortDay(before.day)}值了夜班，${shortDay(day)}又排了班`,
    });
  return said;
}
