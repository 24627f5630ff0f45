import type { ResultScope } from '#shared/contract/finding-results.ts';
import type { CountedFindings, FindingFilter } from '#shared/contract/findings.ts';
import { listState } from '../filter-link.ts';
import { everyFinding } from '../words.ts';

/** What a row or a cell narrows the results to. */
export interface Narrowed
  extends Partial<Pick<FindingFilter, 'campaignUid' | 'countyUid' | 'tradeUid' | 'severity'>> {
  team?: string;
  hasNoCounty?: boolean;
  hasNoTrade?: boolean;
}

export type CountName = 'found' | 'major' | 'rectified' | 'overdue';

/** The list that a number counts, for a link to /findings. */
export function countedState(scope: ResultScope, narrowed: Narrowed, count: CountName) {
  return listState(countedFilter(scope, narrowed, count));
}

export function countedFilter(scope: ResultScope, narrowed: Narrowed, count: CountName): FindingFilter {
  const { team = null, hasNoCounty = false, hasNoTrade = false, ...filter } = narrowed;
  const { from, to, campaignUid } = scope;
  const counted: CountedFindings = {
    from,
    to,
    team,
    hasNoCounty,
    hasNoTrade,
    isRectified: count === 'rectified',
  };
  return {
    ...everyFinding,
    view: count === 'overdue' ? 'overdue' : 'all',
    campaignUid,
    ...filter,
    ...(count === 'major' ? { severity: 'major' as const } : {}),
    counted,
  };
}

export function ofCounty(uid: string | null): Narrowed {
  return uid === null ? { hasNoCounty: true } : { countyUid: uid };
}

export function ofTrade(uid: string | null): Narrowed {
  return uid === null ? { hasNoTrade: true } : { tradeUid: uid };
}
