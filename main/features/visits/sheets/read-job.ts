import { PREVIEW_ROWS } from '#shared/contract/import-preview.ts';
import type { SheetImportPreview, SheetImportRow } from '#shared/contract/visit-sheets.ts';
import { tablesOfWorkbook } from '#main/core/excel/read/source-table.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type ReadTable, withPayload } from '#main/core/jobs/table-preview.ts';
import type { Started } from '#main/features/campaigns/index.ts';
import { requireUnderWay } from '../record.ts';
import { interpretSheets, type SheetFile, type UnderstoodSheet, type UnderstoodSheets } from './interpret.ts';
import { stagedOf } from './staged.ts';

export interface ReadSheetsInput extends Started {
  campaignUid: string;
  files: { path: string; name: string }[];
}

/** Reads filled record sheets against their campaign; stores nothing. */
export async function readRecordSheets(
  { campaignUid, files, today, by: caller }: ReadSheetsInput,
  job: JobContext,
): Promise<ReadTable<SheetImportPreview>> {
  const asker = { db: job.db, today, caller };
  const campaign = requireUnderWay(asker, campaignUid);
  const read: SheetFile[] = [];
  for (const [index, { path, name }] of files.entries()) {
    job.progress(index / files.length, `读取 ${name}`);
    read.push({ name, tables: tablesOfWorkbook(await job.readWorkbook(path)) });
    job.throwIfCancelled();
  }
  job.progress(null, '核对');
  const understood = interpretSheets(asker, campaign, read);
  job.throwIfCancelled();
  return withPayload(
    { ...previewOf(understood), isSecret: campaign.vault !== null },
    stagedOf(campaign, read),
    job,
  );
}

function previewOf({
  sheets,
  problems,
}: UnderstoodSheets): Omit<SheetImportPreview, 'stagedUid' | 'isSecret'> {
  const errorCount = problems.filter(({ severity }) => severity === 'error').length;
  return {
    sheet: '',
    sheets: [],
    columns: [],
    rowCount: sheets.length,
    adds: sheets.filter(({ record }) => record !== null).length,
    changes: 0,
    same: sheets.filter((sheet) => actionOf(sheet) === 'same').length,
    rows: sheets.map(shownRow).toSorted(wrongFirst).slice(0, PREVIEW_ROWS),
    problems: problems.slice(0, PREVIEW_ROWS),
    errorCount,
    warningCount: problems.length - errorCount,
  };
}

function actionOf({ record, isWrong }: UnderstoodSheet): SheetImportRow['action'] {
  if (record !== null) return 'add';
  return isWrong ? 'none' : 'same';
}

const order = ['none', 'add', 'change', 'same'];

function wrongFirst({ action }: SheetImportRow, other: SheetImportRow): number {
  return order.indexOf(action) - order.indexOf(other.action);
}

function shownRow(understood: UnderstoodSheet, index: number): SheetImportRow {
  const { file, sheet, target, day, team, counted, findings, remark } = understood;
  return {
    row: index + 1,
    action: actionOf(understood),
    file,
    sheet,
    target: target?.name ?? '',
    countyName: target?.countyName ?? '',
    day,
    team,
    ...counted,
    findings,
    remark,
  };
}
