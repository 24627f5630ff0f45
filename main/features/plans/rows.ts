import type { PlanDetail, PlanNode, PlanSummary } from '#shared/contract/plans.ts';
import { AppError } from '#shared/errors.ts';
import { counted, type StandingCounts } from '#shared/rules/plans/standing.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { matchScore, normalizeQuery } from '#main/features/search/index.ts';
import { tasksByUids } from '#main/features/tasks/index.ts';
import { allPlans, type NodeRecord, nodeByUid, nodesOfPlan, planByUid, type PlanRecord } from './queries.ts';

/** @throws AppError notFound */
export function requirePlan(db: ReadStore, uid: string): PlanRecord {
  const plan = db.get(planByUid, { uid });
  if (plan === undefined) throw new AppError('notFound', { what: '这个实施方案' });
  return plan;
}

/** @throws AppError notFound */
export function requireNode(db: ReadStore, uid: string): NodeRecord {
  const node = db.get(nodeByUid, { uid });
  if (node === undefined) throw new AppError('notFound', { what: '方案里的这一条' });
  return node;
}

export function plansOf(db: ReadStore, text: string, today: string): PlanSummary[] {
  const wanted = normalizeQuery(text);
  return db
    .all(allPlans, { today })
    .filter(
      ({ title, document_number }) =>
        wanted === '' || matchScore(title, wanted) > 0 || normalizeQuery(document_number).includes(wanted),
    )
    .map(({ done, open, overdue, ...plan }) => summaryOf(plan, { done, open, overdue }));
}

export function detailOf(db: ReadStore, uid: string, today: string): PlanDetail {
  const plan = requirePlan(db, uid);
  const records = db.all(nodesOfPlan, { planId: plan.id });
  const uids = records.flatMap(({ task_uid }) => task_uid ?? []);
  const tasks = new Map(tasksByUids(db, uids, today).map((task) => [task.uid, task]));
  const nodes = records.map(
    (node): PlanNode => ({
      uid: node.uid,
      parentUid: node.parent_uid,
      position: node.position,
      heading: node.heading,
      task: tasks.get(node.task_uid ?? '') ?? null,
    }),
  );
  return { ...summaryOf(plan, counted([...tasks.values()], today)), nodes };
}

function summaryOf(plan: PlanRecord, counts: StandingCounts): PlanSummary {
  return {
    uid: plan.uid,
    title: plan.title,
    documentNumber: plan.document_number,
    issuedOn: plan.issued_on,
    note: plan.note,
    counts,
  };
}
