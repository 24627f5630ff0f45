import type { CountyTaskFields } from '#shared/contract/county-plans.ts';
import { countyTaskFieldNames } from '#shared/rules/county-plans/field-names.ts';
import { countyTaskColumns, type CountyTaskMeaning } from '#shared/rules/county-plans/table-columns.ts';
import { readTypedDay } from '#shared/rules/tasks/read-typed-day.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { readContextOf } from '#main/features/tasks/index.ts';
import { cityPlanOf } from './city-tasks.ts';
import { type CountyPlanRecord, countyTasksOf } from './queries.ts';
import { requireCountyPlan, taskOf } from './rows.ts';
import { changeTask, insertTask } from './tasks.ts';

interface ReadTasks extends Understood {
  plan: CountyPlanRecord;
  rows: readonly RecordRow<CountyTaskFields>[];
}

const openEnded = /长期|持续|常态/u;

/** The tasks of one unit's plan, found again by their text; whose plan it is, the page knows. */
export const countyTaskImport: ListImport<CountyTaskMeaning, { countyPlanUid: string }, ReadTasks> = {
  key: 'countyPlans',
  what: '所报方案的任务',
  unit: '项任务',
  columns: () => countyTaskColumns,

  understand(db, table, { options, today, resourcesFolder }) {
    const plan = requireCountyPlan(db, options.countyPlanUid, today);
    const city = cityPlanOf(db, plan.plan_uid, today);
    const context = readContextOf({ db, resourcesFolder }, city.detail.issuedOn);
    const byTitle = new Map(
      city.detail.nodes.flatMap(({ task }) =>
        task === null ? [] : [[plain(task.title), task.uid] as const],
      ),
    );
    const known = new Map(
      db.all(countyTasksOf, { countyPlanId: plan.id }).map((record) => {
        const { uid: _uid, ...fields } = taskOf(record);
        return [plain(record.text), { id: record.id, fields }];
      }),
    );

    function read(texts: RowTexts<CountyTaskMeaning>, source: TableRow, text: string): CountyTaskFields {
      const due = texts.text(source, 'dueOn');
      const dueOn = due === '' || openEnded.test(due) ? null : readTypedDay(due, context);
      if (due !== '' && dueOn === null && !openEnded.test(due))
        texts.note('error', source.row, 'dueOn', `没有看懂“${due}”，请写成 2026-11-23 或“11月底前”。`);
      const answers = texts.text(source, 'answers');
      const answersUid = byTitle.get(plain(answers)) ?? null;
      if (answers !== '' && answersUid === null)
        texts.note('warning', source.row, 'answers', `市方案里没有“${answers}”，导入后再对应。`);
      return { text, unit: texts.text(source, 'unit'), dueOn, answersUid };
    }

    const { rows, problems } = understandRecords<CountyTaskMeaning, CountyTaskFields>(table, {
      columns: countyTaskColumns,
      subject: 'text',
      read,
      keyOf: ({ text }) => plain(text),
      known,
      labels: countyTaskFieldNames,
      shown: (value, field) =>
        field === 'answersUid'
          ? (city.detail.nodes.find(({ task }) => task?.uid === value)?.task?.title ?? '')
          : String(value),
      whenNew: (said) => said,
      // What is understood of 11月底前.
      describe: ({ dueOn }) => (dueOn === null ? [] : [`完成时限 ${dueOn}`]),
    });
    return { rows, problems, plan, notes: [] };
  },

  write({ rows, plan }, context) {
    for (const { action, id, fields } of rows) {
      if (action === 'add') insertTask(context, plan, fields);
      else if (action === 'change' && id !== null) changeTask(context, { id, plan_id: plan.plan_id }, fields);
    }
  },
};

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}
