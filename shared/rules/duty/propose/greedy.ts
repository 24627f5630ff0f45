import { addDays } from '../../../calendar/days.ts';
import {
  areTooClose,
  type DutyProblem,
  hindrance,
  type Post,
  postKey,
  postsOf,
  type ProblemPerson,
  type Seat,
} from './problem.ts';

/** A roster at once: day by day whoever has had the least. @param keepsPresent what stands and may stay does */
export function greedyRoster(problem: DutyProblem, keepsPresent: boolean): Seat[] {
  const posts = postsOf(problem);
  const roster = new GrowingRoster(problem, posts);
  const byKey = new Map(posts.map((post) => [postKey(post), post]));
  const people = new Map(problem.people.map((person) => [person.uid, person]));
  for (const seat of problem.pinned) roster.put(seat);
  if (keepsPresent) {
    for (const seat of problem.present) {
      const [post, person] = [byKey.get(postKey(seat)), people.get(seat.personUid)];
      if (post !== undefined && person !== undefined && roster.open(post) > 0 && roster.mayPut(post, person))
        roster.put(seat);
    }
  }
  for (const post of posts) {
    while (roster.open(post) > 0) {
      const person = roster.next(post);
      if (person === undefined) break;
      roster.put({ day: post.day, shiftUid: post.shiftUid, role: post.role, personUid: person.uid });
    }
  }
  return roster.seats;
}

class GrowingRoster {
  readonly seats: Seat[] = [];
  readonly #problem: DutyProblem;
  readonly #classes: ReadonlyMap<string, 'holiday' | 'weekend' | 'weekday'>;
  readonly #nights: ReadonlyMap<string, boolean>;
  readonly #ofPerson = new Map<string, Seat[]>();
  readonly #taken = new Map<string, number>();

  constructor(problem: DutyProblem, posts: readonly Post[]) {
    this.#problem = problem;
    this.#classes = new Map(problem.days.map(({ day, dayClass }) => [day, dayClass]));
    this.#nights = new Map(posts.map(({ shiftUid, isNight }) => [shiftUid, isNight]));
  }

  put(seat: Seat): void {
    this.seats.push(seat);
    this.#of(seat.personUid).push(seat);
    this.#taken.set(postKey(seat), (this.#taken.get(postKey(seat)) ?? 0) + 1);
  }

  open(post: Post): number {
    return post.needed - (this.#taken.get(postKey(post)) ?? 0);
  }

  mayPut(post: Post, person: ProblemPerson): boolean {
    return (
      hindrance(this.#problem, person, post) === null &&
      !this.#of(person.uid).some((seat) =>
        areTooClose(post, { day: seat.day, isNight: this.#nights.get(seat.shiftUid) === true }),
      )
    );
  }

  /** Who has had the least of such days, then of all, and then the longest rest. */
  next(post: Post): ProblemPerson | undefined {
    const dayClass = this.#classes.get(post.day) ?? 'weekday';
    const loads = this.#problem.people
      .filter((person) => this.mayPut(post, person))
      .map((person) => {
        const own = this.#of(person.uid);
        const ofClass = own.filter((seat) => this.#classes.get(seat.day) === dayClass).length;
        const { holiday, weekend, weekday } = person.counts;
        const isClose = own.some(({ day }) => day === addDays(post.day, -2) || day === addDays(post.day, 2));
        const total = holiday + weekend + weekday + own.length;
        return { person, load: [person.counts[dayClass] + ofClass, isClose ? 1 : 0, total] };
      });
    return loads.toSorted((one, other) => compared(one.load, other.load))[0]?.person;
  }

  #of(personUid: string): Seat[] {
    const seats = this.#ofPerson.get(personUid) ?? [];
    this.#ofPerson.set(personUid, seats);
    return seats;
  }
}

function compared(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return (one[place] ?? 0) - (other[place] ?? 0);
}
