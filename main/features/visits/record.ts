import { v7 } from 'uuid';
import type { RecordFields, visits as contract } from '#shared/contract/visits.ts';
import { AppError } from '#shared/errors.ts';
import { visitDayProblem } from '#shared/rules/visits/day.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import {
  type Asker,
  campaignUidOfTarget,
  type KnownCampaign,
  publicTitle,
  requireCampaign,
  requireOpen,
  requireTarget,
  type Target,
  targetUidOf,
  targetWords,
  writeVisitedOn,
} from '#main/features/campaigns/index.ts';
import { moveFoundOn } from '#main/features/findings/index.ts';
import { askedAt } from './checklists.ts';
import { removeFound, writeFound } from './found.ts';
import { visitOfTarget, type VisitRecord } from './queries.ts';
import { placed, recordOf, requireVisit } from './rows.ts';
import { answersToKeep, writeParts } from './write-record.ts';

type Names = 'record' | 'update' | 'remove';
type Found = Parameters<Handlers<typeof contract>['record']>[0]['found'];

/** The record of a visit, from its entry on the PC to its corrections. */
export const recordHandlers: Pick<Handlers<typeof contract>, Names> = {
  record(input, context) {
    const campaign = requireUnderWay(context, campaignUidOfTarget(context.db, input.targetUid));
    const { uid, target, findings } = recordVisit(context, campaign, input);
    context.summarize(recordWords(campaign, [target], findings));
    return { uid, findings };
  },

  update({ uid, base, set, found }, context) {
    const { db } = context;
    const visit = requireVisit(db, uid);
    const { target, campaign } = subjectOf(context, visit);
    const stored = recordOf(db, visit);
    const wanted = { ...stored, ...decidePatch<RecordFields>(stored, base, set) };
    const { day, team, note } = wanted;
    if (day !== visit.day) {
      requireDay(context, campaign, day);
      moveFoundOn(context, visit.id, day);
    }
    db.update('visit', visit.id, { day, team, note });
    const count = write(context, { visit: { id: visit.id, day }, campaign, target, fields: wanted, found });
    writeVisitedOn(db, campaign, target, day);
    context.summarize(recordWords(campaign, [target], count));
    return { uid, findings: count };
  },

  remove({ uid }, context) {
    const { db } = context;
    const visit = requireVisit(db, uid);
    const { target, campaign } = subjectOf(context, visit);
    removeFound(context, visit.id);
    db.remove('visit', visit.id);
    writeVisitedOn(db, campaign, target, null);
    context.summarize(recordWords(campaign, [target], 0));
    return { uid };
  },
};

export interface NewRecord {
  targetUid: string;
  fields: RecordFields;
  found: Found;
}

/** The first and only record of a target. */
export function recordVisit(
  context: WriteContext,
  campaign: KnownCampaign,
  { targetUid, fields, found }: NewRecord,
): { uid: string; target: Target; findings: number } {
  const { db } = context;
  const target = requireTarget(db, campaign, targetUid);
  requireDay(context, campaign, fields.day);
  if (db.get(visitOfTarget, { targetId: target.id }) !== undefined)
    throw new AppError('refused', { reason: '这个对象已有检查记录，请刷新后在原记录上修改。' });
  const uid = v7();
  const { day, team, note } = fields;
  const id = db.insert('visit', { uid, campaign_id: campaign.id, target_id: target.id, day, team, note });
  const findings = write(context, { visit: { id, day }, campaign, target, fields, found });
  writeVisitedOn(db, campaign, target, day);
  return { uid, target, findings };
}

interface Written {
  visit: Pick<VisitRecord, 'id' | 'day'>;
  campaign: KnownCampaign;
  target: Target;
  fields: RecordFields;
  found: Found;
}

/** @returns how many findings are new */
function write(context: WriteContext, { visit, campaign, target, fields, found }: Written): number {
  const { db, today } = context;
  const asked = askedAt(db, campaign, db.get(visitOfTarget, { targetId: target.id }));
  const answers = answersToKeep(asked, fields.answers);
  writeParts(db, visit.id, { ...fields, answers, asked, today });
  const { leadUids } = placed(db, target, today);
  return writeFound(context, { ...visit, campaign, target, answers, asked, found, leadUids });
}

function subjectOf(context: WriteContext, visit: VisitRecord): { target: Target; campaign: KnownCampaign } {
  const { db } = context;
  const targetUid = targetUidOf(db, visit.target_id) ?? '';
  const campaign = requireUnderWay(context, campaignUidOfTarget(db, targetUid));
  return { target: requireTarget(db, campaign, targetUid), campaign };
}

/** @throws AppError refused before it begins, frozen after its end */
export function requireUnderWay(asker: Asker, uid: string): KnownCampaign {
  if (requireCampaign(asker.db, uid).status === 'draft')
    throw new AppError('refused', {
      reason: '督查还没有开始，请先在“专项督查”里“开始督查”，再登记检查记录。',
    });
  return requireOpen(asker, uid);
}

function requireDay({ today }: WriteContext, campaign: KnownCampaign, day: string): void {
  const days = { firstDay: campaign.first_day, lastDay: campaign.last_day };
  const problem = visitDayProblem(day, days, today);
  if (problem !== null) throw new AppError('badInput', { detail: problem, field: 'day' });
}

export function recordWords(campaign: KnownCampaign, targets: readonly Target[], count: number): string {
  const names = targets.map(({ name }) => name);
  return `${publicTitle(campaign)}：${targetWords(campaign, names)}${count === 0 ? '' : `，新问题 ${count} 处`}`;
}
