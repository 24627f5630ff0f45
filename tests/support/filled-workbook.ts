import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { WrittenFile } from '#shared/contract/files.ts';
import { type Client, finishedJob } from './core.ts';
import { upload } from './upload.ts';

export type Fill = (sheet: ExcelJS.Worksheet) => void;

/** A workbook that was given out, in the hands of a team. */
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

/** What a job has written, as a file. @param folder that the office exports into */
export async function givenOutBy(client: Client, folder: string, jobUid: string): Promise<FilledWorkbook> {
  const job = await finishedJob(client, jobUid);
  if (job.problem !== null) throw new Error(job.problem);
  return openFilled(readFileSync(join(folder, (job.result as WrittenFile).name)));
}

export async function openFilled(bytes: Uint8Array): Promise<FilledWorkbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return new FilledWorkbook(book);
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
