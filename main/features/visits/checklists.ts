import type { AskedChecklist, AskedQuestion } from '#shared/contract/visits.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type KnownCampaign, linkedIds } from '#main/features/campaigns/index.ts';
import {
  checklistsById,
  checklistsOfVisit,
  type ItemRecord,
  itemsOfChecklists,
  type VisitRecord,
} from './queries.ts';

export interface Asked {
  checklists: AskedChecklist[];
  /** Items by their uid. */
  items: ReadonlyMap<string, ItemRecord>;
}

/** What is asked at a visit: the checklists of its campaign, and what it has answered of others. */
export function askedAt(db: ReadStore, campaign: KnownCampaign, visit: VisitRecord | undefined): Asked {
  const ids = linkedIds(db, campaign, 'campaign_checklist');
  const named = db.all(checklistsById, { ids: JSON.stringify(ids) });
  const answered = visit === undefined ? [] : db.all(checklistsOfVisit, { visitId: visit.id });
  const all = [...named, ...answered.filter(({ id }) => !ids.includes(id))];
  const items = db.all(itemsOfChecklists, { ids: JSON.stringify(all.map(({ id }) => id)) });
  const byChecklist = Map.groupBy(items, ({ checklist_id }) => checklist_id);
  return {
    checklists: all.map(({ id, uid, title }) => ({ uid, title, items: inOrder(byChecklist.get(id) ?? []) })),
    items: new Map(items.map((item) => [item.uid, item])),
  };
}

/** Each section before what stands below it. */
function inOrder(items: readonly ItemRecord[]): AskedQuestion[] {
  const below = Map.groupBy(items, ({ parent_id }) => parent_id);
  const uids = new Map(items.map(({ id, uid }) => [id, uid]));
  const walk = (parentId: number | null): AskedQuestion[] =>
    (below.get(parentId) ?? []).flatMap((item) => [questionOf(item, uids), ...walk(item.id)]);
  return walk(null);
}

function questionOf(item: ItemRecord, uids: ReadonlyMap<number, string>): AskedQuestion {
  const { uid, kind, text, article, demand, due_days: dueDays, severity, element } = item;
  const parentUid = item.parent_id === null ? null : (uids.get(item.parent_id) ?? null);
  return { uid, parentUid, kind, text, article, demand, dueDays, severity, element };
}
