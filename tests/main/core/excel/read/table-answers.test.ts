import { expect, test } from 'vitest';
import { type CellData, UNREADABLE_VALUE, type WorkbookData } from '#shared/workbook.ts';
import { readTableOfWorkbook } from '#main/core/excel/read/source-table.ts';
import { tableAnswersFor } from '#main/core/excel/read/reader-protocol.ts';
import { createTableGatherer } from '#main/core/excel/read/table-answers.ts';

const text = (row: number, column: number, value: string): CellData => ({
  row,
  column,
  type: 'text',
  value,
  text: value,
});
const book: WorkbookData = {
  sheets: [
    {
      name: '说明',
      state: 'visible',
      rows: 0,
      columns: 0,
      cells: [],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    },
    {
      name: '名单',
      state: 'visible',
      rows: 1_203,
      columns: 2,
      cells: [
        text(1, 1, '单位'),
        { row: 1, column: 2, type: 'date', value: '2026-09-30', text: '9月30日' },
        ...Array.from({ length: 1_201 }, (_unused, place) => text(place + 3, 1, ` 第${place}家\n二楼 `)),
      ],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    },
  ],
  warnings: [],
  contains: { macros: false, externalLinks: false, embeddedObjects: false },
};

function gathered(answers: Iterable<unknown>) {
  const gatherer = createTableGatherer();
  for (const answer of answers) {
    const read = gatherer.take(answer);
    if (read !== undefined) return read;
  }
  return undefined;
}

test('the first sheet with anything on it comes over row by row: empty rows left out, days as days, lines kept', () => {
  const read = gathered(tableAnswersFor(readTableOfWorkbook(book, null)));
  expect(read?.sheets).toEqual(['说明', '名单']);
  expect(read?.table?.sheet).toBe('名单');
  expect(read?.table?.rows).toHaveLength(1_202);
  expect(read?.table?.rows.slice(0, 2)).toEqual([
    { row: 1, cells: ['单位', '2026-09-30'] },
    { row: 3, cells: ['第0家\n二楼', ''] },
  ]);
});

test('the places of what could not be read come over with their row, merged ones on every place', () => {
  const [, sheet] = book.sheets;
  const unread = { type: 'error', value: UNREADABLE_VALUE, text: '=B2' } as const;
  const cells = [text(1, 1, '单位'), text(2, 1, '甲'), { row: 2, column: 3, ...unread }];
  const merges = [{ top: 2, left: 3, bottom: 3, right: 3 }];
  const some = { ...book, sheets: [{ ...sheet!, rows: 3, columns: 3, cells, merges }] };
  expect(gathered(tableAnswersFor(readTableOfWorkbook(some, null)))?.table?.rows).toEqual([
    { row: 1, cells: ['单位', '', ''] },
    { row: 2, cells: ['甲', '', '=B2'], unread: [2] },
    { row: 3, cells: ['', '', '=B2'], unread: [2] },
  ]);
});

test('a sheet that is not there is told as such', () => {
  expect(gathered(tableAnswersFor(readTableOfWorkbook(book, '附件')))).toEqual({
    table: null,
    sheets: ['说明', '名单'],
  });
});

test('an answer that is none is not believed', () => {
  const head = { kind: 'table', sheet: '名单', sheets: ['名单'] };
  for (const rows of ['{}', '[1]', '[["1",["甲"]]]', '[[1,[2]]]', '[[1,null]]', '[[1,["甲"],["0"]]]'])
    expect(() => gathered([head, { kind: 'rows', rows }])).toThrow();
  expect(() => gathered([{ kind: 'rows', rows: '[]' }])).toThrow();
  expect(() => gathered([{ kind: 'cells', cells: '[]' }])).toThrow();
});
