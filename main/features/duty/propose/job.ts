import type { DutyProposal } from '#shared/contract/duty-views.ts';
import { AppError } from '#shared/errors.ts';
import { type ClassCounts, dayClasses, placeKey } from '#shared/rules/duty/model.ts';
import type { DutyProblem, Seat } from '#shared/rules/duty/propose/problem.ts';
import { aimName, qualityWords } from '#shared/rules/duty/propose/result-words.ts';
import { seatPlaces } from '#shared/rules/duty/propose/seat-places.ts';
import { shortagesOf } from '#shared/rules/duty/propose/shortages.ts';
import { daysOf, placesOf } from '#shared/rules/duty/shifts.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { loadSolver } from '#main/core/solver/highs.ts';
import { dutyPeople } from '../people.ts';
import { periodOf, requirePeriod } from '../periods.ts';
import { cellsOf } from '../roster.ts';
import { problemOf } from './problem-of.ts';
import { solveRoster } from './solve.ts';

export interface ProposeInput {
  uid: string;
  keepsPresent: boolean;
  seconds: number;
}

/** Proposes the roster of a period. */
export async function proposeRoster(input: ProposeInput, job: JobContext): Promise<DutyProposal> {
  const record = requirePeriod(job.db, input.uid);
  const problem = problemOf(job, record);
  if (problem.people.length === 0)
    throw new AppError('refused', { reason: '还没有值班人员，请先到“人员”里添加。' });
  job.progress(0, '准备');
  const solver = await loadSolver();
  const { plan, aims } = solveRoster(solver, problem, {
    keepsPresent: input.keepsPresent,
    seconds: input.seconds,
    stopped: () => job.isEnough(),
    progress(aim, place, count) {
      job.throwIfCancelled();
      job.progress(place / count, `正在安排：${aimName(aim)}`);
    },
  });
  job.throwIfCancelled();
  return proposalOf(job, {
    periodUid: record.uid,
    problem,
    plan,
    quality: qualityWords(aims),
    isOptimal: aims.every(({ value, bound }) => bound >= value),
  });
}

interface Planned extends Pick<DutyProposal, 'periodUid' | 'quality' | 'isOptimal'> {
  problem: DutyProblem;
  plan: readonly Seat[];
}

function proposalOf({ db }: JobContext, { problem, plan, ...given }: Planned): DutyProposal {
  const record = requirePeriod(db, given.periodUid);
  const { firstDay, lastDay, shifts } = periodOf(db, record);
  const present = cellsOf(db, record.id);
  const now = new Map(present.map((cell) => [placeKey(cell), cell.personUid]));
  const cells = seatPlaces(placesOf(daysOf(firstDay, lastDay), shifts), plan, present);
  const names = new Map(dutyPeople(db).map(({ uid, name }) => [uid, name]));
  const shiftNames = new Map(shifts.map(({ uid, name }) => [uid, name]));
  return {
    ...given,
    cells,
    changed: cells.filter((cell) => (now.get(placeKey(cell)) ?? null) !== cell.personUid).length,
    shortages: shortagesOf(problem, plan, {
      person: (uid) => names.get(uid) ?? '',
      shift: (uid) => (shifts.length === 1 ? '' : (shiftNames.get(uid) ?? '')),
    }),
    loads: problem.people.map(({ uid, counts }) => ({
      personUid: uid,
      name: names.get(uid) ?? '',
      before: counts,
      after: withPlan(problem, plan, uid, counts),
    })),
  };
}

function withPlan(
  { days }: DutyProblem,
  plan: readonly Seat[],
  personUid: string,
  before: ClassCounts,
): ClassCounts {
  const classes = new Map(days.map(({ day, dayClass }) => [day, dayClass]));
  const own = plan.filter((seat) => seat.personUid === personUid);
  const [holiday = 0, weekend = 0, weekday = 0] = dayClasses.map(
    (each) => before[each] + own.filter(({ day }) => classes.get(day) === each).length,
  );
  return { holiday, weekend, weekday };
}
