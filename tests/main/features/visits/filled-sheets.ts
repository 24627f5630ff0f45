import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { SheetImportPreview, SheetScope } from '#shared/contract/visit-sheets.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';

type Fill = (sheet: ExcelJS.Worksheet) => void;

/** A workbook of record sheets in the hands of a team. */
export class FilledWorkbook {
  readonly book: ExcelJS.Workbook;

  constructor(book: ExcelJS.Workbook) {
    this.book = book;
  }

  get names(): string[] {
    return this.book.worksheets.map(({ name }) => name);
  }

  sheet(name: string): ExcelJS.Worksheet {
    return this.book.getWorksheet(name)!;
  }

  fill(name: string, ...fills: Fill[]): this {
    for (const fill of fills) fill(this.sheet(name));
    return this;
  }

  async upload(client: Client, name = '第1组.xlsx'): Promise<string> {
    return upload(client, name, new Uint8Array(await this.book.xlsx.writeBuffer()));
  }
}

/** What the program gives out, as a file. @param folder that the office exports into */
export async function givenOut(
  client: Client,
  folder: string,
  campaignUid: string,
  scope: SheetScope = { kind: 'open' },
): Promise<FilledWorkbook> {
  const { jobUid } = await client.visitSheets.exportWorkbook({ campaignUid, scope });
  const job = await finishedJob(client, jobUid);
  if (job.problem !== null) throw new Error(job.problem);
  const book = new ExcelJS.Workbook();
  const bytes = readFileSync(join(folder, (job.result as WrittenFile).name));
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return new FilledWorkbook(book);
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

export function placeOf(sheet: ExcelJS.Worksheet, text: string): { row: number; column: number } {
  const places: { row: number; column: number }[] = [];
  sheet.eachRow((cells, row) =>
    cells.eachCell((cell, column) => {
      if (cell.value === text) places.push({ row, column });
    }),
  );
  const [first] = places;
  if (first === undefined) throw new Error(`“${text}” is not on ${sheet.name}`);
  return first;
}
