import { join } from 'node:path';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { ReportChoice, ReportsChoice } from '#shared/contract/reports.ts';
import { spanWords } from '#shared/rules/reports/span.ts';
import { reportPaper } from '#shared/rules/reports/report-paper.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { Started } from '#main/features/campaigns/index.ts';
import { type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { definitionOf } from './definitions.ts';
import { paperOf } from './index.ts';
import type { SetRow } from './queries.ts';
import { freeze, type FrozenTable, requireSet, setTitle, tablesOf } from './sets.ts';
import { reportSheets } from './workbook.ts';

export type ReportPaperInput = Started & ReportChoice & { format: FormFormat };
export type ReportWorkbookInput = Started & ReportsChoice;
export interface SetPapersInput {
  uid: string;
  format: FormFormat;
}

/** A report on paper as a file. @returns path in the job's own folder */
export function writeReportPaperWith(sources: readonly MeasureSource[]) {
  return ({ format, today, by: caller, ...choice }: ReportPaperInput, job: JobContext) => {
    job.progress(null, '统计');
    const paper = paperOf({ db: job.db, caller, today }, sources, choice);
    const name = `${definitionOf(job.db, choice.uid).name} ${spanWords(choice)}`;
    return writeForm(paper, name, format, job);
  };
}

/** Reports as a workbook. @returns path in the job's own folder */
export function exportReportsWith(sources: readonly MeasureSource[]) {
  return async ({ today, by: caller, ...choice }: ReportWorkbookInput, job: JobContext) => {
    job.progress(null, '统计');
    const tables = freeze({ db: job.db, caller, today }, sources, choice);
    const [first] = tables;
    const name = tables.length === 1 ? (first?.definition.name ?? '') : '统计报表';
    return { path: await writeWorkbook(tables, job), name: `${name} ${spanWords(choice)}` };
  };
}

/** A frozen set on paper: one PDF, or the only table as a document. @returns path in the job's own folder */
export function writeSetPapers({ uid, format }: SetPapersInput, job: JobContext): Promise<PrintedPapers> {
  const row = requireSet(job.db, uid);
  const papers = tablesOf(job.db, row).map(({ printed }) => reportPaper(printed));
  return writeForm(papers, `统计报表 ${setTitle(row)}`, format, job);
}

/** A frozen set as a workbook, with what was said of it and its fingerprint. @returns path in the job's own folder */
export async function exportSet({ uid }: { uid: string }, job: JobContext): Promise<PrintedPapers> {
  const row = requireSet(job.db, uid);
  return {
    path: await writeWorkbook(tablesOf(job.db, row), job, [setSheet(row)]),
    name: `统计报表 ${setTitle(row)}`,
  };
}

function setSheet(row: SetRow): PaperSheet {
  const { first_day: from, last_day: to, withdrawn_at: withdrawnAt } = row;
  const facts: (readonly [string, string])[] = [
    ['报送单位', row.recipient],
    ['统计时间', spanWords({ from, to })],
    ['上报日期', row.handed_on],
    ['经办人', row.handed_by],
    ['备注', row.note],
    ['指纹(SHA-256)', row.fingerprint],
  ];
  if (withdrawnAt !== null)
    facts.push([
      '撤回',
      `${formatInstant(withdrawnAt)} ${row.withdrawn_by ?? ''}：${row.withdrawn_reason ?? ''}`,
    ]);
  return listPaper({
    name: '上报说明和指纹',
    columns: [
      ['项目', 18, 'center'],
      ['内容', 70, 'left'],
    ],
    title: setTitle(row),
    caption: { left: '', right: '' },
    rows: facts.map(paperRow),
    orientation: 'portrait',
  });
}

async function writeWorkbook(
  tables: readonly FrozenTable[],
  job: JobContext,
  more: readonly PaperSheet[] = [],
): Promise<string> {
  job.throwIfCancelled();
  job.progress(null, '写入文件');
  const path = join(job.temporaryFolder, 'reports.xlsx');
  await writePaperWorkbook(path, [...reportSheets(tables), ...more], [], () => job.throwIfCancelled());
  return path;
}
