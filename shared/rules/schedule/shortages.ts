import { chooseCrew } from './choose-crew.ts';
import type { PlannedTeam } from './plan.ts';
import type { Inspector, Place, Role, ScheduleProblem } from './problem.ts';

/* Why a team cannot visit a place on a day, looking at nothing else that it does. */

/** What is missing, and who of the team cannot help out that day. */
export interface Shortage {
  of:
    | { kind: 'people' }
    | { kind: 'role'; role: Role }
    | { kind: 'skill'; skill: string }
    | { kind: 'seats' };
  have: number;
  need: number;
  onLeave: string[];
  /** By their own unit or home county. */
  recused: string[];
}

/** Empty where a crew can be found. */
export function shortagesOf(
  problem: ScheduleProblem,
  planned: PlannedTeam,
  day: string,
  place: Place,
): Shortage[] {
  const { crew } = problem.rules;
  const members = problem.inspectors.filter(({ id }) => planned.memberIds.includes(id));
  const isRecused = ({ homeCountyId, unitId }: Inspector) =>
    homeCountyId === place.countyId || (unitId !== null && unitId === place.unitId);
  const free = members.filter((person) => !person.leave.includes(day) && !isRecused(person));
  const seats = seatsOf(problem, planned);
  const skills = [...crew.skills, ...place.skills];
  const short = (of: Shortage['of'], need: number, holds: (person: Inspector) => boolean): Shortage[] => {
    const have = free.filter(holds).length;
    if (have >= need) return [];
    const away = members.filter(holds);
    return [
      {
        of,
        have,
        need,
        onLeave: away.filter(({ leave }) => leave.includes(day)).map(({ id }) => id),
        recused: away.filter(isRecused).map(({ id }) => id),
      },
    ];
  };
  const found = [
    ...short({ kind: 'people' }, crew.least, () => true),
    ...crew.roles.flatMap(({ role, count }) =>
      short({ kind: 'role', role }, count, ({ roles }) => roles.includes(role)),
    ),
    ...skills.flatMap(({ skill, count }) =>
      short({ kind: 'skill', skill }, count, (person) => person.skills.includes(skill)),
    ),
  ];
  if (found.length > 0) return found;
  const most = Math.min(crew.most, seats);
  if (chooseCrew(free, { least: crew.least, most, roles: crew.roles, skills }) !== null) return [];
  const needed = chooseCrew(free, { least: crew.least, most: free.length, roles: crew.roles, skills });
  const need = needed?.length ?? free.length;
  return [
    {
      of: seats < crew.most ? { kind: 'seats' } : { kind: 'people' },
      have: most,
      need,
      onLeave: [],
      recused: [],
    },
  ];
}

function seatsOf({ vehicles }: ScheduleProblem, { vehicleIds }: PlannedTeam): number {
  if (vehicles.length === 0) return Number.POSITIVE_INFINITY;
  return vehicles.filter(({ id }) => vehicleIds.includes(id)).reduce((sum, { seats }) => sum + seats, 0);
}
