import type { MonthlyReport, ReportChoice, tasks as contract } from '#shared/contract/tasks.ts';
import { lastDayOfMonth } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { type UnitRole, unitRoles } from '#shared/rules/tasks/model.ts';
import {
  countingDay,
  monthWords,
  type ReportOfUnit,
  type ReportTask,
  taskReport,
} from '#shared/rules/tasks/monthly-report.ts';
import { reportCircularBody } from '#shared/rules/tasks/report-circular.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { createPaper, fillTemplate } from '#main/features/papers/index.ts';
import type { TaskRecord } from './queries.ts';
import { pressesAndExtensions, secretTasks, tasksToReport, unitsToReport } from './report-queries.ts';

const NO_UNIT = '未明确牵头单位';
/** Of the papers' templates: 情况通报. */
const TEMPLATE = 'circular';

/** What each unit owed in a month and how it was delivered, and the circular that says so. */
export const reportHandlers: Pick<Handlers<typeof contract>, 'monthlyReport' | 'draftMonthlyReport'> = {
  monthlyReport: (choice, { db, today }) => reportOf(db, choice, today),

  draftMonthlyReport(choice, context) {
    const { db, today, summarize } = context;
    const report = reportOf(db, choice, today);
    const month = monthWords(choice.month);
    if (report.taskCount === 0)
      throw new AppError('refused', { reason: `${month}没有应办结的督办任务，不需要通报。` });
    const { content, template } = fillTemplate(context, TEMPLATE, { 事项: `${month}督办任务办理` });
    const paper = createPaper(context, {
      kind: 'circular',
      content: { ...content, body: reportCircularBody(content.body, report) },
      subject: null,
      template,
    });
    summarize(month);
    return { paperUid: paper.uid };
  },
};

export function reportOf(db: ReadStore, choice: ReportChoice, today: string): MonthlyReport {
  const { month, kind, sourceText, supporting } = choice;
  const first = `${month}-01`;
  const asOf = countingDay(month, today);
  const asked = { first, last: lastDayOfMonth(first), asOf, kind };
  const hidden = new Set(db.all(secretTasks).map(({ uid }) => uid));
  const isTold = ({ uid }: TaskRecord) => !hidden.has(uid);
  const all = db.all(tasksToReport, { ...asked, sourceText });
  const records = all.filter(isTold);
  const ids = JSON.stringify(records.map(({ id }) => id));
  const units = db.all(unitsToReport, { ids, day: asOf });
  const unitsOf = Map.groupBy(units, (unit) => unit.task_id);
  const eventsOf = Map.groupBy(db.all(pressesAndExtensions, { ids }), (event) => event.task_id);
  const report = taskReport(
    records.map((record) => toReport(record, unitsOf.get(record.id) ?? [], eventsOf.get(record.id) ?? [])),
    { month, today, supporting },
  );
  const names = new Map(units.map(({ uid, name }) => [uid, name]));
  const order = [...names.keys()];
  const rank = ({ unitUid, role }: ReportOfUnit) =>
    2 * (unitUid === null ? order.length : order.indexOf(unitUid)) + unitRoles.indexOf(role);
  return {
    ...report,
    units: report.units
      .toSorted((one, other) => rank(one) - rank(other))
      .map((unit) => ({ ...unit, name: names.get(unit.unitUid ?? '') ?? NO_UNIT })),
    sources: sourcesOf(
      sourceText === null ? records : db.all(tasksToReport, { ...asked, sourceText: null }).filter(isTold),
    ),
    withheld: all.length - records.length,
  };
}

type Unit = { uid: string; role: UnitRole };
type Event = { kind: 'press' | 'extend'; day: string; unit_uid: string | null; old_due_on: string | null };

function toReport(record: TaskRecord, units: readonly Unit[], events: readonly Event[]): ReportTask {
  const uidsOf = (role: UnitRole) => units.filter((unit) => unit.role === role).map(({ uid }) => uid);
  return {
    uid: record.uid,
    title: record.title,
    status: record.status,
    dueOn: record.due_on,
    firstDueOn: record.first_due_on,
    reportedOn: record.reported_on,
    closedOn: record.closed_on,
    leadUids: uidsOf('lead'),
    supportingUids: uidsOf('supporting'),
    presses: events
      .filter(({ kind }) => kind === 'press')
      .map(({ day, unit_uid }) => ({ day, unitUid: unit_uid })),
    extensions: events
      .filter(({ kind }) => kind === 'extend')
      .map(({ day, old_due_on }) => ({ day, oldDueOn: old_due_on })),
  };
}

/** Meetings, plans and papers that the tasks come from, each once. */
function sourcesOf(records: readonly TaskRecord[]): string[] {
  return [...new Set(records.map((record) => record.source_text))].filter((source) => source !== '');
}
