import { join } from 'node:path';
import type { CountyPlanExport } from '#shared/contract/county-plans.ts';
import { type CheckLine, checkProblemNames } from '#shared/rules/county-plans/check.ts';
import { countyPlanStateNames } from '#shared/rules/county-plans/state.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type CheckedPlan, checkedPlans } from './rows.ts';

export interface CheckInput extends CountyPlanExport {
  officeName: string;
  today: string;
}

const boardColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['单位', 20, 'left'],
  ['状态', 12, 'center'],
  ['报送期限', 12, 'center'],
  ['报送日期', 12, 'center'],
  ['文号', 24, 'left'],
  ['应对应任务', 11, 'center'],
  ['已对应', 9, 'center'],
  ['所报任务', 9, 'center'],
  ['问题', 8, 'center'],
  ['联系人', 10, 'center'],
  ['电话', 14, 'center'],
  ['退回原因和备注', 30, 'left'],
];
const checkColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['市方案任务', 34, 'left'],
  ['市方案时限', 12, 'center'],
  ['牵头、配合单位', 20, 'left'],
  ['所报方案任务', 40, 'left'],
  ['责任单位', 18, 'left'],
  ['完成时限', 12, 'center'],
  ['差异', 34, 'left'],
];

/** 报送情况 of the plan, then each unit's 市方案 / 所报方案 / 差异. @returns path in the job's own folder */
export async function exportCheck(
  { planUid, uids, officeName, today }: CheckInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入核对表');
  const { city, plans } = checkedPlans(job.db, planUid, today);
  const shown = plans.filter(({ row }) => uids === null || uids.includes(row.uid));
  const caption = { left: `填报单位：${officeName}`, right: `截至 ${today}` };
  const board = listPaper({
    name: '报送情况',
    columns: boardColumns,
    title: `${city.detail.title}各地报送情况`,
    caption,
    rows: shown.map(boardRow),
    frozenColumns: 2,
  });
  const nameSheet = createSheetNames();
  nameSheet(board.name);
  const checks = shown
    .filter(({ row }) => row.counts.tasks > 0)
    .map(({ row, lines }) =>
      listPaper({
        name: nameSheet(row.name),
        columns: checkColumns,
        title: `${row.name}实施方案核对表`,
        caption: { left: `对照：${city.detail.title}`, right: `截至 ${today}` },
        rows: lines.map(checkRow),
        frozenColumns: 2,
      }),
    );
  const path = join(job.temporaryFolder, 'county-plans.xlsx');
  await writePaperWorkbook(path, [board, ...checks], [], () => job.throwIfCancelled());
  return { path };
}

function boardRow({ row }: CheckedPlan, place: number) {
  const { expected, answered, tasks, problems } = row.counts;
  const isTyped = tasks > 0;
  return paperRow([
    place + 1,
    row.name,
    countyPlanStateNames[row.state],
    row.dueOn,
    row.receivedOn ?? '',
    row.documentNumber,
    expected,
    isTyped ? answered : '',
    isTyped ? tasks : '',
    isTyped ? problems : '',
    row.contact,
    row.phone,
    [row.reason, row.note].filter((text) => text !== '').join('；'),
  ]);
}

function checkRow({ city, county, problems, remarks, exempt }: CheckLine, place: number) {
  const several = county.length > 1;
  const numbered = (texts: readonly string[]): string =>
    texts.map((text, index) => (several ? `${index + 1}. ${text}` : text)).join('\n');
  return paperRow([
    place + 1,
    city?.title ?? '(所报方案自定)',
    city === null ? '' : (city.dueOn ?? '长期'),
    city?.units ?? '',
    numbered(county.map(({ text }) => text)),
    numbered(county.map(({ unit }) => (unit === '' ? '—' : unit))),
    numbered(county.map(({ dueOn }) => dueOn ?? '—')),
    [
      ...problems.map(
        ({ kind, detail }) => `${checkProblemNames[kind]}${detail === '' ? '' : `：${detail}`}`,
      ),
      ...remarks.map((remark) => `请核对：${remark}`),
      ...(exempt === null ? [] : [`不涉及：${exempt}`]),
    ].join('\n'),
  ]);
}
