import { addDays } from '../../calendar/days.ts';
import type { SchedulePlan } from './plan.ts';
import type { ScheduleProblem } from './problem.ts';
import type { Violation } from './violations.ts';

/** The rules that follow each person through the round. */
export function checkPeople(problem: ScheduleProblem, plan: SchedulePlan): Violation[] {
  return [
    ...problem.inspectors.flatMap(({ id, leave }) => [
      ...checkPresence(id, leave, plan),
      ...checkDaysInARow(id, problem.rules.mostDaysInARow, plan),
    ]),
    ...checkMutualCounties(problem, plan),
  ];
}

function checkPresence(inspectorId: string, leave: readonly string[], { trips }: SchedulePlan): Violation[] {
  const found: Violation[] = [];
  const seen = new Map<string, number>();
  for (const { teamId, day, inspectorIds } of trips) {
    const times = inspectorIds.filter((id) => id === inspectorId).length;
    if (times === 0) continue;
    if (leave.includes(day)) found.push({ rule: 'onLeave', inspectorId, teamId, day });
    seen.set(day, (seen.get(day) ?? 0) + times);
  }
  for (const [day, times] of seen) {
    if (times > 1) found.push({ rule: 'personInTwoPlaces', inspectorId, day });
  }
  return found;
}

function checkDaysInARow(inspectorId: string, most: number, { trips }: SchedulePlan): Violation[] {
  const days = new Set(
    trips.filter(({ inspectorIds }) => inspectorIds.includes(inspectorId)).map(({ day }) => day),
  );
  const found: Violation[] = [];
  for (const from of days) {
    if (days.has(addDays(from, -1))) continue;
    let have = 1;
    while (days.has(addDays(from, have))) have += 1;
    if (have > most) {
      found.push({ rule: 'daysInARow', inspectorId, from, to: addDays(from, have - 1), have, most });
    }
  }
  return found;
}

function checkMutualCounties(problem: ScheduleProblem, { trips }: SchedulePlan): Violation[] {
  const homeOf = new Map(problem.inspectors.map(({ id, homeCountyId }) => [id, homeCountyId]));
  const inspects = new Set<string>();
  for (const { countyId, inspectorIds } of trips) {
    for (const id of inspectorIds) inspects.add(JSON.stringify([homeOf.get(id), countyId]));
  }
  const found: Violation[] = [];
  for (const { id: one } of problem.counties) {
    for (const { id: other } of problem.counties) {
      if (one >= other) continue;
      if (inspects.has(JSON.stringify([one, other])) && inspects.has(JSON.stringify([other, one])))
        found.push({ rule: 'mutualCounties', countyIds: [one, other] });
    }
  }
  return found;
}
