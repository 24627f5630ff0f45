import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHtmlTable } from '#renderer/ui/sheet-grid/model/html-table.ts';
import { formatTsv, parseTsv } from '#renderer/ui/sheet-grid/model/tsv.ts';

test('a block copied from Excel is read row by row without its last line end', () => {
  expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('a quoted cell keeps its tabs, line breaks and doubled quotes', () => {
  expect(parseTsv('"一\r\n二"\t"a\tb"\t"说""好"""\r\n')).toEqual([['一\n二', 'a\tb', '说"好"']]);
});

test('quotes that do not enclose the whole cell are part of its text', () => {
  expect(parseTsv('"甲"乙\t5"\t"丙')).toEqual([['"甲"乙', '5"', '"丙']]);
});

test('empty cells and empty rows keep their places', () => {
  expect(parseTsv('\t\n\n1')).toEqual([['', ''], [''], ['1']]);
  expect(parseTsv('')).toEqual([['']]);
});

test('whatever is copied is pasted as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '\t', '\n', '1', '消', ' ') });
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(block, (texts) => {
      expect(parseTsv(formatTsv(texts))).toEqual(texts);
    }),
  );
});

test('the table for Office escapes markup and keeps line breaks inside the cell', () => {
  expect(formatHtmlTable([['<b>&', '一\n二']])).toBe(
    '<meta charset="utf-8"><table data-own-sheet=""><tr><td>&lt;b&gt;&amp;</td>' +
      '<td>一<br style="mso-data-placement:same-cell">二</td></tr></table>',
  );
});

const isText = (text: string): boolean =>
  formatHtmlTable([[text]]).includes(`<td style="mso-number-format:'\\@'">`);

test.each([
  '=1+1',
  '=cmd|" /C calc"!A0',
  '+SUM(A1)',
  '-1+1',
  '@SUM(1)',
  ' =1',
  '＝1+1',
  '－甲',
  '1-2',
  '007',
  '123456789012345678',
  '3次',
])('a cell with %s is pasted into Excel as a text', (text) => {
  expect(isText(text)).toBe(true);
});

test.each(['', '4.5', '-2', '+3', '0', '95.25%', '2026-11-30', '李明', '<b>'])(
  'a cell with %s is read by Excel as usual, so that one can go on calculating with it',
  (text) => {
    expect(isText(text)).toBe(false);
  },
);
