import type { EarlierStanding } from '#shared/contract/analysis.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { derivedOfGroup, latestKept } from '../derived.ts';
import { loadInputs, type ScoredGroup } from '../load-group.ts';
import type { GroupRow, PeriodRow } from '../queries.ts';

/** How all objects of a group stand. */
export interface GroupStandings {
  fullPoints: number;
  objectCount: number;
  byOrganization: ReadonlyMap<string, EarlierStanding>;
}

const knownStandingsOf = derivedOfGroup(standingsIn);
const ofFinal = latestKept<GroupStandings>();

/** Nothing of a final period changes while its fingerprint is the same: then its scores are not even read again. */
export function standingsOf(db: ReadStore, row: GroupRow, period: PeriodRow): GroupStandings {
  const work = (): GroupStandings => knownStandingsOf(loadInputs(db, row, period));
  const { fingerprint } = period;
  return fingerprint === null ? work() : ofFinal(`${row.uid} ${fingerprint}`, work);
}

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
