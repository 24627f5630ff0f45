import { shortDay } from '../../calendar/days.ts';
import { aimsOf, compareAims, measureAims, teamLoads } from './aims.ts';
import { shortageWords } from './clash-words.ts';
import { draftWithout } from './greedy.ts';
import { AIM_WORDS, namesOf } from './names.ts';
import type { PlannedTeam, SchedulePlan } from './plan.ts';
import type { Place, ScheduleProblem } from './problem.ts';
import { shortagesOf } from './shortages.ts';
import { workableDays } from './workable-days.ts';

/* For one place of a plan: why this team visits it, and why not another, in words. */

export interface TeamReason {
  teamId: string;
  isChosen: boolean;
  text: string;
}

/** The chosen team first; without one where nobody visits the place. */
export function whyTeam(problem: ScheduleProblem, plan: SchedulePlan, placeId: string): TeamReason[] {
  const place = problem.places.find(({ id }) => id === placeId);
  if (place === undefined) return [];
  const trip = plan.trips.find(({ placeIds }) => placeIds.includes(placeId));
  const reasons = plan.teams.map((team): TeamReason => {
    const isChosen = team.teamId === trip?.teamId;
    const text = isChosen ? whyThis(problem, plan, place) : whyNot(problem, plan, place, team);
    return { teamId: team.teamId, isChosen, text };
  });
  return reasons.toSorted((one, other) => Number(other.isChosen) - Number(one.isChosen));
}

function whyThis(problem: ScheduleProblem, plan: SchedulePlan, place: Place): string {
  const names = namesOf(problem);
  const trip = plan.trips.find(({ placeIds }) => placeIds.includes(place.id));
  if (trip === undefined) return '';
  const days = plan.trips.filter(
    ({ teamId, countyId }) => teamId === trip.teamId && countyId === trip.countyId,
  );
  const loads = teamLoads(problem, plan);
  const load = loads.get(trip.teamId) ?? 0;
  const lighter = [...loads.values()].filter((other) => other < load).length;
  return [
    `${names.team(trip.teamId)}${shortDay(trip.day)}有人能去，没有要回避的`,
    days.length > 1
      ? `这一轮在${names.county(trip.countyId)}共${days.length}天，不用为这一处多换一次县`
      : `当天在${names.county(trip.countyId)}`,
    lighter === 0
      ? `负担${load}点，没有比它更轻的组`
      : `负担${load}点，各组在${Math.min(...loads.values())}至${Math.max(...loads.values())}点之间`,
  ].join('；');
}

function whyNot(problem: ScheduleProblem, plan: SchedulePlan, place: Place, team: PlannedTeam): string {
  const names = namesOf(problem);
  const days = workableDays(problem);
  const shortages = days.map((day) => ({ day, found: shortagesOf(problem, team, day, place) }));
  if (shortages.every(({ found }) => found.length > 0)) {
    const [nearest] = shortages.toSorted((one, other) => one.found.length - other.found.length);
    const words = nearest?.found.map((shortage) => shortageWords(names, shortage, '', shortDay(nearest.day)));
    return `哪一天都不能去，如${words?.join('；') ?? ''}`;
  }
  const moved = bestMove(problem, plan, place, team);
  if (moved === null) return `能去的日子都已排满，或在别的县`;
  const before = measureAims(problem, plan);
  const worse = aimsOf(problem).find((aim) => moved[aim] !== before[aim]);
  if (worse === undefined) return '也能去，效果相同';
  if (moved[worse] < before[worse])
    return `也能去，${AIM_WORDS[worse]}还会从${before[worse]}变为${moved[worse]}`;
  return `能去，但${AIM_WORDS[worse]}会从${before[worse]}变为${moved[worse]}`;
}

/** What the plan's aims become where the team takes the place over on its best day; null where no day allows it. */
function bestMove(problem: ScheduleProblem, plan: SchedulePlan, place: Place, { teamId }: PlannedTeam) {
  const order = aimsOf(problem);
  const moves = workableDays(problem).flatMap((day) => {
    const draft = draftWithout(problem, plan, place.id);
    return draft.visit(place, teamId, day) ? [measureAims(problem, draft.plan())] : [];
  });
  const [best] = moves.toSorted((one, other) => compareAims(order, one, other));
  return best ?? null;
}
