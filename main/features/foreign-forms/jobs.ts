import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilledPreview } from '#shared/contract/foreign-forms.ts';
import { AppError } from '#shared/errors.ts';
import { filledFormulas, misfitsOf } from '#shared/rules/foreign-forms/fit.ts';
import { type FormLayout, layoutOf } from '#shared/rules/foreign-forms/layout.ts';
import type { Pointing } from '#shared/rules/foreign-forms/pointing.ts';
import type { WorkbookData } from '#shared/workbook.ts';
import { fillForm } from '#main/core/excel/fill/fill-form.ts';
import { planRows } from '#main/core/excel/fill/row-plan.ts';
import type { FilledSheet } from '#main/core/excel/fill/filled-sheet.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import type { FieldScope, FieldSources } from '#main/core/fields/field-source.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { countTable } from '#main/core/jobs/tally.ts';
import { gatherFills } from './gather.ts';

export interface FillInput extends Omit<FieldScope, 'db'> {
  /** Of the kept workbook. */
  path: string;
  pointing: Pointing;
}

/** Says that a workbook is sound and can be filled; it goes through the reader's limits. */
export async function readForm({ path }: { path: string }, job: JobContext): Promise<{ sheets: number }> {
  job.progress(null, '检查表格');
  const { sheets } = await readFillable(path, job);
  return { sheets: sheets.length };
}

/** The form as a page shows it. */
export async function openForm({ path }: { path: string }, job: JobContext): Promise<FormLayout> {
  job.progress(null, '打开表格');
  return toLayout(await readFillable(path, job));
}

/** The filled form as it will be read by others. */
export function previewFormWith(sources: FieldSources) {
  return async (input: FillInput, job: JobContext): Promise<FilledPreview> => {
    const { path, fills, remarks } = await fill(input, sources, job);
    job.progress(null, '显示填好的表格');
    const layout = toLayout(await job.readWorkbook(path));
    return { layout, filled: fills.map(placesOf), remarks };
  };
}

/** @returns path of the filled form in the job's own folder, with what has to be looked at */
export function fillFormWith(sources: FieldSources) {
  return async (input: FillInput, job: JobContext): Promise<Pick<Filled, 'path' | 'remarks'>> => {
    const { path, remarks } = await fill(input, sources, job);
    return { path, remarks };
  };
}

interface Filled {
  path: string;
  fills: readonly FilledSheet[];
  remarks: string[];
}

async function fill(
  { path, pointing, ...scope }: FillInput,
  sources: FieldSources,
  job: JobContext,
): Promise<Filled> {
  job.progress(null, '检查表格');
  const layout = toLayout(await readFillable(path, job));
  const misfits = misfitsOf(pointing, layout).map(({ text, sheet }) => `${sheet}：${text}`);
  const names = layout.sheets.map(({ name }) => name);
  const { sheets, repeated, remarks } = gatherFills(pointing, names, {
    sources: sources(job.db),
    scope: { ...scope, db: job.db },
    step(name) {
      job.throwIfCancelled();
      job.progress(null, `读取${name}`);
    },
  });
  job.progress(null, '填写表格');
  const check = () => job.throwIfCancelled();
  const bytes = fillForm(await readFile(path), sheets, { limits: defaultReadLimits, check, repeated });
  const target = join(job.temporaryFolder, 'filled.xlsx');
  await writeFile(target, bytes);
  for (const { blocks } of sheets) countTable(blocks.reduce((sum, { records }) => sum + records.length, 0));
  const formulas = filledFormulas(pointing, layout);
  return { path: target, fills: sheets, remarks: [...misfits, ...formulas, ...remarks] };
}

/** @throws WorkbookError; AppError fileRefused for a kind of workbook that is read only */
async function readFillable(path: string, job: JobContext): Promise<WorkbookData> {
  const book = await job.readWorkbook(path);
  const head = (await readFile(path)).subarray(0, 2).toString('latin1');
  if (head === 'PK') return book;
  const reason = '这是旧格式的表格（.xls），不能原样填写。请用 Excel 或 WPS 打开，另存为 .xlsx 以后再选。';
  throw new AppError('fileRefused', { reason });
}

function toLayout({ sheets, warnings, contains }: WorkbookData): FormLayout {
  return { sheets: sheets.map(layoutOf), warnings, contains };
}

function placesOf({ sheet, cells, blocks }: FilledSheet): FilledPreview['filled'][number] {
  const plan = planRows(blocks.map(({ top, bottom, records }) => ({ top, bottom, records: records.length })));
  const single = cells.map(({ row, column }): [number, number] => [plan.row(row), column]);
  const repeated = blocks.flatMap(({ top, columns, records }) =>
    records.flatMap((_record, index) =>
      columns.map((column): [number, number] => [plan.row(top) + index, column]),
    ),
  );
  return { sheet, cells: [...single, ...repeated] };
}
