import type ExcelJS from 'exceljs';
import type { SheetImportPreview, SheetScope } from '#shared/contract/visit-sheets.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { type Fill, type FilledWorkbook, givenOutBy, placeOf } from '#tests/support/filled-workbook.ts';

/** What the program gives out, as a file. @param folder that the office exports into */
export async function givenOut(
  client: Client,
  folder: string,
  campaignUid: string,
  scope: SheetScope = { kind: 'open' },
): Promise<FilledWorkbook> {
  const { jobUid } = await client.visitSheets.exportWorkbook({ campaignUid, scope });
  return await givenOutBy(client, folder, jobUid);
}

export async function readBack(
  client: Client,
  campaignUid: string,
  ...books: FilledWorkbook[]
): Promise<SheetImportPreview> {
  const fileTokens = await Promise.all(
    books.map((book, index) => book.upload(client, `第${index + 1}组.xlsx`)),
  );
  const { jobUid } = await client.visitSheets.readWorkbooks({ campaignUid, fileTokens });
  const job = await finishedJob(client, jobUid);
  if (job.problem !== null) throw new Error(job.problem);
  return job.result as SheetImportPreview;
}

/** Right of the name of a fact, or of a figure. */
export function fact(name: string, value: string | number): Fill {
  return (sheet) => {
    const { row, column } = placeOf(sheet, name);
    sheet.getCell(row, column + 1).value = value;
  };
}

interface Written {
  result?: string;
  what?: string;
  spot?: string;
  due?: string | Date;
}

const columnOf = { result: 3, what: 4, spot: 5, due: 6 } as const;

/** Beside a question or a section. */
export function answer(question: string, written: Written): Fill {
  return (sheet) => write(sheet, placeOf(sheet, question).row, written);
}

/** In the row with this number, as the first of those for other findings: 另1. */
export function other(number: string, written: Written): Fill {
  return (sheet) => write(sheet, placeOf(sheet, number).row, written);
}

function write(sheet: ExcelJS.Worksheet, row: number, written: Written): void {
  for (const part of Object.keys(written) as (keyof Written)[]) {
    const value = written[part];
    if (value !== undefined) sheet.getCell(row, columnOf[part]).value = value;
  }
}
