import { join } from 'node:path';
import { PREVIEW_ROWS } from '#shared/contract/import-preview.ts';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { ScoreImportPreview, SheetScope } from '#shared/contract/score-sheets.ts';
import type { CellData } from '#shared/workbook.ts';
import { tablesOfWorkbook } from '#main/core/excel/read/source-table.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import { createStreamedWorkbook } from '#main/core/excel/write/streamed-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type ReadTable, withPayload } from '#main/core/jobs/table-preview.ts';
import { type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { type BlankSheet, blankSheets } from './blank-sheets.ts';
import { drawBlank } from './drawing.ts';
import type { Asker } from './find-sheet.ts';
import { interpretScores, type SheetCount, type SheetFile, type UnderstoodScores } from './interpret.ts';
import { blankPaper } from './paper.ts';

export interface SheetsInput {
  scope: SheetScope;
  today: string;
}

/** A workbook with a sheet for each object. @returns path in the job's own folder, and what the file is called */
export async function exportScoreSheets(
  { scope, today }: SheetsInput,
  job: JobContext,
): Promise<{ path: string; title: string }> {
  job.progress(null, '读取方案和自评分');
  const sheets = blankSheets(job.db, scope, today);
  const path = join(job.temporaryFolder, 'score-sheets.xlsx');
  const nameFor = createSheetNames();
  const [first] = sheets;
  const workbook = createStreamedWorkbook(path, first?.options.unit ?? '');
  try {
    for (const [index, blank] of sheets.entries()) {
      job.throwIfCancelled();
      job.progress(index / sheets.length, `正在写第 ${index + 1} 张，共 ${sheets.length} 张`);
      const { rows, ...setup } = drawBlank(blank);
      const sheet = workbook.sheet({ name: nameFor(sheetName(blank, sheets)), ...setup });
      sheet.add(rows);
      await sheet.end();
    }
    await workbook.finish();
  } catch (error) {
    workbook.abandon();
    throw error;
  }
  return { path, title: titleOf(sheets) };
}

/** The judge is named only where there are sheets of several. */
function sheetName({ object, judge }: BlankSheet, sheets: readonly BlankSheet[]): string {
  const isNamed = judge !== null && sheets.some((other) => other.judge?.uid !== judge.uid);
  return isNamed ? `${object.shortName}-${judge.name}` : object.shortName;
}

function titleOf(sheets: readonly BlankSheet[]): string {
  const [first] = sheets;
  if (first === undefined) return '';
  const { group, object, judge } = first;
  const objects = new Set(sheets.map((sheet) => sheet.object.uid)).size;
  const judges = new Set(sheets.map((sheet) => sheet.judge?.uid)).size;
  const whom = judge === null || judges > 1 ? '' : ` 评委${judge.name}`;
  return `${group.period.title} ${objects === 1 ? object.shortName : group.row.name}${whom}`;
}

export interface ScoreFormsInput extends SheetsInput {
  format: FormFormat;
}

/** Printed score sheets as a file. @returns path in the job's own folder */
export function writeScoreForms(
  { scope, today, format }: ScoreFormsInput,
  job: JobContext,
): Promise<PrintedPapers> {
  const sheets = blankSheets(job.db, scope, today);
  return writeForm(sheets.map(blankPaper), `评分表 ${titleOf(sheets)}`, format, job);
}

export interface ReadSheetsInput {
  periodUid: string;
  files: { path: string; name: string }[];
  asker: Asker;
}

/** Reads filled score sheets against their period; stores nothing. */
export async function readScoreSheets(
  { periodUid, files, asker }: ReadSheetsInput,
  job: JobContext,
): Promise<ReadTable<ScoreImportPreview>> {
  const read: SheetFile[] = [];
  for (const [index, { path, name }] of files.entries()) {
    job.progress(index / files.length, `读取 ${name}`);
    read.push({ name, tables: tablesOfWorkbook(await job.readWorkbook(path), exactText) });
    job.throwIfCancelled();
  }
  job.progress(null, '核对');
  const understood = interpretScores(job.db, periodUid, asker, read);
  return withPayload(previewOf(understood), { columns: understood.columns }, job);
}

/** What a workbook's program calculates with. */
const EXACT_DIGITS = 15;

/** The number itself, however few decimals its cell shows; a share as it is written: 93.5%. */
function exactText(cell: CellData): string {
  if (cell.type === 'date') return cell.value;
  if (cell.type !== 'number' || cell.text.includes('%')) return cell.text;
  return String(Number(cell.value.toPrecision(EXACT_DIGITS)));
}

function previewOf({ rows, sheets, problems }: UnderstoodScores): Omit<ScoreImportPreview, 'stagedUid'> {
  const errorCount = problems.filter(({ severity }) => severity === 'error').length;
  const count = (action: string) => rows.filter((row) => row.action === action).length;
  return {
    sheet: '',
    sheets: [],
    columns: [],
    rowCount: rows.length,
    adds: count('add'),
    changes: count('change'),
    same: count('same'),
    rows: rows.toSorted(changesFirst).slice(0, PREVIEW_ROWS),
    problems: problems.slice(0, PREVIEW_ROWS),
    errorCount,
    warningCount: problems.length - errorCount,
    notes: notesOf(sheets),
  };
}

/** What sheets leave open stays as it is, and is named. */
function notesOf(sheets: readonly SheetCount[]): string[] {
  const partly = sheets
    .filter(({ filled, empty }) => filled > 0 && empty > 0)
    .map(({ name, filled, empty }) => `${name}填了 ${filled} 项、空着 ${empty} 项`);
  const blank = sheets.filter(({ filled }) => filled === 0).map(({ name }) => name);
  return [
    ...(partly.length === 0 ? [] : [`没有填完的：${partly.join('；')}。空着的项不动。`]),
    ...(blank.length === 0 ? [] : [`没有填的 ${blank.length} 张：${blank.join('、')}。`]),
  ];
}

const order = ['change', 'add', 'same'];

/** What would take the place of something stored is looked at first. */
function changesFirst(one: { action: string }, other: { action: string }): number {
  return order.indexOf(one.action) - order.indexOf(other.action);
}
