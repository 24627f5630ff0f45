import type { FindingDetail, FindingRow } from '#shared/contract/findings.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { targetUidOf } from '#main/features/campaigns/index.ts';
import { taskRowsOf } from '#main/features/tasks/index.ts';
import {
  findingByUid,
  type FindingRecord,
  findingsAtPlace,
  listedById,
  questionOfItem,
  reinspectionsOf,
  type ShownRecord,
  shownOfTasks,
  targetOfVisit,
} from './queries.ts';

/** @throws AppError notFound */
export function requireFinding(db: ReadStore, uid: string): FindingRecord {
  const finding = db.get(findingByUid, { uid });
  if (finding === undefined) throw new AppError('notFound', { what: '这处问题' });
  return finding;
}

/** In the order of their tasks' local ids. */
export function rowsOfTasks(db: ReadStore, taskIds: readonly number[], today: string): FindingRow[] {
  if (taskIds.length === 0) return [];
  const records = db.all(shownOfTasks, { ids: JSON.stringify(taskIds), today });
  const tasks = taskRowsOf(db, records, today);
  return records.flatMap((record, place) => {
    const task = tasks[place];
    return task === undefined ? [] : [rowOf(record, task)];
  });
}

export function rowsOf(db: ReadStore, records: readonly FindingRecord[], today: string): FindingRow[] {
  const taskIds = records.map(({ task_id: taskId }) => taskId);
  return rowsOfTasks(db, taskIds, today);
}

function rowOf(record: ShownRecord, task: TaskRow): FindingRow {
  return {
    uid: record.uid,
    place: record.place,
    spot: record.spot,
    what: record.what,
    severity: record.severity,
    countyName: record.county_name ?? '',
    tradeName: record.trade_name ?? '',
    campaignTitle: record.campaign_title ?? '',
    foundOn: record.found_on,
    task,
  };
}

export function detailOf(db: ReadStore, record: FindingRecord, today: string): FindingDetail {
  const [row] = rowsOf(db, [record], today);
  if (row === undefined) throw new AppError('notFound', { what: '这处问题' });
  const { id, site_id: siteId, county_id: countyId, place, listed_id: listedId, item_id: itemId } = record;
  const listed = listedId === null ? undefined : db.get(listedById, { id: listedId });
  return {
    ...row,
    campaignUid: record.campaign_uid,
    targetUid: targetUidOfVisit(db, record.visit_id),
    siteUid: record.site_uid,
    question: itemId === null ? '' : (db.get(questionOfItem, { id: itemId })?.text ?? ''),
    element: record.element,
    article: record.article,
    demand: record.demand,
    responsible: record.responsible,
    measures: record.measures,
    funds: record.funds,
    timeLimit: record.time_limit,
    emergencyPlan: record.emergency_plan,
    closedBy: record.closed_by,
    listed: listed === undefined ? null : { uid: listed.uid, name: listed.name },
    reinspections: db
      .all(reinspectionsOf, { findingId: id })
      .map(({ user_name: userName, ...reinspection }) => ({ ...reinspection, userName })),
    samePlace: db
      .all(findingsAtPlace, { id, siteId, countyId, place })
      .map(({ found_on: foundOn, ...other }) => ({ ...other, foundOn })),
  };
}

function targetUidOfVisit(db: ReadStore, visitId: number | null): string | null {
  const target = visitId === null ? undefined : db.get(targetOfVisit, { visitId });
  return target === undefined ? null : targetUidOf(db, target.target_id);
}
