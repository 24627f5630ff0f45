import { AppError } from '#shared/errors.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
} from '#shared/rules/collections/definition.ts';
import { isOwed } from '#shared/rules/tasks/model.ts';
import { allows } from '#shared/rules/tasks/steps.ts';
import type { CollectedLedger, LandedRow, LedgerScope } from '#main/core/fields/collected-ledger.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { secretFindingUids } from '#main/features/findings/index.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { allOfFilter } from './list.ts';
import { eventsOfTask } from './queries.ts';
import { requireTask } from './rows.ts';
import { stepHandlers } from './steps.ts';

const definition: CollectionDefinition = {
  rows: 'given',
  blankRows: 0,
  columns: [
    collectedColumn('title', '任务', { locked: true }),
    collectedColumn('source', '任务来源', { locked: true }),
    collectedColumn('assignedOn', '交办日期', { kind: 'day', locked: true }),
    collectedColumn('dueOn', '完成时限', { kind: 'day', locked: true }),
    collectedColumn('progress', '进展情况', { required: true, hint: '写做了什么、还差什么' }),
    collectedColumn('done', '是否办结', { kind: 'yesNo', required: true }),
    collectedColumn('doneOn', '办结日期', {
      kind: 'day',
      hint: '已办结的必须填写，不能晚于交表这天',
      whenYes: 'done',
    }),
  ],
};

/** Feedback (反馈) on the tasks that a unit leads and still owes. */
export const collectedFeedback: CollectedLedger = {
  key: 'taskFeedback',
  name: '督办任务反馈',
  instruction: '请逐项填写任务的进展情况；已办结的选“是”并写办结日期，没有办结的写明还差什么、何时办结。',
  definition: () => definition,
  rowsOf: rowsByLeader,
  land(units, context) {
    const rowsOfAll = units.flatMap(({ rows }) => rows);
    const undone = new Set(rowsOfAll.flatMap(({ key, values }) => (values['done'] === 'no' ? [key] : [])));
    return units.reduce(
      (changed, { organizationUid, rows }) =>
        changed + rows.filter((row) => landFeedback(organizationUid, row, undone, context)).length,
      0,
    );
  },
};

/** Without what secret campaigns found: where and when they are under way is not told to units. */
function rowsByLeader({ db, today, caller }: LedgerScope): ReadonlyMap<string, GivenRow[]> {
  const filter = { text: '', view: 'open', kind: null, unitUid: null, sourceUid: null } as const;
  const asked = { filter, sort: 'due', descending: false, today, userUid: caller.userUid } as const;
  const hidden = new Set(secretFindingUids(db));
  const owed = allOfFilter(db, asked).filter(({ uid, status }) => isOwed(status) && !hidden.has(uid));
  const byLeader = owed.flatMap((task) =>
    task.units.filter(({ role }) => role === 'lead').map(({ uid }) => ({ uid, row: rowOf(task) })),
  );
  const grouped = Map.groupBy(byLeader, ({ uid }) => uid);
  return new Map([...grouped].map(([uid, rows]) => [uid, rows.map(({ row }) => row)]));
}

function rowOf({ uid, title, source, assignedOn, dueOn }: TaskRow): GivenRow {
  const values = Object.entries({ title, source: source.text, assignedOn, dueOn: dueOn ?? '' });
  return {
    key: uid,
    values: Object.fromEntries(values.filter(([, value]) => value !== '')),
    ranges: { doneOn: { min: assignedOn, max: null } },
  };
}

/**
 * @param undone tasks that another leading unit says are not done: they stay open
 * @returns whether anything was stored
 * @throws AppError refused, badInput naming the task
 */
function landFeedback(
  unitUid: string,
  { key, values }: LandedRow,
  undone: ReadonlySet<string | null>,
  context: WriteContext,
): boolean {
  if (key === null) return false;
  const { progress: text, done, doneOn } = values;
  const { today } = context;
  const task = requireTask(context.db, key);
  const saysDone = done === 'yes' && !undone.has(key);
  const isNews = text !== undefined && !isLastFeedback(key, unitUid, text, context);
  if (isNews) stepHandlers.feedback({ uids: [key], on: today, text, unitUid }, context);
  const reports = saysDone && allows(requireTask(context.db, key).status, 'report');
  if (reports)
    stepHandlers.report(
      { uids: [key], on: requireDay(doneOn, task, today), text: '', close: false },
      context,
    );
  return isNews || reports;
}

/**
 * It was asked when the return was read; since then the task may have been assigned anew, or the clerk has chosen the
 * yes of one return and no day of the other.
 * @throws AppError refused
 */
function requireDay(
  doneOn: string | undefined,
  { title, assigned_on }: ReturnType<typeof requireTask>,
  today: string,
): string {
  if (doneOn === undefined)
    throw new AppError('refused', {
      reason: `“${title}”写了已办结，没有办结日期。请让单位改正后重新交，或者退掉这张表。`,
    });
  if (doneOn < assigned_on || doneOn > today)
    throw new AppError('refused', {
      reason: `“${title}”的办结日期 ${doneOn} 不对：应在交办的 ${assigned_on} 以后、今天以前。请让单位改正后重新交，或者退掉这张表。`,
    });
  return doneOn;
}

/** A return that was merged twice says nothing new. */
function isLastFeedback(taskUid: string, unitUid: string, text: string, { db }: WriteContext): boolean {
  const { id } = requireTask(db, taskUid);
  const unit = requireOrganization(db, unitUid).id;
  const own = db
    .all(eventsOfTask, { id })
    .filter(({ kind, organization_id }) => kind === 'feedback' && organization_id === unit);
  return own.at(-1)?.text === text;
}
