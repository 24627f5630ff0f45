import type { Random } from '../../random.ts';
import { createDraft } from './draft.ts';
import { formTeams } from './form-teams.ts';
import type { SchedulePlan } from './plan.ts';
import type { ScheduleProblem } from './problem.ts';

/** A feasible plan without any thought: each place, in any order, on any team's day that the rules allow. */
export function randomPlan(problem: ScheduleProblem, random: Random): SchedulePlan {
  const draft = createDraft(problem, formTeams(problem));
  for (const place of random.shuffled(problem.places)) {
    const slots = problem.teams.flatMap(({ id }) => draft.days.map((day) => ({ teamId: id, day })));
    random.shuffled(slots).some(({ teamId, day }) => draft.visit(place, teamId, day));
  }
  return draft.plan();
}
