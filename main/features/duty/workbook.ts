import { shortDay } from '#shared/calendar/days.ts';
import { join } from 'node:path';
import type { CountedPerson, DutyRoster } from '#shared/contract/duty-views.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { roleNames, swapStateNames } from '#shared/rules/duty/model.ts';
import { shiftHours } from '#shared/rules/duty/shifts.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { partnerSheet } from '#main/features/partner-units/export.ts';
import { listPartners } from '#main/features/partner-units/index.ts';
import { peopleOfYear } from './people.ts';
import { requirePeriod } from './periods.ts';
import { rosterOf } from './roster.ts';
import { peopleAt, remarkOf, sheetTitle } from './sheet.ts';

export interface RosterExportInput {
  uid: string;
  officeName: string;
  today: string;
  now: number;
}

const rosterColumns = [
  ['日期', 12, 'center'],
  ['星期', 8, 'center'],
  ['班次', 10, 'center'],
  ['时间', 20, 'center'],
  ['带班领导', 14, 'center'],
  ['电话', 18, 'center'],
  ['值班人员', 14, 'center'],
  ['电话', 18, 'center'],
  ['备注', 36, 'left'],
] as const;
const swapColumns = [
  ['申请日期', 13, 'center'],
  ['值班日期', 13, 'center'],
  ['班次', 12, 'center'],
  ['岗位', 12, 'center'],
  ['原值班人', 12, 'center'],
  ['接替人', 12, 'center'],
  ['换回', 16, 'center'],
  ['事由', 26, 'left'],
  ['结果', 10, 'center'],
  ['批准人', 12, 'center'],
  ['批准日期', 13, 'center'],
] as const;
const countColumns = [
  ['序号', 6, 'center'],
  ['姓名', 12, 'center'],
  ['职务', 22, 'left'],
  ['节假日', 10, 'center'],
  ['周末', 10, 'center'],
  ['工作日', 10, 'center'],
  ['合计', 10, 'center'],
] as const;

/** Roster, swaps, counts of the year and partner units. @returns path of the workbook in the job's own folder */
export async function exportRoster(input: RosterExportInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入值班表');
  const roster = rosterOf({ ...job, now: input.now }, requirePeriod(job.db, input.uid));
  const year = Number(roster.period.firstDay.slice(0, 4));
  const { people } = peopleOfYear(job, year);
  const path = join(job.temporaryFolder, 'duty.xlsx');
  const sheets = [
    rosterSheet(roster, input),
    ...(roster.swaps.length === 0 ? [] : [swapSheet(roster, input)]),
    countSheet(people, year, input),
    partnerSheet(listPartners(job.db, input.today).units, input),
  ];
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path };
}

function rosterSheet(roster: DutyRoster, { officeName }: RosterExportInput): PaperSheet {
  const { period } = roster;
  const phones = [period.phone, period.fax === '' ? '' : `传真 ${period.fax}`].filter((each) => each !== '');
  return listPaper({
    name: '值班表',
    columns: rosterColumns,
    title: sheetTitle(roster, { from: null, to: null }),
    caption: { left: officeName, right: phones.length === 0 ? '' : `值班电话：${phones.join('　')}` },
    rows: roster.days.flatMap(({ day, holiday }) =>
      period.shifts.map((shift): PaperRow => {
        const [leaders, officers] = [
          peopleAt(roster, day, shift, 'leader'),
          peopleAt(roster, day, shift, 'officer'),
        ];
        const lines = (list: typeof leaders, field: 'name' | 'phone') =>
          list.map((person) => person[field]).join('\n');
        const remark = [holiday, remarkOf(roster, day, shift)].filter((each) => each !== '').join('\n');
        return paperRow([
          day,
          weekdayName(day),
          shift.name,
          shiftHours(period.shifts, shift.uid),
          lines(leaders, 'name'),
          lines(leaders, 'phone'),
          lines(officers, 'name'),
          lines(officers, 'phone'),
          remark,
        ]);
      }),
    ),
  });
}

function swapSheet({ period, swaps }: DutyRoster, { officeName }: RosterExportInput): PaperSheet {
  return listPaper({
    name: '换班记录',
    columns: swapColumns,
    title: `${period.name}换班记录`,
    caption: { left: officeName, right: '' },
    rows: swaps.map((swap) =>
      paperRow([
        swap.appliedOn,
        swap.cell.day,
        swap.cell.shiftName,
        roleNames[swap.cell.role],
        swap.applicantName,
        swap.takerName,
        swap.back === null ? '' : `${shortDay(swap.back.day)} ${swap.back.shiftName}`,
        swap.reason,
        swapStateNames[swap.state],
        swap.decidedBy,
        swap.decidedOn,
      ]),
    ),
  });
}

function countSheet(
  people: readonly CountedPerson[],
  year: number,
  { officeName }: RosterExportInput,
): PaperSheet {
  return listPaper({
    name: '年度统计',
    columns: countColumns,
    title: `${year}年值班统计`,
    caption: { left: officeName, right: '' },
    orientation: 'portrait',
    rows: people.map(({ name, post, counts }, place) =>
      paperRow([
        place + 1,
        name,
        post,
        counts.holiday,
        counts.weekend,
        counts.weekday,
        counts.holiday + counts.weekend + counts.weekday,
      ]),
    ),
  });
}
