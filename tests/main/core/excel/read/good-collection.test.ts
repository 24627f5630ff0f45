import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsePlace, rowOfPlace, columnOfPlace } from '#main/core/excel/read/cell-reference.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook, readWorkbookFile } from '#main/core/excel/read/read-workbook.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import { type CellData, lookUpSheet } from '#shared/workbook.ts';
import { workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';

const fileSchema = z.object({
  outcome: z.string(),
  reader: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      state: z.string(),
      usedRows: z.int(),
      usedColumns: z.int(),
      merges: z.int(),
    }),
  ),
  cells: z.array(
    z.object({
      sheet: z.string(),
      cell: z.string(),
      type: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
  ),
});
type ExpectedFile = z.infer<typeof fileSchema>;

// The second reader writes every date with its time, and times to the microsecond.
function sameDate(expected: string, actual: unknown): boolean {
  const plain = expected.replace('T00:00:00', '').replace(/(\.\d{3})000$/, '$1');
  return actual === plain;
}

function expectCell(cell: CellData | undefined, expected: ExpectedFile['cells'][number]): void {
  const types: Record<string, string> = { bool: 'boolean', 'duration-seconds': 'duration' };
  expect(cell?.type, expected.cell).toBe(types[expected.type] ?? expected.type);
  if (expected.type === 'date')
    expect(sameDate(String(expected.value), cell?.value), expected.cell).toBe(true);
  else expect(cell?.value, expected.cell).toBe(expected.value);
}

function expectFile(path: string, expected: ExpectedFile): void {
  const book = readWorkbookFile(path, defaultReadLimits);
  // The converter that stands between for some files knows no "very hidden".
  const isConverted = expected.reader.includes('conversion');
  const sheets = book.sheets.map(({ name, state, rows, columns, merges }) => ({
    name,
    state: isConverted && state === 'veryHidden' ? 'hidden' : state,
    usedRows: rows,
    usedColumns: columns,
    merges: merges.length,
  }));
  expect(sheets).toEqual(expected.sheets);
  for (const cell of expected.cells) {
    const sheet = book.sheets.find(({ name }) => name === cell.sheet)!;
    const place = parsePlace(cell.cell)!;
    expectCell(lookUpSheet(sheet).cellAt(rowOfPlace(place), columnOfPlace(place)), cell);
  }
  // The second reader leaves covered values out as well, but says nothing.
  expect(book.warnings.filter((warning) => !warning.includes('被合并单元格盖住'))).toEqual([]);
}

describe('workbooks of many programs', () => {
  test('the smallest workbook reads', () => {
    expect(readWorkbook(workbookBytes(), defaultReadLimits).sheets).toHaveLength(1);
  });

  const collection = '../shared/workbooks/good';
  if (!existsSync(collection)) return;
  const files = z
    .record(z.string(), fileSchema)
    .parse(JSON.parse(readFileSync(join(collection, 'expected.json'), 'utf8')));
  for (const [name, expected] of Object.entries(files)) {
    test(`${name} reads cell by cell as a second reader does`, () => {
      if (expected.outcome === 'read') return expectFile(join(collection, name), expected);
      return expect(() => readWorkbookFile(join(collection, name), defaultReadLimits)).toThrow(WorkbookError);
    });
  }
});
