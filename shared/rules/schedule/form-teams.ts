import type { PlannedTeam } from './plan.ts';
import type { Inspector, InspectionTeam, ScheduleProblem, Vehicle } from './problem.ts';

/*
 * Who is in which team: as fixed, else as announced, else by what the teams lack. What is decided here is not decided
 * again by the solver; its proofs then hold within these teams.
 */

interface OpenTeam {
  team: InspectionTeam;
  members: Inspector[];
  vehicles: Vehicle[];
}

/** Whether the program chooses a team for anybody. */
export function choosesTeams({ inspectors, vehicles }: ScheduleProblem): boolean {
  return [...inspectors, ...vehicles].some(({ teamId }) => teamId === null);
}

export function formTeams(problem: ScheduleProblem): PlannedTeam[] {
  const open = problem.teams.map((team): OpenTeam => ({ team, members: [], vehicles: [] }));
  const byId = new Map(open.map((team) => [team.team.id, team]));
  const announced = announcedTeams(problem);
  const free: Inspector[] = [];
  for (const person of problem.inspectors) {
    const team = byId.get(person.teamId ?? announced.get(person.id) ?? '');
    if (team === undefined) free.push(person);
    else team.members.push(person);
  }
  while (free.length > 0) {
    const choice = bestChoice(problem, open, free);
    if (choice === null) break;
    choice.team.members.push(choice.person);
    free.splice(free.indexOf(choice.person), 1);
  }
  seat(problem, open, byId);
  return open.map(({ team, members, vehicles }) => ({
    teamId: team.id,
    memberIds: members.map(({ id }) => id),
    vehicleIds: vehicles.map(({ id }) => id),
  }));
}

function announcedTeams({ basePlan }: ScheduleProblem): ReadonlyMap<string, string> {
  return new Map(
    basePlan?.teams.flatMap(({ teamId, memberIds, vehicleIds }) =>
      [...memberIds, ...vehicleIds].map((id) => [id, teamId] as const),
    ),
  );
}

/** The person and team that fit best; null when every team is full. */
function bestChoice(
  { rules, places }: ScheduleProblem,
  open: readonly OpenTeam[],
  free: readonly Inspector[],
): { team: OpenTeam; person: Inspector } | null {
  const placeSkills = new Set(places.flatMap(({ skills }) => skills.map(({ skill }) => skill)));
  let best: { team: OpenTeam; person: Inspector; worth: number } | null = null;
  for (const team of open) {
    if (team.members.length >= rules.crew.most) continue;
    for (const person of free) {
      const worth = worthOf(person, team, rules.crew, placeSkills);
      if (best === null || worth > best.worth) best = { team, person, worth };
    }
  }
  return best;
}

const WORTH = { need: 1_000, empty: 100, skill: 20, together: 5 };

function worthOf(
  person: Inspector,
  { members }: OpenTeam,
  crew: ScheduleProblem['rules']['crew'],
  placeSkills: ReadonlySet<string>,
): number {
  let worth = -members.length * WORTH.empty - person.carriedLoad / WORTH.need;
  for (const { role, count } of crew.roles) {
    if (person.roles.includes(role) && members.filter(({ roles }) => roles.includes(role)).length < count)
      worth += WORTH.need;
  }
  for (const { skill, count } of crew.skills) {
    if (
      person.skills.includes(skill) &&
      members.filter(({ skills }) => skills.includes(skill)).length < count
    )
      worth += WORTH.need;
  }
  for (const skill of person.skills) {
    if (placeSkills.has(skill) && members.every(({ skills }) => !skills.includes(skill)))
      worth += WORTH.skill;
  }
  // People of one county in one team keep the pairs of counties few that may not inspect each other.
  if (members.some(({ homeCountyId }) => homeCountyId === person.homeCountyId)) worth += WORTH.together;
  return worth;
}

/** Free vehicles, the largest first, to the team that lacks most seats. */
function seat(
  problem: ScheduleProblem,
  open: readonly OpenTeam[],
  byId: ReadonlyMap<string, OpenTeam>,
): void {
  const announced = announcedTeams(problem);
  const lacking = ({ members, vehicles }: OpenTeam) =>
    Math.min(members.length, problem.rules.crew.most) - vehicles.reduce((sum, { seats }) => sum + seats, 0);
  for (const vehicle of problem.vehicles.toSorted((one, other) => other.seats - one.seats)) {
    const fixed = byId.get(vehicle.teamId ?? announced.get(vehicle.id) ?? '');
    const neediest = open.toSorted((one, other) => lacking(other) - lacking(one))[0];
    const team = fixed ?? (neediest !== undefined && lacking(neediest) > 0 ? neediest : undefined);
    team?.vehicles.push(vehicle);
  }
}
