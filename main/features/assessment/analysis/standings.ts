import type { EarlierStanding } from '#shared/contract/analysis.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import { derivedInPeriod } from '../derived.ts';
import type { ScoredGroup } from '../load-group.ts';

/** How all objects of a group stand. */
export interface GroupStandings {
  fullPoints: number;
  objectCount: number;
  byOrganization: ReadonlyMap<string, EarlierStanding>;
}

export const standingsOf = derivedInPeriod(standingsIn);

function standingsIn({ scheme, objects, scorer }: ScoredGroup): GroupStandings {
  const byOrganization = new Map(
    objects.map(({ uid, organizationUid }): [string, EarlierStanding] => {
      const { rank, grade } = scorer.standing(uid);
      const { totalPoints } = scorer.score(uid);
      return [organizationUid, { objectUid: uid, total: totalPoints, rank, grade: grade?.name ?? '' }];
    }),
  );
  return { fullPoints: planScheme(scheme).full, objectCount: objects.length, byOrganization };
}
