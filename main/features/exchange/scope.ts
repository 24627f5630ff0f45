import { AppError } from '#shared/errors.ts';
import { packTopics } from '#shared/rules/exchange/topics.ts';
import type { PackScope, StoredRow } from '#main/core/packs/collect.ts';
import type { PackRow } from '#shared/rules/exchange/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { grants, type Role } from '#shared/rights.ts';
import type { RowGuard } from '#main/core/packs/refusals.ts';
import { isOfSecretCampaign } from '#main/features/campaigns/index.ts';
import {
  allPeriods,
  campaignOfVisit,
  chosenOrganizations,
  finalGroup,
  finalObject,
  objectsOfPeriod,
  organizationsByName,
  secretCampaign,
} from './queries.ts';

export interface MakeChoice {
  topics: readonly string[];
  organizationUids: readonly string[];
  periodUid: string | null;
  withFiles: boolean;
}

/** @throws AppError refused where the scores of no period were asked for */
export function scopeOf(db: ReadStore, choice: MakeChoice, check: () => void): PackScope {
  const topics = packTopics.filter(({ key }) => choice.topics.includes(key));
  const only = new Map<string, ReadonlySet<number>>();
  if (choice.topics.includes('scores')) {
    if (choice.periodUid === null)
      throw new AppError('refused', { reason: '请选择要打包哪个考核周期的得分。' });
    const objects = db.all(objectsOfPeriod, { periodUid: choice.periodUid });
    only.set('assessment_object', new Set(objects.map(({ id }) => id)));
  }
  const chosen = db.all(chosenOrganizations, { uids: JSON.stringify(choice.organizationUids) });
  const organizations = choice.organizationUids.length === 0 ? null : new Set(chosen.map(({ id }) => id));
  const { withFiles } = choice;
  return { topics, organizations, only, withFiles, check, isSecret: secretsOf(db) };
}

/** @throws AppError notFound for a name that no organization or period has */
export function organizationUidsOf(
  db: ReadStore,
  names: string,
  period: string,
): { organizationUids: string[]; periodUid: string | null } {
  const wanted = names.split(',').filter((name) => name !== '');
  const organizationUids = wanted.map((name) => {
    const found = db.all(organizationsByName, { name });
    const [only] = found;
    if (only === undefined || found.length > 1)
      throw new AppError('notFound', { what: `叫“${name}”的唯一机构` });
    return only.uid;
  });
  const found = db.all(allPeriods).find(({ title }) => title === period);
  if (period !== '' && found === undefined) throw new AppError('notFound', { what: `考核周期“${period}”` });
  return { organizationUids, periodUid: found?.uid ?? null };
}

/** What belongs to a campaign that is still secret: neither it nor what came of it leaves the PC. */
function secretsOf(db: ReadStore): (table: string, row: StoredRow) => boolean {
  const isSecret = (id: number): boolean => db.get(secretCampaign, { id }) !== undefined;
  return (_table, row) => {
    const { campaign_id: campaignId, visit_id: visitId, source_uid: sourceUid } = row;
    if (typeof campaignId === 'number' && isSecret(campaignId)) return true;
    const ofVisit = typeof visitId === 'number' ? db.get(campaignOfVisit, { id: visitId }) : undefined;
    if (ofVisit !== undefined && isSecret(ofVisit.campaign_id)) return true;
    return typeof sourceUid === 'string' && isOfSecretCampaign(db, sourceUid);
  };
}

/** Tables whose rows a topic's right is needed for; see packTopics. */
const topicOfTable = new Map(packTopics.flatMap(({ roots, right }) => roots.map((root) => [root, right])));

/** What may not be merged here, and why. */
export function guardFor(db: ReadStore, roles: readonly Role[] | null): RowGuard {
  return (row, ids) => {
    const right = topicOfTable.get(row.table);
    if (right !== undefined && !grants(roles, right)) return '您没有维护这类内容的权限';
    if (row.table === 'score' && row.values['stage'] === 'final' && !grants(roles, 'scoreFinal'))
      return '核定分要由办公室主任合并';
    return isFinal(db, row, ids) ? '这里的考核已经定稿；要改请先“重新打开”' : null;
  };
}

function isFinal(db: ReadStore, row: PackRow, ids: Readonly<Record<string, number | null>>): boolean {
  const { object_id: object = null, group_id: group = null } = ids;
  if (object !== null && db.get(finalObject, { id: object }) !== undefined) return true;
  return (
    row.table === 'assessment_object' && group !== null && db.get(finalGroup, { id: group }) !== undefined
  );
}
