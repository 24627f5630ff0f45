import type { NewFound, VisitAnswer } from '#shared/contract/visits.ts';
import { usualDueDay } from '#shared/rules/visits/proposed.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { type KnownCampaign, publicTitle, type Target } from '#main/features/campaigns/index.ts';
import {
  createFinding,
  findings,
  findingsAtVisit,
  type FoundPlace,
  placeOfChoice,
} from '#main/features/findings/index.ts';
import { taskSettings } from '#main/features/tasks/index.ts';
import type { Asked } from './checklists.ts';
import { placeOfTarget } from './target-site.ts';

const LONGEST_WHAT = 500;

interface Visited {
  id: number;
  day: string;
  campaign: KnownCampaign;
  target: Target;
  answers: readonly VisitAnswer[];
  asked: Asked;
  /** As the clerk wrote them. */
  found: readonly NewFound[];
  /** Who answers where the clerk has not said. */
  leadUids: readonly string[];
}

/**
 * Each answer 不符合 has its finding: as the clerk wrote it, else as its question says. What is answered otherwise by now
 * takes its finding away, unless something has been done about it.
 * @returns how many are new
 */
export function writeFound(context: WriteContext, visited: Visited): number {
  const { items } = visited.asked;
  const itemIds = new Map([...items].map(([uid, { id }]) => [uid, id]));
  const failed = new Set(
    visited.answers.flatMap(({ itemUid, answer }) => (answer === 'fail' ? [itemUid] : [])),
  );
  const failedIds = new Set([...failed].map((uid) => itemIds.get(uid)));
  const stored = findingsAtVisit(context.db, visited.id, context.today);
  for (const { uid, itemId } of stored)
    if (itemId !== null && !failedIds.has(itemId)) findings.remove({ uid }, context);

  const known = new Set(stored.map(({ itemId }) => itemId));
  const written = visited.found.filter(
    ({ itemUid }) => itemUid === null || (failed.has(itemUid) && !known.has(itemIds.get(itemUid) ?? null)),
  );
  const named = new Set(written.map(({ itemUid }) => itemUid));
  const unwritten = [...failed].filter((uid) => !named.has(uid) && !known.has(itemIds.get(uid) ?? null));
  const { findingDays } = taskSettings(context.db);
  const all = [...written, ...unwritten.flatMap((uid) => asAsked(visited, uid, findingDays) ?? [])];
  for (const found of all) create(context, visited, found, itemIds);
  return all.length;
}

/** What a question says of a finding by itself. */
function asAsked(
  { asked, answers, day, leadUids }: Visited,
  itemUid: string,
  findingDays: number,
): NewFound | null {
  const item = asked.items.get(itemUid);
  if (item === undefined) return null;
  const note = answers.find((answer) => answer.itemUid === itemUid)?.note ?? '';
  return {
    itemUid,
    spot: '',
    what: (note === '' ? `不符合：${item.text}` : note).slice(0, LONGEST_WHAT),
    severity: item.severity,
    element: item.element,
    article: item.article,
    demand: item.demand,
    dueOn: usualDueDay(day, item.due_days, findingDays),
    leadUids: [...leadUids],
  };
}

function create(
  context: WriteContext,
  { id: visitId, day, campaign, target, leadUids }: Visited,
  { itemUid, ...found }: NewFound,
  itemIds: ReadonlyMap<string, number>,
): void {
  createFinding(context, {
    ...found,
    leadUids: found.leadUids.length === 0 ? [...leadUids] : found.leadUids,
    foundOn: day,
    place: placeOf(context, target),
    campaign: { id: campaign.id, uid: campaign.uid, title: publicTitle(campaign) },
    visitId,
    itemId: itemUid === null ? null : (itemIds.get(itemUid) ?? null),
    measures: null,
  });
}

function placeOf({ db, today }: WriteContext, target: Target): FoundPlace {
  const { organizationId, countyId, name } = target;
  const { site } = placeOfTarget(db, target, today);
  if (site !== undefined) return placeOfChoice(db, { kind: 'site', siteUid: site.uid }, today);
  return { siteId: null, organizationId, countyId, tradeId: null, name };
}

/** As long as nothing has been done about any of them. */
export function removeFound(context: WriteContext, visitId: number): void {
  for (const { uid } of findingsAtVisit(context.db, visitId, context.today))
    findings.remove({ uid }, context);
}
