import { personLoads } from './aims.ts';
import { namesOf } from './names.ts';
import type { SchedulePlan, Trip } from './plan.ts';
import type { ScheduleProblem } from './problem.ts';

export interface PersonReason {
  inspectorId: string;
  goes: boolean;
  text: string;
}

/** For each member of a team: why they go on this trip, or why not; those who go first. */
export function whyPeople(problem: ScheduleProblem, plan: SchedulePlan, trip: Trip): PersonReason[] {
  const names = namesOf(problem);
  const loads = personLoads(problem, plan);
  const units = new Set(
    problem.places.filter(({ id }) => trip.placeIds.includes(id)).map(({ unitId }) => unitId),
  );
  const members = plan.teams.find(({ teamId }) => teamId === trip.teamId)?.memberIds ?? [];
  return problem.inspectors
    .filter(({ id }) => members.includes(id))
    .map(({ id, leave, homeCountyId, unitId, skills }) => {
      const goes = trip.inspectorIds.includes(id);
      const load = `负担${loads.get(id) ?? 0}点`;
      const held = skills.length === 0 ? '' : `，持${skills.join('、')}专长`;
      const hindered = leave.includes(trip.day)
        ? '当天请假或另有督查'
        : homeCountyId === trip.countyId
          ? `家在${names.county(trip.countyId)}，要回避`
          : unitId !== null && units.has(unitId)
            ? '要检查本人所在单位，要回避'
            : null;
      const text = goes ? `去，${load}${held}` : (hindered ?? `人已够，这次不去，${load}${held}`);
      return { inspectorId: id, goes, text };
    })
    .toSorted((one, other) => Number(other.goes) - Number(one.goes));
}
