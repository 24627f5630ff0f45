import { shortDay } from '../../../calendar/days.ts';
import { weekdayName } from '../day-words.ts';
import { canTake, roleNames } from '../model.ts';
import {
  areTooClose,
  type DutyProblem,
  hindrance,
  type Post,
  postKey,
  postsOf,
  type Seat,
} from './problem.ts';

/** People that are named one by one; of more only the number. */
const NAMED = 6;

interface Names {
  /** 张三. */
  person: (uid: string) => string;
  /** 夜班; empty where a day has one shift only. */
  shift: (uid: string) => string;
}

/** Where nobody was left, in words: who is missing on which day, and why nobody else can. */
export function shortagesOf(problem: DutyProblem, plan: readonly Seat[], names: Names): string[] {
  const filled = Map.groupBy(plan, postKey);
  return postsOf(problem).flatMap((post) => {
    const missing = post.needed - (filled.get(postKey(post))?.length ?? 0);
    if (missing <= 0) return [];
    const place = `${shortDay(post.day)}（${weekdayName(post.day)}）${names.shift(post.shiftUid)}`;
    return [`${place}缺${roleNames[post.role]} ${missing} 人：${reasonsOf(problem, plan, post, names)}。`];
  });
}

function reasonsOf(problem: DutyProblem, plan: readonly Seat[], post: Post, names: Names): string {
  const able = problem.people.filter((person) => canTake(person, post.role));
  if (able.length === 0) return `人员里没有人列为${roleNames[post.role]}`;
  const nights = new Set(problem.shifts.filter(({ isNight }) => isNight).map(({ uid }) => uid));
  const reasons = able.map((person) => {
    const name = names.person(person.uid);
    const why = hindrance(problem, person, post);
    if (why === 'away') return `${name}请假或不在`;
    const held = plan.find(
      (seat) =>
        seat.personUid === person.uid &&
        areTooClose(post, { day: seat.day, isNight: nights.has(seat.shiftUid) }),
    );
    if (held === undefined) return `${name}前后一天另有值班`;
    if (held.day === post.day) return `${name}当天已有班`;
    return `${name}${shortDay(held.day)}值班，要隔一天`;
  });
  const more = reasons.length > NAMED ? `等 ${reasons.length} 人` : '';
  return `${reasons.slice(0, NAMED).join('，')}${more}`;
}
