import type { TaskSheetsInput } from '#shared/contract/schedules.ts';
import { AppError } from '#shared/errors.ts';
import { bodyText } from '#shared/rules/papers/blank-paper.ts';
import { formField, formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell } from '#shared/rules/papers/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { namedChecklists } from '#main/features/campaigns/index.ts';
import { checklistOf, questionList } from '#main/features/checklists/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { type OpenSchedule, openSchedule, type ScheduleContext } from './schedule.ts';
import { headRow, standing } from './sheet-of.ts';
import { type GroupRow, groupRows, type TaskRow, taskRows } from './tables.ts';

const FACT_COLUMNS = [22, 56, 22, 56];
const PLACE_COLUMNS = [22, 66, 30, 14, 24];
const ASKED = '检查内容和结果的填写见随附的检查记录表。';

/** 任务单 of a team, or of each that has something to do: where to go when, whom to call there, and what to ask. */
export function taskSheetsOf(context: ScheduleContext, wanted: TaskSheetsInput): Paper[] {
  const open = openSchedule(context, wanted.uid);
  const { printer } = paperSettings(context.db);
  const asked = askedBlocks(context.db, open, wanted.withQuestions);
  const papers = groupRows(open)
    .filter(({ teamId }) => wanted.teamId === null || teamId === wanted.teamId)
    .map((group) => ({ group, rows: taskRows(open, group.teamId) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, rows }) => {
      const title = `${open.campaign.title}\n${group.team}任务单`;
      const form = formPaper(printer, title, FACT_COLUMNS, facts(group));
      return { ...form, body: [...form.body, placeTable(rows), ...asked, ...standing(open)] };
    });
  if (papers.length === 0) {
    const reason = '日程里还没有给它安排督查对象，请先在“分组日程”里排好，再印任务单。';
    throw new AppError('refused', { reason });
  }
  return papers;
}

function facts({ counties, days, leaders, members, vehicles }: GroupRow): PaperCell[][] {
  return [
    [...formPair('督查地区', counties), ...formPair('时间', days)],
    [...formPair('组长', leaders), ...formPair('车辆', vehicles)],
    formPair('成员', members, 3),
  ];
}

function placeTable(rows: readonly TaskRow[]): PaperBlock {
  const byDay = [...Map.groupBy(rows, ({ day }) => day)];
  return {
    kind: 'table',
    caption: '',
    columns: PLACE_COLUMNS,
    headRows: 1,
    rows: [
      headRow(['日期', '督查对象、地址', '联系人、电话', '分钟', '出动人员']),
      ...byDay.flatMap(([day, ofDay]) =>
        ofDay.map((row, at) => [
          ...(at === 0 ? [dayCell(day, ofDay.length)] : []),
          formField(lines([row.place, `${row.county}　${row.address}`.trim(), row.note])),
          formField(lines([row.contact, row.phone]), 1, 'center'),
          formField(row.minutes === null ? '' : String(row.minutes), 1, 'center'),
          // A name to a line, so that none is torn.
          formField(row.people.replaceAll('、', '\n'), 1, 'center'),
        ]),
      ),
    ],
    landscape: false,
  };
}

function dayCell(day: string, down: number): PaperCell {
  return { ...formField(day.replace(' ', '\n'), 1, 'center'), down };
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function askedBlocks(db: ReadStore, { campaign }: OpenSchedule, withQuestions: boolean): PaperBlock[] {
  const lists = namedChecklists(db, campaign);
  const names = lists.map(({ name }) => `《${name}》`).join('、');
  const hint = withQuestions ? '' : ASKED;
  return [
    ...(campaign.content === '' ? [] : [bodyText(`督查内容：${campaign.content}`)]),
    ...(lists.length === 0 ? [] : [bodyText(`检查清单：${names}。${hint}`)]),
    ...(withQuestions ? lists.map(({ uid, name }) => questionList(checklistOf(db, uid).items, name)) : []),
  ];
}
