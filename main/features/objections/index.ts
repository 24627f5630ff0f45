import { v7 } from 'uuid';
import {
  type objections as contract,
  OBJECTION_FILES,
  type ObjectionRow,
} from '#shared/contract/objections.ts';
import { AppError } from '#shared/errors.ts';
import { countedStages, latestStage } from '#shared/rules/assessment/stages.ts';
import { objectionOutcomeNames } from '#shared/rules/objections/model.ts';
import type { Handlers, ReadContext, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { assessment, cellName, Frames } from '#main/features/assessment/index.ts';
import type { SubjectGuard } from '#main/features/attachments/index.ts';
import {
  cellIds,
  objectionByUid,
  type ObjectionRecord,
  objectionsOfPeriod,
  openAtCell,
  stagesAtCell,
} from './queries.ts';

/** Objections (申诉) of objects to their scores, until the office answers them. */
export const objections: Handlers<typeof contract> = {
  ofPeriod({ periodUid }, context) {
    const frames = new Frames(context);
    return context.db.all(objectionsOfPeriod, { uid: periodUid }).map((record) => rowOf(record, frames));
  },

  raise({ groupUid, objectUid, indicatorUid, text }, context) {
    const { db, now, caller, summarize } = context;
    const { frame, object, indicator } = new Frames(context).cell(groupUid, objectUid, indicatorUid);
    const name = cellName(object, indicator);
    if (frame.period.status === 'final')
      throw refused(
        `“${frame.period.title}”已经定稿，不能再提出申诉。确需受理的，请先点“重新打开”，再提出申诉。`,
      );
    const ids = db.get(cellIds, { objectUid, indicatorUid });
    if (ids === undefined) throw new AppError('notFound', { what: '考核指标' });
    const cell = { objectId: ids.object_id, indicatorId: ids.indicator_id };
    const counted = countedStages(frame.scheme.settings);
    const isScored = db.all(stagesAtCell, cell).some(({ stage }) => counted.includes(stage));
    if (object.inapplicable.includes(indicatorUid) || !isScored)
      throw refused(`“${name}”还没有评分，不能申诉。请评分以后再提出。`);
    if (db.get(openAtCell, cell) !== undefined)
      throw refused(`“${name}”已有一件申诉等待答复。请先答复那一件；要补充材料，请加到那一件里。`);
    const uid = v7();
    db.insert('objection', {
      uid,
      ...ids,
      text,
      outcome: 'open',
      raised_at: now,
      raised_by: caller.userName,
      answer: '',
      answered_at: null,
      answered_by: null,
    });
    summarize(name);
    return { uid };
  },

  accept({ uid, answer, base, entry }, context) {
    const record = requireOpen(context.db, uid);
    const name = nameOf(context, record);
    const { object_id: objectId, indicator_id: indicatorId } = record;
    const stages = context.db.all(stagesAtCell, { objectId, indicatorId }).map(({ stage }) => stage);
    if (latestStage(stages) === 'final')
      throw refused(
        `“${name}”已有核定分，复核分不会计入结果。请先在“核定分”里清除这一项的得分，再采纳申诉。`,
      );
    answerWith(context, record, 'accepted', answer);
    const { object_uid: objectUid, indicator_uid: indicatorUid, group_uid: groupUid } = record;
    const changes = [{ objectUid, indicatorUid, base, entry }];
    assessment.setReviewedScores({ groupUid, stage: 'reviewed', changes }, context);
    context.summarize(`${name}：${answer}`);
    return { uid };
  },

  refuse({ uid, answer }, context) {
    const record = requireOpen(context.db, uid);
    answerWith(context, record, 'refused', answer);
    context.summarize(`${nameOf(context, record)}：${answer}`);
    return { uid };
  },

  withdraw({ uid }, context) {
    const record = requireOpen(context.db, uid);
    context.summarize(nameOf(context, record));
    context.db.remove('objection', record.id);
    return { uid };
  },
};

/** Files of objections in a final period stay as they are. */
export const objectionFilesKept: SubjectGuard = ({ kind, uid }, db) => {
  if (kind !== OBJECTION_FILES) return;
  const record = db.get(objectionByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这件申诉' });
  if (record.period_status === 'final') throw new AppError('frozen', { what: `“${record.period_title}”` });
};

/** @throws AppError notFound, frozen, refused where it is answered already */
function requireOpen(db: ReadStore, uid: string): ObjectionRecord {
  const record = db.get(objectionByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这件申诉' });
  if (record.period_status === 'final') throw new AppError('frozen', { what: `“${record.period_title}”` });
  if (record.outcome !== 'open')
    throw refused(`这件申诉已经答复过了：${objectionOutcomeNames[record.outcome]}。`);
  return record;
}

function answerWith(
  { db, now, caller }: WriteContext,
  { id }: ObjectionRecord,
  outcome: 'accepted' | 'refused',
  answer: string,
): void {
  db.update('objection', id, { outcome, answer, answered_at: now, answered_by: caller.userName });
}

function nameOf(context: ReadContext, record: ObjectionRecord): string {
  const { group_uid, object_uid, indicator_uid } = record;
  const { object, indicator } = new Frames(context).cell(group_uid, object_uid, indicator_uid);
  return cellName(object, indicator);
}

function rowOf(record: ObjectionRecord, frames: Frames): ObjectionRow {
  const object = frames.object(record.group_uid, record.object_uid);
  return {
    uid: record.uid,
    outcome: record.outcome,
    text: record.text,
    raisedBy: record.raised_by,
    raisedAt: record.raised_at,
    answer: record.answer,
    answeredBy: record.answered_by,
    answeredAt: record.answered_at,
    groupUid: record.group_uid,
    objectUid: record.object_uid,
    unitName: object.shortName,
    indicatorUid: record.indicator_uid,
    indicatorNumber: record.indicator_number,
    indicatorContent: record.indicator_content,
  };
}

function refused(reason: string): AppError {
  return new AppError('refused', { reason });
}
