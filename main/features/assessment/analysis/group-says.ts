import { movementText } from '#shared/rules/assessment/analysis/movement.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { ScoredGroup } from '../load-group.ts';
import type { OutwardReasons } from '../outward-reasons.ts';
import { type Earlier, earlierGroups } from './group-analysis.ts';
import { textsOfScored } from './result-texts.ts';

/** How each object moved against an earlier period. */
export interface MovedSince {
  periodTitle: string;
  /** 上升2名 +1.5, by object uid. */
  byObject: ReadonlyMap<string, string>;
}

/** What a group's scores alone do not say. */
export interface GroupSays {
  previous: MovedSince | null;
  lastYear: MovedSince | null;
  /** By object uid. */
  texts: ReadonlyMap<string, string>;
}

export function groupSays(db: ReadStore, group: ScoredGroup, outward: OutwardReasons): GroupSays {
  const { previous, lastYear } = earlierGroups(db, group.row, group.period);
  const texts = textsOfScored(db, group, outward).map(({ objectUid, text, draft }): [string, string] => [
    objectUid,
    outward.textAbout(objectUid, text ?? draft),
  ]);
  return {
    previous: movedSince(group, previous),
    lastYear: movedSince(group, lastYear),
    texts: new Map(texts),
  };
}

function movedSince({ scheme, objects, scorer }: ScoredGroup, earlier: Earlier | null): MovedSince | null {
  if (earlier === null) return null;
  const comparing = {
    sameFull: earlier.group.fullPoints === planScheme(scheme).full,
    decimals: scheme.settings.decimals,
  };
  const byObject = objects.map(({ uid, organizationUid }): [string, string] => {
    const { totalPoints: total, complete } = scorer.score(uid);
    const { rank } = scorer.standing(uid);
    const before = earlier.standingOf(organizationUid) ?? null;
    return [uid, movementText({ total, rank, complete }, before, comparing)];
  });
  return { periodTitle: earlier.group.periodTitle, byObject: new Map(byObject) };
}
