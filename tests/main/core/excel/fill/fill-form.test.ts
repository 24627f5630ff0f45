import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FillValue } from '#main/core/excel/fill/cell-content.ts';
import type { FilledSheet } from '#main/core/excel/fill/filled-sheet.ts';
import { fillForm } from '#main/core/excel/fill/fill-form.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import {
  declaration,
  relationships,
  sheetXml,
  workbookSources,
  workbookXml,
} from '#tests/support/hostile-workbooks/workbook-parts.ts';
import { writeZip, type ZipSource } from '#tests/support/hostile-workbooks/zip-writer.ts';
import { changedParts, partsOf, partText } from '#tests/support/package-texts.ts';

const forms = join(import.meta.dirname, '../../../../fixtures/forms');
const quarterly = readFileSync(join(forms, 'quarterly.xlsx'));
const monthly = readFileSync(join(forms, 'monthly.xlsx'));

const number = (value: number): FillValue => ({ kind: 'number', number: value });
const text = (value: string): FillValue => ({ kind: 'text', text: value });
const fill = (bytes: Uint8Array, ...sheets: FilledSheet[]) =>
  fillForm(bytes, sheets, { limits: defaultReadLimits, check: () => {} });
const counties = ['甲县', '乙县', '丙县', '丁区', '戊区'];

/** The quarter's form with a row for each county. */
function filledQuarter(records = counties): Uint8Array {
  return fill(quarterly, {
    sheet: '考核汇总',
    cells: [
      { row: 2, column: 2, value: text('临川市<消安办> & "办公室"') },
      { row: 2, column: 8, value: { kind: 'day', day: '2026-09-30', text: '2026-09-30' } },
    ],
    blocks: [
      {
        top: 6,
        bottom: 8,
        columns: [2, 3],
        records: records.map((name, index) => [text(name), number(90 - index)]),
      },
    ],
  });
}

const sheetOne = 'xl/worksheets/sheet1.xml';
const smallForm = (sheet: string, more: ZipSource[] = []) =>
  writeZip([...workbookSources({ sheet }), ...more]);

describe('a form of which only cells are filled', () => {
  test('keeps every part but the sheet and the request to calculate', () => {
    const filled = fill(quarterly, {
      sheet: '填表说明',
      cells: [{ row: 5, column: 3, value: text('无') }],
      blocks: [],
    });
    expect(changedParts(quarterly, filled)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet3.xml']);
  });

  test('keeps even the workbook where nothing is to be calculated', () => {
    const form = smallForm(sheetXml('<row r="1"><c r="A1"/></row>'));
    const filled = fill(form, {
      sheet: '名单',
      cells: [{ row: 1, column: 1, value: number(4.5) }],
      blocks: [],
    });
    expect(changedParts(form, filled)).toEqual([sheetOne]);
  });

  test('keeps the compressed bytes of what is not changed', () => {
    const macro = Buffer.from('CPAGE'.repeat(200));
    const form = smallForm(sheetXml('<row r="1"/>'), [{ name: 'xl/vbaProject.bin', content: macro }]);
    const filled = fill(form, {
      sheet: '名单',
      cells: [{ row: 1, column: 1, value: text('填') }],
      blocks: [],
    });
    expect(Buffer.from(partsOf(filled).get('xl/vbaProject.bin') ?? [])).toEqual(macro);
    expect(readWorkbook(filled, defaultReadLimits).contains.macros).toBe(true);
  });

  test('shows texts as texts, days as the cell shows days, and nothing as nothing', () => {
    const sheet = sheetXml(
      '<row r="2"><c r="A2" s="1"/><c r="B2" t="s"><v>1</v></c></row>',
      '',
      '<cols><col min="4" max="5" style="5"/></cols>',
    );
    const day: FillValue = { kind: 'day', day: '2026-09-30', text: '2026.09.30' };
    const filled = fill(smallForm(sheet), {
      sheet: '名单',
      cells: [
        { row: 2, column: 1, value: day },
        { row: 2, column: 2, value: null },
        { row: 2, column: 3, value: day },
        { row: 2, column: 4, value: number(0.935) },
        { row: 4, column: 1, value: text('=1+1\n_x000D_') },
      ],
      blocks: [],
    });
    const cells = readWorkbook(filled, defaultReadLimits).sheets[0]?.cells ?? [];
    expect(cells.map(({ row, column, type, value }) => [row, column, type, value])).toEqual([
      [2, 1, 'date', '2026-09-30'],
      [2, 3, 'text', '2026.09.30'],
      [2, 4, 'number', 0.935],
      [4, 1, 'text', '=1+1\n_x000D_'],
    ]);
    expect(partText(filled, sheetOne)).toContain('<c r="D2" s="5"><v>0.935</v></c>');
  });

  test('reads the same whatever prefix its names bear', () => {
    const sheet = sheetXml('<row r="1"><c r="A1"/></row>')
      .replaceAll(/<(\/?)(worksheet|sheetData|row|c)(?=[\s>/])/gu, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=');
    const filled = fill(smallForm(sheet), {
      sheet: '名单',
      cells: [{ row: 1, column: 2, value: text('甲') }],
      blocks: [],
    });
    expect(readWorkbook(filled, defaultReadLimits).sheets[0]?.cells[0]?.value).toBe('甲');
  });
});

describe('rows that repeat', () => {
  test('everything that names rows goes with them', () => {
    const filled = filledQuarter();
    const sheet = partText(filled, sheetOne);
    expect(sheet).toContain('<f>SUM(C6:C10)</f>');
    expect(sheet).toContain('<f>C9-AVERAGE($C$6:$C$10)</f>');
    expect(sheet).toContain('<mergeCell ref="A11:B11"/>');
    expect(sheet).toContain('sqref="C6:C10"');
    expect(sheet).toContain('<formula>$C$11/ROWS($C$6:$C$10)</formula>');
    expect(sheet).toContain('sqref="H6:H10"');
    expect(sheet).toContain('<xm:sqref>E6:E10</xm:sqref>');
    expect(partText(filled, 'xl/workbook.xml')).toMatch(/\$A\$1:\$I\$12<.*\$C\$6:\$C\$10</su);
    expect(partText(filled, 'xl/charts/chart1.xml')).toMatch(/\$C\$6:\$C\$10<.*/su);
    expect(partText(filled, 'xl/comments1.xml')).toContain('ref="C11"');
    expect(partText(filled, 'xl/worksheets/sheet2.xml')).toContain('考核汇总!C6:C10');
    const anchors = [
      ...partText(filled, 'xl/drawings/drawing1.xml').matchAll(/<xdr:from>.*?<xdr:row>(\d+)/gsu),
    ];
    expect(anchors.map(([, row]) => row)).toEqual(['13', '13']);
  });

  test('what has nothing to do with them keeps its bytes', () => {
    expect(changedParts(quarterly, filledQuarter())).toEqual([
      'xl/charts/chart1.xml',
      'xl/comments1.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  test('where there are fewer records than rows the rest is left empty and nothing moves', () => {
    const filled = filledQuarter(['甲县']);
    const sheet = readWorkbook(filled, defaultReadLimits).sheets[0];
    expect(
      sheet?.cells.filter(({ column, row }) => column === 2 && row >= 6).map(({ text: shown }) => shown),
    ).toEqual(['甲县']);
    expect(partText(filled, sheetOne)).toContain('<f>SUM(C6:C8)</f>');
  });

  test('a chart of a block with one row shows all its rows', () => {
    const filled = fill(monthly, {
      sheet: '隐患月报',
      cells: [],
      blocks: [{ top: 6, bottom: 6, columns: [1], records: counties.map((name) => [text(name)]) }],
    });
    expect(partText(filled, 'xl/charts/chart2.xml')).toMatch(/\$B\$6:\$B\$10/u);
    expect(partText(filled, sheetOne)).toContain('<f>IF(D9=0,&quot;—&quot;,E9/D9)</f>');
  });

  test('joined cells of the row are joined in each of its copies, and rows that the form leaves out are made', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>',
    );
    const filled = fill(smallForm(sheet), {
      sheet: '名单',
      cells: [],
      blocks: [
        {
          top: 3,
          bottom: 3,
          columns: [1, 2],
          records: [1, 2, 3].map((value) => [number(value), text('甲')]),
        },
      ],
    });
    const read = readWorkbook(filled, defaultReadLimits).sheets[0];
    expect(read?.merges.map(({ top }) => top).toSorted()).toEqual([3, 4, 5]);
    expect(read?.rows).toBe(5);
  });

  test('formulas that cells share are spelled where rows move', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A$2</f><v>7</v></c><c r="C1"><f t="shared" si="0"/><v>7</v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>7</v></c></row><row r="3"><c r="A3"><f>SUM(B1:B2)</f><v>9</v></c></row>',
    );
    const filled = fill(smallForm(sheet), {
      sheet: '名单',
      cells: [],
      blocks: [{ top: 1, bottom: 2, columns: [1], records: [1, 2, 3].map((value) => [number(value)]) }],
    });
    expect(
      [...partText(filled, sheetOne).matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)<\/f><\/c>/gu)].map(
        ([, cell, formula]) => `${cell} ${formula}`,
      ),
    ).toEqual(['B1 A1*$A$3', 'C1 B1*$A$3', 'B2 A2*$A$3', 'C2 B2*$A$3', 'B3 A3*$A$3', 'A4 SUM(B1:B3)']);
  });

  test('the order of calculation goes where cells with formulas move, and with it all that names it', () => {
    const sources = workbookSources({
      contentTypes: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/calcChain.xml" ContentType="x"></Override></Types>`,
      relationships: relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId4', 'calcChain', 'calcChain.xml'],
      ),
      workbook: workbookXml('<sheet name="名单" sheetId="1" r:id="rId1"/>'),
      sheet: sheetXml('<row r="1"><c r="A1"/></row><row r="2"><c r="A2"><f>SUM(A1)</f><v>0</v></c></row>'),
    });
    const form = writeZip([...sources, { name: 'xl/calcChain.xml', content: '<calcChain/>' }]);
    const still = fill(form, { sheet: '名单', cells: [{ row: 1, column: 1, value: number(1) }], blocks: [] });
    expect(partsOf(still).has('xl/calcChain.xml')).toBe(true);
    expect(partText(still, 'xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
    const moved = fill(form, {
      sheet: '名单',
      cells: [],
      blocks: [{ top: 1, bottom: 1, columns: [1], records: [[number(1)], [number(2)]] }],
    });
    expect(partsOf(moved).has('xl/calcChain.xml')).toBe(false);
    expect(partText(moved, '[Content_Types].xml')).not.toContain('calcChain');
    expect(partText(moved, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(partText(moved, sheetOne)).toContain('<c r="A3"><f>SUM(A1:A2)</f></c>');
  });
});

describe('a sheet that is there once for each of something', () => {
  const repeat = (form: Uint8Array, names: string[]) =>
    fillForm(form, [], {
      limits: defaultReadLimits,
      check: () => {},
      repeated: [{ sheet: '名单', names }],
    });
  const types = (...parts: string[]) =>
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${parts.map((part) => `<Override PartName="/${part}" ContentType="sheet"/>`).join('')}</Types>`;
  const twoSheets = workbookSources({
    contentTypes: types('xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'),
    workbook: workbookXml(
      '<sheet name="名单" sheetId="1" r:id="rId1"/><sheet name="后面" sheetId="7" r:id="rId2"/>',
    ).replace(
      '</workbook>',
      '<definedNames><definedName name="区" localSheetId="0">名单!$A$1</definedName><definedName name="区" localSheetId="1">后面!$A$1+名单!$A$1</definedName></definedNames></workbook>',
    ),
    relationships: relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
    ),
    sheet: sheetXml(
      '<row r="1"><c r="A1"><f>名单!B1</f><v>1</v></c></row>',
      '',
      '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>',
    ),
  });
  const form = writeZip([
    ...twoSheets,
    {
      name: 'xl/worksheets/sheet2.xml',
      content: sheetXml('<row r="1"><c r="A1"><f>SUM(名单!A1)</f><v>1</v></c></row>'),
    },
  ]);

  test('stands before the sheets that were behind it, and names that hold for a sheet stay with theirs', () => {
    const filled = repeat(form, ['东城', '西 城']);
    expect(readWorkbook(filled, defaultReadLimits).sheets.map(({ name }) => name)).toEqual([
      '东城',
      '西 城',
      '后面',
    ]);
    const workbook = partText(filled, 'xl/workbook.xml');
    expect(
      [...workbook.matchAll(/localSheetId="(\d)">([^<]*)</gu)].map(([, place, words]) => `${place} ${words}`),
    ).toEqual(["0 '东城'!$A$1", "1 '西 城'!$A$1", "2 后面!$A$1+'东城'!$A$1"]);
    expect([...workbook.matchAll(/sheetId="(\d+)"/gu)].map(([, id]) => id)).toEqual(['1', '8', '7']);
  });

  test('names itself in its formulas, is the only one shown, and has its type among the parts', () => {
    const filled = repeat(form, ['东城', '西城']);
    const copy = partText(filled, 'xl/worksheets/sheet3.xml');
    expect(copy).toContain("<f>'西城'!B1</f>");
    expect(copy).not.toContain('tabSelected');
    expect(partText(filled, 'xl/worksheets/sheet1.xml')).toContain("<f>'东城'!B1</f>");
    expect(partText(filled, 'xl/worksheets/sheet2.xml')).toContain("SUM('东城'!A1)");
    expect(partText(filled, '[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet3.xml"');
  });

  test('is refused where something on it cannot be there twice', () => {
    const withTable = writeZip([
      ...twoSheets,
      { name: 'xl/worksheets/sheet2.xml', content: sheetXml('') },
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        content: relationships(['rId1', 'table', '../tables/table1.xml']),
      },
    ]);
    expect(() => repeat(withTable, ['东城', '西城'])).toThrow(/不能按单位重复/u);
  });
});
