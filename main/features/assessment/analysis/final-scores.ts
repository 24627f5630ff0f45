import type { ProfileScore } from '#shared/rules/township-profiles/profile.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireGroup } from '../load-group.ts';
import { assessedByOrganization } from './queries.ts';
import { standingsOf } from './standings.ts';

/** More than a page has room for. */
const MOST_SCORES = 6;
const DECIMALS = 2;

/** How an organization stood in the assessments that are final, the latest first. */
export function finalScoresOf(db: ReadStore, organizationUid: string): ProfileScore[] {
  const groups = db
    .all(assessedByOrganization, { uid: organizationUid })
    .map(({ group_uid: uid }) => requireGroup(db, uid))
    .filter(({ period }) => period.status === 'final')
    .slice(0, MOST_SCORES);
  return groups.flatMap(({ row, period }) => {
    const { byOrganization, objectCount } = standingsOf(db, row, period);
    const stood = byOrganization.get(organizationUid);
    if (stood === undefined) return [];
    const { total, rank, grade } = stood;
    const parts = [
      total === null ? '' : `${decimalText(total, DECIMALS)} 分`,
      rank === null ? '' : `第 ${rank} 名(共 ${objectCount} 个)`,
      grade,
    ];
    return [{ title: period.title, text: parts.filter((part) => part !== '').join('，') }];
  });
}
