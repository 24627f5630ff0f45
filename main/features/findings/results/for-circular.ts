import { isRectified } from '#shared/rules/findings/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { pagesOfFilter } from '../list.ts';
import { latestDue } from './queries.ts';

interface MajorFinding {
  countyName: string;
  place: string;
  what: string;
  isRectified: boolean;
}

/** Major findings of a campaign, with where in the place they were found. */
export function majorOf(db: ReadStore, campaignUid: string, today: string): MajorFinding[] {
  const everyDay = { from: null, to: null, team: null };
  const counted = { ...everyDay, hasNoCounty: false, hasNoTrade: false, isRectified: false };
  const filter = {
    view: 'all',
    campaignUid,
    countyUid: null,
    tradeUid: null,
    severity: 'major',
    text: '',
  } as const;
  return [...pagesOfFilter(db, { ...filter, counted }, today)].flat().map(({ spot, what, task, ...row }) => ({
    countyName: row.countyName,
    place: row.place,
    what: `${spot}${what}`,
    isRectified: isRectified(task.status),
  }));
}

export function latestDueOf(db: ReadStore, campaignId: number, today: string): string | null {
  return db.get(latestDue, { campaign: campaignId, today })?.due ?? null;
}
