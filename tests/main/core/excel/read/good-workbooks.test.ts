import { utils, write } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import { type CellData, cellName, lookUpSheet, type SheetData, type WorkbookData } from '#shared/workbook.ts';
import { note } from '#tests/reliability/at-work/figures.ts';
import { xlsBytes } from '#tests/support/hostile-workbooks/binary-cases.ts';
import {
  mainNamespace,
  type PartTexts,
  sharedStringsXml,
  sheetXml,
  workbookBytes,
  workbookXml,
} from '#tests/support/hostile-workbooks/workbook-parts.ts';

function read(texts: PartTexts): WorkbookData {
  return readWorkbook(workbookBytes(texts), defaultReadLimits);
}

function readSheet(texts: PartTexts): SheetData {
  return read(texts).sheets[0]!;
}

/** Cells of the first row by their names. */
function readRow(cells: string): Record<string, CellData> {
  const sheet = readSheet({ sheet: sheetXml(`<row r="1">${cells}</row>`) });
  return Object.fromEntries(sheet.cells.map((cell) => [cellName(cell.row, cell.column), cell]));
}

describe('values', () => {
  test('texts come from shared strings, from the cell and from formulas', () => {
    const cells = readRow(
      '<c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><r><t>红</t></r><r><t>岗</t></r></is></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>得分x</v></c>',
    );
    expect(cells['A1']).toEqual({ row: 1, column: 1, type: 'text', value: '得分', text: '得分' });
    expect(cells['B1']?.value).toBe('红岗');
    expect(cells['C1']).toMatchObject({ type: 'text', value: '得分x', formula: 'A1&"x"' });
  });

  test('rich text is joined, phonetic guides are left out and escaped characters come back', () => {
    const sharedStrings = sharedStringsXml(
      '<si><r><t>消</t></r><r><t xml:space="preserve"> 安</t></r><rPh sb="0" eb="1"><t>xiao</t></rPh></si><si><t>_x005F_x000D_甲_x000A_乙</t></si>',
    );
    const values = readSheet({ sharedStrings }).cells.map(({ value }) => value);
    expect(values.slice(0, 2)).toEqual(['消 安', '_x000D_甲\n乙']);
  });

  test('numbers are told from dates, times and durations by their format', () => {
    const cells = readRow(
      '<c r="A1"><v>45352</v></c><c r="B1" s="1"><v>45352</v></c><c r="C1" s="2"><v>45352.75</v></c><c r="D1" s="3"><v>0.5</v></c><c r="E1" s="4"><v>1.5</v></c><c r="F1" s="5"><v>0.125</v></c>',
    );
    expect(cells['A1']).toMatchObject({ type: 'number', value: 45352, text: '45352' });
    expect(cells['B1']).toMatchObject({ type: 'date', value: '2024-03-01', text: '2024年3月1日' });
    expect(cells['C1']).toMatchObject({ type: 'date', value: '2024-03-01T18:00:00' });
    expect(cells['D1']).toMatchObject({ type: 'time', value: '12:00:00', text: '12:00:00' });
    expect(cells['E1']).toMatchObject({ type: 'duration', value: 129_600, text: '36:00' });
    expect(cells['F1']).toMatchObject({ type: 'number', value: 0.125, text: '12.50%' });
  });

  test('a workbook that counts from 1904 gives the same days', () => {
    const sheet = sheetXml('<row r="1"><c r="A1" s="1"><v>43890</v></c></row>');
    const workbook = workbookXml(
      '<sheet name="名单" sheetId="1" r:id="rId1"/>',
      '<workbookPr date1904="1"/>',
    );
    expect(readSheet({ sheet, workbook }).cells[0]).toMatchObject({
      value: '2024-03-01',
      text: '2024年3月1日',
    });
  });

  test('dates and times that the file spells out are taken as they stand', () => {
    const cells = readRow(
      '<c r="A1" t="d"><v>2024-02-29</v></c><c r="B1" t="d"><v>2024-02-29T08:30:00.5Z</v></c><c r="C1" t="d"><v>08:30:00</v></c>',
    );
    expect(Object.values(cells).map(({ type, value }) => [type, value])).toEqual([
      ['date', '2024-02-29'],
      ['date', '2024-02-29T08:30:00.500'],
      ['time', '08:30:00'],
    ]);
  });

  test('truth values and errors are kept apart from texts', () => {
    const cells = readRow('<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>');
    expect(cells['A1']).toMatchObject({ type: 'boolean', value: true });
    expect(cells['B1']).toMatchObject({ type: 'error', value: '#DIV/0!' });
  });

  test('an identity number that was typed as a number shows its digits and a warning', () => {
    const book = read({ sheet: sheetXml('<row r="1"><c r="A1"><v>110101199001011234</v></c></row>') });
    expect(book.sheets[0]?.cells[0]?.text).toMatch(/^11010119900101\d{4}$/);
    expect(book.warnings).toEqual([expect.stringContaining('工作表「名单」的 A1 单元格：数字超过 15 位')]);
  });

  test('empty cells and empty texts are no cells', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"/><c r="B1" t="str"><f>""</f><v></v></c></row><row r="9"><c r="Z9" s="1"/></row>',
    );
    expect(readSheet({ sheet })).toMatchObject({ rows: 0, columns: 0, cells: [] });
    expect(read({ sheet }).warnings).toEqual([]);
  });
});

describe('structure', () => {
  test('cells and rows without references follow the ones before', () => {
    const sheet = sheetXml(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row>',
    );
    expect(readSheet({ sheet }).cells.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
      [4, 3],
      [4, 4],
    ]);
  });

  test('a merged category is found from every one of its rows', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>2</v></c></row>',
      '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    );
    const book = read({ sheet });
    const lookup = lookUpSheet(book.sheets[0]!);
    expect(lookup.mergedCellAt(2, 1)?.value).toBe('单位');
    expect(lookup.cellAt(2, 1)).toBeUndefined();
    expect(lookup.mergeAt(2, 1)).toEqual({ top: 1, left: 1, bottom: 2, right: 1 });
    expect(lookup.mergeAt(3, 1)).toBeUndefined();
    expect(lookup.cellsOfRow(2).map(({ value }) => value)).toEqual([2]);
    expect(book.warnings).toEqual([]);
  });

  test('hidden rows and columns are named within the used extent', () => {
    const sheet = sheetXml(
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>1</v></c></row><row r="3" hidden="true"/>',
      '',
      '<cols><col min="2" max="16384" hidden="1"/></cols>',
    );
    expect(readSheet({ sheet })).toMatchObject({ hiddenRows: [1], hiddenColumns: [2, 3] });
  });

  test('a strict workbook and one whose elements carry a prefix read alike', () => {
    const strict = sheetXml('<row r="1"><c r="A1"><v>7</v></c></row>').replace(
      mainNamespace,
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    );
    const prefixed = `<x:worksheet xmlns:x="${mainNamespace}"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(readSheet({ sheet: strict }).cells).toEqual(readSheet({ sheet: prefixed }).cells);
    expect(readSheet({ sheet: strict }).cells[0]?.value).toBe(7);
  });

  test('elements of other vocabularies and all within them are left out', () => {
    const sheet = sheetXml(
      `<row r="1"><c r="A1"><v>1</v></c></row><z:x xmlns:z="urn:z"><row r="2"><c r="A2"><v>2</v></c></row></z:x><row xmlns="urn:y" r="3"><c r="A3"><v>3</v></c></row>`,
    );
    expect(readSheet({ sheet }).cells.map(({ value }) => value)).toEqual([1]);
  });

  test('macros, links to other files and embedded objects are named, not followed', () => {
    const names = ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', 'xl/embeddings/oleObject1.bin'];
    const bytes = workbookBytes({}, ...names.map((name) => ({ name, content: 'x' })));
    expect(readWorkbook(bytes, defaultReadLimits).contains).toEqual({
      macros: true,
      externalLinks: true,
      embeddedObjects: true,
    });
  });

  test('a good file that compresses very well is read', () => {
    const sheet = sheetXml('<row><c><v>1</v></c></row>'.repeat(150_000));
    expect(workbookBytes({ sheet }).length * 100).toBeLessThan(sheet.length);
    expect(readSheet({ sheet }).rows).toBe(150_000);
  });
});

describe('old workbooks', () => {
  test('an xls gives its texts, numbers, truth values, dates and merges', () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([['单位', '得分', true, new Date(Date.UTC(2024, 2, 1))]], {
      UTC: true,
      dateNF: 'yyyy/m/d',
    });
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
    utils.book_append_sheet(book, sheet, '考核');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }));
    const [oldSheet] = readWorkbook(bytes, defaultReadLimits).sheets;
    expect(oldSheet?.cells.map(({ type, value }) => [type, value])).toEqual([
      ['text', '单位'],
      ['text', '得分'],
      ['boolean', true],
      ['date', '2024-03-01'],
    ]);
    expect(oldSheet).toMatchObject({
      name: '考核',
      state: 'visible',
      merges: [{ top: 1, left: 1, bottom: 2, right: 1 }],
    });
  });

  test('an xls that counts from 1904 gives the same days', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, { '!ref': 'A1', A1: { t: 'n', v: 43890, z: 'yyyy/m/d' } }, '名单');
    book.Workbook = { WBProps: { date1904: true } };
    const bytes = write(book, { type: 'buffer', bookType: 'biff8' });
    expect(readWorkbook(bytes, defaultReadLimits).sheets[0]?.cells[0]).toMatchObject({ value: '2024-03-01' });
  });
});

/** `npm run torture fuzz` has 100 000. */
const FUZZED_FILES = Number(process.env['FUZZED_FILES'] ?? 500);

describe('damage at random', () => {
  const sound = [workbookBytes(), xlsBytes()];
  test('a file with changed bytes is read or refused, and nothing else happens', {
    timeout: 30_000 + FUZZED_FILES * 60,
  }, () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.nat(1), fc.array(change, { minLength: 1, maxLength: 8 }), (which, changes) => {
        const bytes = Uint8Array.from(sound[which]!);
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        try {
          readWorkbook(bytes, { ...defaultReadLimits, expandedBytes: 1_000_000 });
        } catch (error) {
          expect(error).toBeInstanceOf(WorkbookError);
        }
      }),
      { numRuns: FUZZED_FILES },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    note('workbooks with changed bytes, read or refused', String(FUZZED_FILES));
  });
});
