import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import type { PaperSheet } from '#main/core/excel/write/paper-workbook.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { namedChecklists } from '#main/features/campaigns/index.ts';
import type { OpenSchedule } from './schedule.ts';
import { dayRows, groupRows, taskRows } from './tables.ts';

const groupColumns = [
  ['组别', 10, 'center'],
  ['督查地区', 26, 'left'],
  ['组长', 34, 'left'],
  ['成员', 44, 'left'],
  ['时间', 26, 'center'],
  ['车辆', 16, 'center'],
] as const;
const dayColumns = [
  ['日期', 18, 'center'],
  ['组别', 10, 'center'],
  ['督查地区', 16, 'center'],
  ['督查对象', 60, 'left'],
  ['出动人员', 30, 'left'],
] as const;
const taskColumns = [
  ['日期', 18, 'center'],
  ['县(市、区)', 14, 'center'],
  ['督查对象', 30, 'left'],
  ['地址', 30, 'left'],
  ['负责人', 10, 'center'],
  ['联系电话', 15, 'center'],
  ['用时(分钟)', 9, 'center'],
  ['出动人员', 26, 'left'],
  ['备注', 18, 'left'],
] as const;

export function scheduleSheets(open: OpenSchedule, db: ReadStore, office: string): PaperSheet[] {
  const { title } = open.campaign;
  const checklists = namedChecklists(db, open.campaign).map(({ name }) => name);
  const caption = { left: office, right: `${open.problem.from} 至 ${open.problem.to}` };
  return [
    listPaper({
      name: '分组安排表',
      columns: groupColumns,
      title: `${title}分组安排表`,
      caption,
      rows: groupRows(open).map((row) =>
        paperRow([row.team, row.counties, row.leaders, row.members, row.days, row.vehicles]),
      ),
    }),
    listPaper({
      name: '日程表',
      columns: dayColumns,
      title: `${title}日程表`,
      caption,
      rows: dayRows(open).map((row) =>
        paperRow([row.day, row.team, row.county, row.places.join('、'), row.people]),
      ),
    }),
    ...open.problem.teams.map((team) => taskSheet(open, team, checklists, caption)),
  ];
}

/** What a team takes along: where to go when, whom to call there, and what to ask. */
function taskSheet(
  open: OpenSchedule,
  team: { id: string; name: string },
  checklists: readonly string[],
  caption: PaperSheet['caption'],
): PaperSheet {
  const sheet = listPaper({
    name: `${team.name}任务单`.replaceAll(/[\\/?*[\]:]/gu, ''),
    columns: taskColumns,
    title: `${open.campaign.title}${team.name}任务单`,
    caption,
    rows: taskRows(open, team.id).map((row) =>
      paperRow([
        row.day,
        row.county,
        row.place,
        row.address,
        row.contact,
        row.phone,
        row.minutes,
        row.people,
        row.note,
      ]),
    ),
  });
  const foot = [
    ...(checklists.length === 0 ? [] : [`检查清单：${checklists.join('、')}`]),
    ...(open.campaign.content === '' ? [] : [`督查内容：${open.campaign.content}`]),
  ];
  return { ...sheet, foot };
}
