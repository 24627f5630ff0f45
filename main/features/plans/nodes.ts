import { v7 } from 'uuid';
import type { NewPlanRow, plans as contract } from '#shared/contract/plans.ts';
import { AppError } from '#shared/errors.ts';
import { arranged, lifted, parentsOf, type Place, type TreeNode } from '#shared/rules/plans/tree.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireMove, treeNodes, writePlaces } from '#main/core/tree-rows.ts';
import { createTask, removeTasks, tasksByUids } from '#main/features/tasks/index.ts';
import { sourceOf } from './plans.ts';
import { type NodeRecord, nodesOfPlan, type PlanRecord } from './queries.ts';
import { requireNode, requirePlan } from './rows.ts';

type Names = 'addHeading' | 'addTask' | 'addRows' | 'updateHeading' | 'move' | 'removeNode';

/** What stands in a plan: headings and tasks, and their places. */
export const nodeHandlers: Pick<Handlers<typeof contract>, Names> = {
  addHeading({ planUid, place, heading }, context) {
    const plan = requirePlan(context.db, planUid);
    const uid = insertAt(context, plan, place, { heading });
    context.summarize(heading);
    return { uid };
  },

  addTask({ planUid, place, ...task }, context) {
    const plan = requirePlan(context.db, planUid);
    const created = createPlanTask(context, plan, { ...task, content: '' });
    const uid = insertAt(context, plan, place, { taskId: created.id });
    context.summarize(task.title);
    return { uid, taskUid: created.uid };
  },

  addRows({ planUid, rows }, context) {
    const plan = requirePlan(context.db, planUid);
    insertRows(context, plan, rows);
    const tasks = rows.filter(({ kind }) => kind === 'task').length;
    context.summarize(`${plan.title}，${tasks} 项任务`);
    return { headings: rows.length - tasks, tasks };
  },

  updateHeading({ uid, base, set }, { db, summarize }) {
    const node = requireNode(db, uid);
    if (node.heading === null) throw new AppError('notFound', { what: '这个标题' });
    const changes = decidePatch({ heading: node.heading }, base, set);
    db.update('task_plan_node', node.id, changes);
    summarize(changes.heading ?? node.heading);
    return { uid };
  },

  move({ uid, to, seen }, context) {
    const { db, today, summarize } = context;
    const node = requireNode(db, uid);
    const nodes = treeOf(db, node.plan_id);
    requireMove(nodes, uid, to, seen);
    rearrange(context, node.plan_id, arranged(nodes, uid, to));
    summarize(titleOf(db, node, today));
    return { uid };
  },

  removeNode({ uid, task }, context) {
    const { db, today } = context;
    const node = requireNode(db, uid);
    const title = titleOf(db, node, today);
    rearrange(context, node.plan_id, lifted(treeOf(db, node.plan_id), uid));
    db.remove('task_plan_node', node.id);
    if (task === 'remove' && node.task_uid !== null) removeTasks(context, [node.task_uid]);
    context.summarize(title);
    return { uid };
  },
};

function treeOf(db: ReadStore, planId: number): TreeNode[] {
  return treeNodes(db.all(nodesOfPlan, { planId }));
}

function titleOf(db: ReadStore, node: NodeRecord, today: string): string {
  return node.heading ?? tasksByUids(db, [node.task_uid ?? ''], today)[0]?.title ?? '';
}

function rearrange({ db }: WriteContext, planId: number, changes: readonly TreeNode[]): void {
  writePlaces(db, 'task_plan_node', db.all(nodesOfPlan, { planId }), changes);
}

type Content = { heading: string } | { taskId: number };

export function insertAt(context: WriteContext, plan: PlanRecord, place: Place, content: Content): string {
  const { db } = context;
  const parent = place.parentUid === null ? null : requireNode(db, place.parentUid);
  if (parent !== null && parent.plan_id !== plan.id) throw new AppError('notFound', { what: '上级条目' });
  const uid = v7();
  const changes = arranged(treeOf(db, plan.id), uid, place);
  const position = changes.find((change) => change.uid === uid)?.position ?? 0;
  insertNode(context, { uid, planId: plan.id, parentId: parent?.id ?? null, position }, content);
  rearrange(
    context,
    plan.id,
    changes.filter((change) => change.uid !== uid),
  );
  return uid;
}

interface NewNode {
  uid: string;
  planId: number;
  parentId: number | null;
  position: number;
}

function insertNode({ db }: WriteContext, node: NewNode, content: Content): number {
  return db.insert('task_plan_node', {
    uid: node.uid,
    plan_id: node.planId,
    parent_id: node.parentId,
    position: node.position,
    heading: 'heading' in content ? content.heading : null,
    task_id: 'taskId' in content ? content.taskId : null,
  });
}

type TaskFields = Omit<
  Extract<NewPlanRow, { kind: 'task' }>,
  'kind' | 'level' | 'assignedOn' | 'feedbackCycle'
> &
  Partial<Pick<Extract<NewPlanRow, { kind: 'task' }>, 'assignedOn' | 'feedbackCycle'>>;

/** A task like any other, given out on the day of the plan. */
function createPlanTask(context: WriteContext, plan: PlanRecord, fields: TaskFields) {
  const { assignedOn = null, feedbackCycle = { kind: 'none' }, ...task } = fields;
  return createTask(context, {
    ...task,
    kind: 'planTask',
    source: sourceOf(plan),
    assignedOn: assignedOn ?? plan.issued_on,
    startOn: null,
    feedbackCycle,
    status: 'assigned',
    keeperUid: null,
  });
}

/** Behind everything that stands on the first level. */
function insertRows(context: WriteContext, plan: PlanRecord, rows: readonly NewPlanRow[]): void {
  const { db } = context;
  const first = Math.max(-1, ...treeOf(db, plan.id).map(({ position }) => position)) + 1;
  const parents = parentsOf(rows.map(({ level }) => level));
  const ids: number[] = [];
  for (const [index, row] of rows.entries()) {
    const parent = parents[index] ?? null;
    const content =
      row.kind === 'heading'
        ? { heading: row.heading }
        : { taskId: createPlanTask(context, plan, taskOf(row)).id };
    const parentId = parent === null ? null : (ids[parent] ?? null);
    // Rows come in their order, so growing numbers tell siblings apart.
    const node = { uid: v7(), planId: plan.id, parentId, position: first + index };
    ids.push(insertNode(context, node, content));
  }
}

function taskOf({ kind: _kind, level: _level, ...task }: Extract<NewPlanRow, { kind: 'task' }>): TaskFields {
  return task;
}
