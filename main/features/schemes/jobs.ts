import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { SchemeImportPreview } from '#shared/contract/schemes.ts';
import type { SchemeContent } from '#shared/rules/schemes/content.ts';
import { fullPointsOf } from '#shared/rules/schemes/findings.ts';
import { readScheme, type SchemeReading } from '#shared/rules/schemes/read-scheme.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readSeparated } from '#main/core/excel/read/read-csv.ts';
import type { TableSource } from '#main/core/excel/read/source-table.ts';
import { withoutEnding } from '#main/core/files/file-names.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { contentOf } from './content-of.ts';
import { schemeSheets } from './export-sheets.ts';
import type { StagedScheme } from './import-staged.ts';
import { requireScheme } from './require.ts';

export interface ReadSchemeInput {
  source: TableSource;
  /** Empty for a paste. */
  fileName: string;
}

export interface ReadSchemeResult {
  preview: Omit<SchemeImportPreview, 'stagedUid'>;
  staged: StagedScheme;
}

/** Reads a workbook, or a pasted table as a workbook of one sheet; stores nothing. */
export async function readSchemeTable(input: ReadSchemeInput, job: JobContext): Promise<ReadSchemeResult> {
  const { source } = input;
  job.progress(null, '读取表格');
  const workbook =
    'text' in source
      ? readSeparated(source.text, '\t', defaultReadLimits)
      : await job.readWorkbook(source.path);
  job.throwIfCancelled();
  job.progress(null, '核对内容');
  const reading = readScheme(workbook, 'text' in source ? null : source.sheet);
  const fallback = withoutEnding(input.fileName);
  const title = reading.content.title === '' ? fallback : reading.content.title;
  const content = { ...reading.content, title };
  const errors = reading.problems.filter(({ severity }) => severity === 'error').length;
  return {
    preview: previewOf(reading, content, input.fileName),
    staged: { content: errors > 0 ? null : content, errors },
  };
}

function previewOf(
  reading: SchemeReading,
  content: SchemeContent,
  fileName: string,
): Omit<SchemeImportPreview, 'stagedUid'> {
  const { sheet, sheets, columns, rows, problems, ownExport } = reading;
  const { title, documentNumber, appliesTo } = content;
  const categories = content.categories.map(({ name, maxPoints, bonus }) => ({
    uid: randomUUID(),
    name,
    maxPoints,
    bonus,
  }));
  return {
    fileName,
    sheet,
    sheets,
    title,
    documentNumber,
    appliesTo,
    ownExport,
    columns,
    rows,
    categories,
    indicatorCount: content.categories.reduce((sum, { indicators }) => sum + indicators.length, 0),
    fullPoints: fullPointsOf(categories),
    problems,
  };
}

export interface ExportedScheme {
  path: string;
  title: string;
  version: number;
}

/** @returns the workbook's path in the job's own folder, removed when the job ends */
export async function exportSchemeWorkbook(
  { uid }: { uid: string },
  job: JobContext,
): Promise<ExportedScheme> {
  job.progress(null, '写入表格');
  const row = requireScheme(job.db, uid);
  const path = join(job.temporaryFolder, 'scheme.xlsx');
  const { paper, data } = schemeSheets(contentOf(job.db, row));
  await writePaperWorkbook(path, [paper], [data], () => job.throwIfCancelled());
  return { path, title: row.title, version: row.version };
}
