import { addDays } from '../../../calendar/days.ts';
import {
  canTake,
  type ClassCounts,
  type DayClass,
  type DutyAround,
  type DutyRole,
  dutyRoles,
  neededOn,
} from '../model.ts';

/*
 * What a roster is proposed from. Hard: everybody may take the role, is not away, has one shift a day and none on the
 * day after a night. What is pinned stays, whatever it breaks. Aims, one after another: see aims.ts.
 */

export interface ProblemShift {
  uid: string;
  isNight: boolean;
  leaders: number;
  officers: number;
}

export interface ProblemPerson {
  uid: string;
  canLead: boolean;
  canServe: boolean;
  awayOn: readonly string[];
  /** Of the year so far, outside of the days of this problem. */
  counts: ClassCounts;
}

/** Somebody on a shift; which of several places of the role it is makes no difference. */
export interface Seat {
  day: string;
  shiftUid: string;
  role: DutyRole;
  personUid: string;
}

export interface DutyProblem {
  /** One after another. */
  days: readonly { day: string; dayClass: DayClass }[];
  /** In the order of the day. */
  shifts: readonly ProblemShift[];
  people: readonly ProblemPerson[];
  /** Of the days before and after. */
  around: readonly DutyAround[];
  pinned: readonly Seat[];
  /** What stands now and may change. */
  present: readonly Seat[];
}

/** A role on a shift of a day, and how many it takes. */
export interface Post extends Omit<Seat, 'personUid'> {
  isNight: boolean;
  needed: number;
}

export function postsOf({ days, shifts }: DutyProblem): Post[] {
  return days.flatMap(({ day }) =>
    shifts.flatMap((shift) =>
      dutyRoles.map((role) => ({
        day,
        shiftUid: shift.uid,
        role,
        isNight: shift.isNight,
        needed: neededOn(shift, role),
      })),
    ),
  );
}

export function postKey({ day, shiftUid, role }: Omit<Seat, 'personUid'>): string {
  return `${day} ${shiftUid} ${role}`;
}

export function seatKey(seat: Seat): string {
  return `${postKey(seat)} ${seat.personUid}`;
}

/** Why somebody cannot take a post, whoever else is on duty; null where they can. */
export function hindrance(
  problem: Pick<DutyProblem, 'around'>,
  person: ProblemPerson,
  post: Post,
): 'role' | 'away' | 'rest' | null {
  if (!canTake(person, post.role)) return 'role';
  if (person.awayOn.includes(post.day)) return 'away';
  const tired = problem.around.some(
    ({ personUid, day, isNight }) =>
      personUid === person.uid &&
      ((isNight && day === addDays(post.day, -1)) || (post.isNight && day === addDays(post.day, 1))),
  );
  return tired ? 'rest' : null;
}

/** Whether two shifts cannot be one person's: on the same day, or the day after a night. */
export function areTooClose(
  one: Pick<Post, 'day' | 'isNight'>,
  other: Pick<Post, 'day' | 'isNight'>,
): boolean {
  if (one.day === other.day) return true;
  const [first, second] = one.day < other.day ? [one, other] : [other, one];
  return first.isNight && addDays(first.day, 1) === second.day;
}
