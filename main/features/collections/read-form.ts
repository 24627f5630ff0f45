import type { ReadForm } from '#shared/contract/collections.ts';
import { AppError } from '#shared/errors.ts';
import { collectionLimits } from '#shared/rules/collections/definition.ts';
import { findHeads, headingsIn, type HeadRows } from '#shared/rules/collections/propose/heads.ts';
import { proposeForm } from '#shared/rules/collections/propose/propose-form.ts';
import { type SheetTexts, textsOfSheet } from '#shared/rules/collections/propose/sheet-texts.ts';
import { UNREAD_CELL } from '#shared/rules/tables/unread-cells.ts';
import { columnName, type SheetData, UNREADABLE_VALUE, type WorkbookData } from '#shared/workbook.ts';
import { refuseSheet } from '#main/core/excel/read/source-table.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';

export interface ReadFormInput {
  path: string;
  /** Null: the one with most headings. */
  sheet: string | null;
  /** Null: they are looked for. */
  heads: HeadRows | null;
}

/** @throws WorkbookError; AppError fileRefused where no headings are found */
export async function readDesignedForm(input: ReadFormInput, job: JobContext): Promise<ReadForm> {
  job.progress(null, '读取表格');
  const workbook = await job.readWorkbook(input.path);
  const sheets = workbook.sheets.filter(({ state, rows }) => state === 'visible' && rows > 0);
  const { sheet, texts, heads } = chosenTable(sheets, input);
  requireRead(sheet);
  const form = heads === null ? null : proposeForm(texts, heads);
  if (form === null || heads === null)
    throw new AppError('fileRefused', {
      reason:
        input.heads === null
          ? '没有找到栏目名称：表里至少要有一行写着两个以上的栏目。请核对后再选，或在这里逐栏添加。'
          : '这几行里没有两个以上的栏目名称，请另选栏目名称在第几行。',
    });
  const { columns, givenRows } = collectionLimits;
  if (form.definition.columns.length > columns || form.rows.length > givenRows)
    throw new AppError('fileRefused', {
      reason: `这张表太大：最多 ${columns} 栏、已填好的 ${givenRows} 行。请删去不用的栏和行再选。`,
    });
  return { form, sheet: sheet.name, sheets: sheets.map(({ name }) => name), heads };
}

interface ChosenTable {
  sheet: SheetData;
  texts: SheetTexts;
  heads: HeadRows | null;
}

/** A cover or instructions may come before the table: it is the one with most headings, of two alike the first. */
function chosenTable(sheets: WorkbookData['sheets'], { sheet: name, heads }: ReadFormInput): ChosenTable {
  const tables = sheets
    .filter((sheet) => name === null || sheet.name === name)
    .map((sheet): ChosenTable => {
      const texts = textsOfSheet(sheet);
      return { sheet, texts, heads: heads ?? findHeads(texts) };
    });
  const counts = tables.map(({ texts, heads: found }) =>
    found === null ? 0 : headingsIn(texts, found).length,
  );
  return tables[counts.indexOf(Math.max(...counts))] ?? refuseSheet();
}

/** @throws AppError fileRefused naming a cell that has no value */
function requireRead({ cells }: SheetData): void {
  const unread = cells.find(({ value }) => value === UNREADABLE_VALUE);
  if (unread !== undefined)
    throw new AppError('fileRefused', {
      reason: `第 ${unread.row} 行 ${columnName(unread.column)} 列：${UNREAD_CELL}`,
    });
}
