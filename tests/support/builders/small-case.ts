import { createRandom, type Random } from '#shared/random.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import { type Pin, problemSchema, type ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { workableDays } from '#shared/rules/schedule/workable-days.ts';
import { aCampaign } from './schedule.ts';

/** A campaign of at most 4 counties and 20 places, with everything that may come: pins, sick people, no vehicles. */
export function aSmallCase(seed: number): ScheduleProblem {
  const random = createRandom(seed);
  const teams = random.integer(1, 3);
  const campaign = aCampaign(seed, {
    counties: random.integer(1, 4),
    places: random.integer(1, 20),
    teams,
    workdays: random.integer(2, 7),
    inspectors: teams * random.integer(2, 5),
  });
  const announced = sometimes(random, 5) ? withSickPerson(random, campaign) : campaign;
  return problemSchema.parse({
    ...announced,
    pins: pinsOf(random, announced),
    inspectors: sometimes(random, 4)
      ? announced.inspectors.map((person) => ({ ...person, teamId: null }))
      : announced.inspectors,
    vehicles: sometimes(random, 3) ? [] : announced.vehicles,
  });
}

function sometimes(random: Random, in_: number): boolean {
  return random.integer(1, in_) === 1;
}

function withSickPerson(random: Random, campaign: ScheduleProblem): ScheduleProblem {
  const sick = random.integer(0, campaign.inspectors.length - 1);
  return {
    ...campaign,
    basePlan: greedyPlan(campaign),
    inspectors: campaign.inspectors.map((person, place) =>
      place === sick ? { ...person, leave: workableDays(campaign) } : person,
    ),
  };
}

function pinsOf(random: Random, { teams, places, counties, ...problem }: ScheduleProblem): Pin[] {
  const one = <Item>(list: readonly Item[]): Item => list[random.integer(0, list.length - 1)] as Item;
  const days = workableDays({ teams, places, counties, ...problem });
  return Array.from({ length: Math.max(0, random.integer(-2, 3)) }, (): Pin => {
    const [teamId, day] = [one(teams).id, one(days)];
    if (sometimes(random, 2))
      return { teamId, day, countyId: sometimes(random, 3) ? null : one(counties).id };
    const placeId = one(places).id;
    return sometimes(random, 2) ? { placeId, teamId, day } : { placeId, teamId, day: null };
  });
}
