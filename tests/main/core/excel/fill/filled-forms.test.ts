import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FillValue } from '#main/core/excel/fill/cell-content.ts';
import { fillForm } from '#main/core/excel/fill/fill-form.ts';
import type { FilledSheet } from '#main/core/excel/fill/filled-sheet.ts';
import { planRows } from '#main/core/excel/fill/row-plan.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import { lookUpSheet, type SheetData } from '#shared/workbook.ts';
import { convertAllWithLibreOffice, savedByLibreOffice } from '#tests/support/libreoffice.ts';
import { changedParts, partsOf } from '#tests/support/package-texts.ts';
import { findTool, notRun } from '#tests/support/tools.ts';

const forms = join(import.meta.dirname, '../../../../fixtures/forms');
const limits = defaultReadLimits;
const fill = (bytes: Uint8Array, sheet: FilledSheet) => fillForm(bytes, [sheet], { limits, check: () => {} });
const number = (value: number): FillValue => ({ kind: 'number', number: value });
const text = (value: string): FillValue => ({ kind: 'text', text: value });

const recordsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    text(`第${index + 1}县`),
    number(100 - index),
    number(index),
    number(0),
  ]);

const tool = findTool('libreoffice');
if (tool === null) process.stdout.write(`${notRun('filled forms in another program', 'libreoffice')}\n`);

describe.skipIf(tool === null)('a form made in LibreOffice, opened there again after it was filled', () => {
  const forFill = {
    quarterly: (count: number): FilledSheet => ({
      sheet: '考核汇总',
      cells: [{ row: 2, column: 2, value: text('临川市') }],
      blocks: [{ top: 6, bottom: 8, columns: [2, 3, 5, 6], records: recordsOf(count) }],
    }),
    monthly: (count: number): FilledSheet => ({
      sheet: '隐患月报',
      cells: [{ row: 2, column: 2, value: text('临川市') }],
      blocks: [{ top: 6, bottom: 6, columns: [1, 2, 3, 4], records: recordsOf(count) }],
    }),
  };
  const folder = mkdtempSync(join(tmpdir(), 'forms-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const names = ['甲县', "乙县'新", '丙县'];
  /** A sheet for each county, each with rows of its own number. */
  const repeatedForm = (bytes: Uint8Array) =>
    fillForm(
      bytes,
      names.map((name, index) => ({ ...forFill.quarterly(4 + index), sheet: name })),
      { limits, check: () => {}, repeated: [{ sheet: '考核汇总', names }] },
    );
  const opened = new Map<string, Uint8Array>();

  beforeAll(async () => {
    const target = join(folder, 'opened');
    mkdirSync(target);
    const files = Object.entries(forFill).flatMap(([name, sheet]) => {
      const bytes = readFileSync(join(forms, `${name}.xlsx`));
      const versions = {
        empty: bytes,
        same: fill(bytes, sheet(name === 'monthly' ? 1 : 3)),
        more: fill(bytes, sheet(40)),
        ...(name === 'quarterly' ? { repeated: repeatedForm(bytes) } : {}),
      };
      return Object.entries(versions).map(([version, content]) => {
        const path = join(folder, `${name}-${version}.xlsx`);
        writeFileSync(path, content);
        return [`${name}-${version}`, path] as const;
      });
    });
    const written = await convertAllWithLibreOffice(
      tool ?? '',
      files.map(([, path]) => path),
      'xlsx',
      target,
    );
    for (const [index, [name]] of files.entries()) opened.set(name, readFileSync(written[index] ?? ''));
  }, 120_000);

  /** Parts as the program writes them; it numbers charts through all files, and chooses fonts by a cell's content. */
  const partsOpened = (version: string) => {
    const parts = [...partsOf(opened.get(version) ?? new Uint8Array())];
    const seen = parts.filter(([name]) => !/docProps|sharedStrings|styles\.xml/u.test(name));
    return new Map(seen.map(([name, bytes]) => [unnumbered(name), unnumbered(strFromU8(bytes))]));
  };
  const unnumbered = (written: string) => written.replaceAll(/chart\d+\.xml/gu, 'chart.xml');
  const withoutRows = (xml: string) => xml.replaceAll(/<sheetData>.*<\/sheetData>/gsu, '');
  /** Values that a chart remembers, and names that are made anew each time. */
  const withoutMemory = (xml: string) =>
    xml.replaceAll(
      /<c:(?:num|str)Cache>.*?<\/c:(?:num|str)Cache>|\{[0-9A-F-]{36}\}|<c:(?:axId|crossAx) [^>]*>/gsu,
      '',
    );

  test.each(['quarterly', 'monthly'])('%s differs nowhere but in its cells', (name) => {
    const [before, after] = [partsOpened(`${name}-empty`), partsOpened(`${name}-same`)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(before.size).toBeGreaterThan(8);
    const differing = [...before].filter(([part, xml]) => {
      const [one, other] = [xml, after.get(part) ?? ''].map((each) => withoutMemory(withoutRows(each)));
      return one !== other;
    });
    expect(differing.map(([part]) => part)).toEqual([]);
  });

  const sheetOf = (version: string) =>
    lookUpSheet(readWorkbook(opened.get(version) ?? new Uint8Array(), limits).sheets[0] as SheetData);

  test('the totals are those of all rows, those that were put in among them', () => {
    const quarter = sheetOf('quarterly-more');
    const total = Array.from({ length: 40 }, (_, index) => 100 - index).reduce(
      (sum, value) => sum + value,
      0,
    );
    expect(quarter.cellAt(46, 3)?.value).toBe(total);
    expect(quarter.cellAt(45, 9)?.value).toBeCloseTo(61 - total / 40, 9);
    expect(quarter.mergeAt(46, 1)).toEqual({ top: 46, bottom: 46, left: 1, right: 2 });
    expect(sheetOf('monthly-more').cellAt(46, 2)?.value).toBe(total);
  });

  test('a sheet for each of several units has its own charts, pictures, totals and print setup', () => {
    const book = readWorkbook(opened.get('quarterly-repeated') ?? new Uint8Array(), limits);
    expect(book.sheets.map(({ name }) => name)).toEqual([...names, '分析', '填表说明']);
    const totals = names.map(
      (_name, index) => lookUpSheet(book.sheets[index] as SheetData).cellAt(10 + index, 3)?.value,
    );
    expect(totals).toEqual([394, 490, 585]);
    const parts = [...partsOf(opened.get('quarterly-repeated') ?? new Uint8Array())];
    const ofKind = (pattern: RegExp) =>
      parts.filter(([name]) => pattern.test(name)).map(([, bytes]) => strFromU8(bytes));
    const charts = ofKind(/charts\/chart\d+\.xml/u);
    expect(charts).toHaveLength(3);
    expect(charts.some((xml) => xml.replaceAll('&apos;', "'").includes("'乙县''新'!$C$6:$C$10"))).toBe(true);
    expect(ofKind(/drawings\/drawing\d+\.xml$/u).map((xml) => xml.match(/<xdr:pic>/gu)?.length)).toEqual([
      1, 1, 1,
    ]);
    const [workbook = ''] = ofKind(/xl\/workbook\.xml/u);
    expect(workbook.match(/Print_Area/gu)).toHaveLength(3);
    expect(
      ofKind(/worksheets\/sheet\d\.xml/u)
        .slice(0, 3)
        .every((xml) => xml.includes('orientation="landscape"')),
    ).toBe(true);
    expect(lookUpSheet(book.sheets[3] as SheetData).cellAt(3, 2)?.value).toBe(394);
  });

  test('charts, pictures, formats and checks go down with the rows', () => {
    const parts = partsOpened('quarterly-more');
    expect(parts.get('xl/charts/chart.xml')).toContain('$C$6:$C$45');
    const drawing = parts.get('xl/drawings/drawing1.xml') ?? '';
    expect([...drawing.matchAll(/<xdr:from>.*?<xdr:row>(\d+)/gsu)].map(([, row]) => row)).toEqual([
      '48',
      '48',
    ]);
    const sheet = parts.get('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('sqref="C6:C45"');
    expect(sheet).toContain('sqref="H6:H45"');
    expect(parts.get('xl/workbook.xml')).toMatch(/Print_Area[^>]*>[^<]*\$A\$1:\$I\$47</u);
  });
});

const collection = '../shared/workbooks/good';
describe.skipIf(!existsSync(collection))('forms of many programs', () => {
  const files = (existsSync(collection) ? readdirSync(collection) : []).filter((name) =>
    /\.xls[xm]$/u.test(name),
  );

  test.each(files)('%s keeps everything when a cell is filled and rows are put in', (name) => {
    const bytes = readFileSync(join(collection, name));
    const before = readOrRefused(bytes);
    if (before === null) return;
    const [first] = before.sheets;
    if (first === undefined) throw new Error('no sheet');
    const column = first.columns + 2;
    const filled = fill(bytes, {
      sheet: first.name,
      cells: [{ row: 1, column, value: text('填') }],
      blocks: [],
    });
    const changed = changedParts(bytes, filled).filter((part) => !part.endsWith('workbook.xml'));
    // The filled sheet, and no other.
    expect(changed.map((part) => part.replace(/[^/]*$/u, ''))).toEqual(['xl/worksheets/']);
    const row = Math.max(1, Math.floor(first.rows / 2));
    const block = {
      top: row,
      bottom: row,
      columns: [column],
      records: [1, 2, 3].map((value) => [number(value)]),
    };
    const grown = readWorkbook(fill(bytes, { sheet: first.name, cells: [], blocks: [block] }), limits);
    const plan = planRows([{ ...block, records: 3 }]);
    const after = lookUpSheet(grown.sheets[0] as SheetData);
    const kept = first.cells.filter(({ formula }) => formula === undefined);
    expect(kept.map((cell) => after.cellAt(plan.row(cell.row), cell.column)?.text)).toEqual(
      kept.map((cell) => cell.text),
    );
    expect(grown.sheets.slice(1)).toEqual(before.sheets.slice(1).map(withoutResults(grown.sheets)));
  });
});

describe.skipIf(tool === null || !existsSync(collection))(
  'forms of many programs, opened in LibreOffice',
  () => {
    const filledAt = (first: SheetData) => ({ row: 1, column: first.columns + 2 });
    // What it works out anew differs from one opening to the next.
    const changesByItself = /\b(?:NOW|TODAY|RAND)/u;
    const shown = (sheet: SheetData, but: { row: number; column: number } | null) =>
      sheet.cells
        .filter(({ formula = '' }) => !changesByItself.test(formula))
        .filter(({ row, column }) => row !== but?.row || column !== but.column)
        .map(({ row, column, text: words, formula }) => [row, column, words, formula]);

    test('show the same in all cells but the filled one', { timeout: 120_000 }, async () => {
      const names = readdirSync(collection).filter((name) => name.endsWith('.xlsx'));
      const each = names.flatMap((name, place) => {
        const bytes = readFileSync(join(collection, name));
        const first = readOrRefused(bytes)?.sheets[0];
        if (first === undefined) return [];
        const cells = [{ ...filledAt(first), value: text('填') }];
        const filled = fill(bytes, { sheet: first.name, cells, blocks: [] });
        return [{ name, place, first, bytes, filled }];
      });
      const files = each.flatMap(({ place, bytes, filled }) => [
        { name: `${place}-before.xlsx`, bytes },
        { name: `${place}-after.xlsx`, bytes: filled },
      ]);
      const opened = await savedByLibreOffice(tool ?? '', files);
      for (const [index, { name, first }] of each.entries()) {
        const [before, after] = opened
          .slice(2 * index, 2 * index + 2)
          .map(({ bytes }) => readWorkbook(bytes, limits));
        const place = before?.sheets.findIndex((sheet) => sheet.name === first.name) ?? -1;
        expect(
          after?.sheets.map((sheet) => sheet.name),
          name,
        ).toEqual(before?.sheets.map((sheet) => sheet.name));
        for (const [number_, sheet] of (before?.sheets ?? []).entries()) {
          const other = after?.sheets[number_] as SheetData;
          const but = number_ === place ? filledAt(first) : null;
          expect(shown(other, but), `${name} ${sheet.name}`).toEqual(shown(sheet, but));
          expect(other.merges, `${name} ${sheet.name}`).toEqual(sheet.merges);
        }
        expect(
          lookUpSheet(after?.sheets[place] as SheetData).cellAt(1, filledAt(first).column)?.text,
          name,
        ).toBe('填');
      }
      expect(each.length).toBeGreaterThan(20);
    });
  },
);

const hostile = '../shared/workbooks/hostile';
describe.skipIf(!existsSync(hostile))('hostile forms', () => {
  const files = (existsSync(hostile) ? readdirSync(hostile) : []).filter((name) => /\.xls[xm]$/u.test(name));

  test.each(files)('%s is refused, or filled so that it can be read again', (name) => {
    const bytes = readFileSync(join(hostile, name));
    const first = readOrRefused(bytes)?.sheets[0];
    if (first === undefined) return;
    const block = { top: 1, bottom: 1, columns: [1], records: [[text('一')], [text('二')]] };
    const filled = fillOrRefused(bytes, { sheet: first.name, cells: [], blocks: [block] });
    if (filled !== null)
      expect(lookUpSheet(readWorkbook(filled, limits).sheets[0] as SheetData).cellAt(2, 1)?.value).toBe('二');
  });
});

function fillOrRefused(bytes: Uint8Array, sheet: FilledSheet): Uint8Array | null {
  try {
    return fill(bytes, sheet);
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

function readOrRefused(bytes: Uint8Array) {
  try {
    return readWorkbook(bytes, limits);
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

/** Results of formulas that lead to the filled sheet are for the next program to work out. */
function withoutResults(after: readonly SheetData[]): (sheet: SheetData) => SheetData {
  return (sheet) => {
    const same = after.find(({ name }) => name === sheet.name);
    return same !== undefined && same.cells.length < sheet.cells.length
      ? {
          ...sheet,
          rows: same.rows,
          columns: same.columns,
          cells: sheet.cells.filter(({ formula }) => formula === undefined),
        }
      : sheet;
  };
}
