import { join } from 'node:path';
import type { MonthlyReport, ReportChoice } from '#shared/contract/tasks.ts';
import type { UnitRole } from '#shared/rules/tasks/model.ts';
import { mostLateDaysOf, outcomeWords, roleWords } from '#shared/rules/tasks/monthly-report.ts';
import { type ListSheet, writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { reportOf } from './monthly-report.ts';

export interface ReportExportInput extends ReportChoice {
  today: string;
}

/** @returns path of the finished workbook in the job's own folder, removed when the job ends */
export async function exportMonthlyReport(
  { today, ...choice }: ReportExportInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '统计任务');
  const report = reportOf(job.db, choice, today);
  job.throwIfCancelled();
  const path = join(job.temporaryFolder, 'report.xlsx');
  await writeListWorkbook(path, [unitSheet(report), taskSheet(report)], () => job.throwIfCancelled());
  return { path };
}

/** Stands there only where supporting units are counted too. */
const ROLE = { heading: '职责', width: 8 };

function unitSheet({ units, totals, supportingTotals }: MonthlyReport): ListSheet {
  const withRole = supportingTotals !== null;
  const numbers = (counts: MonthlyReport['totals'], mostLateDays: number): number[] => [
    counts.owed,
    counts.carried,
    counts.inTime,
    counts.late,
    counts.overdue,
    counts.notYetDue,
    mostLateDays,
    counts.pressed,
    counts.extended,
  ];
  const totalRow = (role: UnitRole, counts: MonthlyReport['totals']) => [
    '',
    '合计',
    ...(withRole ? [roleWords[role]] : []),
    ...numbers(counts, mostLateDaysOf(units.filter((unit) => unit.role === role))),
  ];
  return {
    name: '各单位完成情况',
    columns: [
      { heading: '序号', width: 7 },
      { heading: '单位', width: 30 },
      ...(withRole ? [ROLE] : []),
      ...[
        '应办结',
        '其中上月结转',
        '按时完成',
        '逾期完成',
        '逾期未完成',
        '尚未到期',
        '最长逾期(天)',
        '催办(次)',
        '延期(次)',
      ].map((heading) => ({ heading, width: 13 })),
    ],
    rows: [
      ...units.map((unit, index) => [
        index + 1,
        unit.name,
        ...(withRole ? [roleWords[unit.role]] : []),
        ...numbers(unit, unit.mostLateDays),
      ]),
      totalRow('lead', totals),
      ...(withRole ? [totalRow('supporting', supportingTotals)] : []),
    ],
  };
}

function taskSheet({ units, supportingTotals }: MonthlyReport): ListSheet {
  const withRole = supportingTotals !== null;
  return {
    name: '任务明细',
    columns: [
      { heading: '单位', width: 30 },
      ...(withRole ? [ROLE] : []),
      { heading: '任务', width: 44 },
      { heading: '原时限', width: 13 },
      { heading: '完成时限', width: 13 },
      { heading: '完成情况', width: 13 },
      { heading: '逾期(天)', width: 10 },
      { heading: '催办(次)', width: 10 },
      { heading: '延期(次)', width: 10 },
    ],
    rows: units.flatMap(({ name, role, lines }) =>
      lines.map((line) => [
        name,
        ...(withRole ? [roleWords[role]] : []),
        line.title,
        line.firstDueOn,
        line.dueOn,
        outcomeWords[line.outcome],
        line.lateDays,
        line.pressed,
        line.extended,
      ]),
    ),
  };
}
