import { describe, expect, test } from 'vitest';
import type {
  CollectedColumn,
  CollectionDefinition,
  GivenRow,
} from '#shared/rules/collections/definition.ts';
import { collectedMarkText } from '#shared/rules/collections/marks.ts';
import { findTables } from '#shared/rules/collections/returns/find-tables.ts';
import { mustCorrect } from '#shared/rules/collections/returns/model.ts';
import { type AskedCollection, receiveTable } from '#shared/rules/collections/returns/recognize.ts';
import { composedWorkbook } from '#tests/support/builders/sheet.ts';

const uid = (last: number): string => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const column = (key: string, more: Partial<CollectedColumn>): CollectedColumn => ({
  key,
  heading: key,
  kind: 'text',
  required: false,
  locked: false,
  choices: [],
  min: null,
  max: null,
  decimals: 0,
  hint: '',
  whenYes: null,
  ...more,
});
const definition: CollectionDefinition = {
  columns: [
    column('name', { heading: '重点单位', locked: true }),
    column('count', { heading: '检查次数', kind: 'whole', required: true, min: '0', max: '99' }),
    column('note', { heading: '备注' }),
  ],
  rows: 'given',
  blankRows: 0,
};
const given: GivenRow[] = [
  { key: 'a', values: { name: '一中' }, ranges: {} },
  { key: 'b', values: { name: '二中' }, ranges: { count: { min: '0', max: '5' } } },
];
const asked: AskedCollection = {
  uid: uid(1),
  definition,
  digest: '0123456789abcdef',
  units: [
    { uid: uid(2), organizationUid: uid(4), name: '云栖县', version: 2, given },
    { uid: uid(3), organizationUid: uid(5), name: '云栖县教育局', version: 1, given },
  ],
  others: new Map([[uid(9), '安全出口排查']]),
  today: '2026-09-30',
};
const identity = { collectionUid: uid(1), unitUid: uid(2), version: 2, digest: asked.digest };

type Line = readonly (string | number | null)[];
const mark = (key: string): string => collectedMarkText({ kind: 'row', key });
const head: Line = ['重点单位', '检查次数', '备注', collectedMarkText({ kind: 'heads' })];
const rowA: Line = ['一中', 3, null, mark('a')];
const rowB: Line = ['二中', 4, '无', mark('b')];

function above(more: Partial<typeof identity> = {}, name = '云栖县'): Line[] {
  const sheet = collectedMarkText({ kind: 'sheet', ...identity, ...more });
  return [['重点单位检查次数'], [`填报单位：${name}`, null, null, sheet]];
}

async function received(
  rows: readonly Line[],
  { fileName = '表.xlsx', merges = [] as string[], of = asked } = {},
) {
  const workbook = await composedWorkbook({ name: '填报', rows, merges });
  const [table] = findTables(
    workbook,
    of.definition.columns.map(({ heading }) => heading),
  );
  if (table === undefined) throw new Error('no table was found');
  return receiveTable(table, fileName, of);
}

async function read(...input: Parameters<typeof received>) {
  const result = await received(...input);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const told = ({ problems }: Awaited<ReturnType<typeof read>>): string[] =>
  problems.map(({ kind, row, column: letter, text }) => `${kind} ${letter}${row}: ${text}`);

describe('A returned table', () => {
  test('is read by its marks, with what was given as we gave it', async () => {
    const result = await read([...above(), head, rowA, rowB]);
    expect(result).toMatchObject({ unitUid: uid(2), source: 'identity', problems: [] });
    expect(result.rows).toEqual([
      { row: 4, key: 'a', values: { name: '一中', count: '3' }, unread: {} },
      { row: 5, key: 'b', values: { name: '二中', count: '4', note: '无' }, unread: {} },
    ]);
  });

  test('may have its rows and columns in another order', async () => {
    const moved: Line[] = [
      ['备注', '重点单位', '检查次数', collectedMarkText({ kind: 'heads' })],
      [null, '二中', 4, mark('b')],
      [null, '一中', 3, mark('a')],
    ];
    const result = await read([...above(), ...moved]);
    expect(result.problems).toEqual([]);
    expect(result.rows.map(({ key, values }) => [key, values['count']])).toEqual([
      ['b', '4'],
      ['a', '3'],
    ]);
  });

  test('tells of each cell that is missing, wrong, out of range or not certain', async () => {
    const result = await read([
      ...above(),
      head,
      ['一中', '约30', null, mark('a')],
      ['二中', 7, null, mark('b')],
    ]);
    expect(told(result)).toEqual(['question B4: “约30”不是准数，是几?', 'wrong B5: 填的是 7，不能大于 5']);
    expect(result.problems[0]).toMatchObject({ cell: { place: 0, column: 'count' }, guess: '30' });
    expect(result.rows[0]).toMatchObject({ values: { name: '一中' }, unread: { count: '约30' } });
    expect(told(await read([...above(), head, ['一中', null, null, mark('a')], rowB]))).toEqual([
      'missing B4: “检查次数”没有填',
    ]);
  });

  test('that was not touched says so once', async () => {
    const empty = await read([
      ...above(),
      head,
      ['一中', null, null, mark('a')],
      ['二中', null, null, mark('b')],
    ]);
    expect(told(empty)).toEqual(['missing 0: 一格也没有填，请填好再交']);
  });

  test('that was not touched may be a report of nothing where only the unit knows the rows', async () => {
    const free = { ...definition, rows: 'free' as const };
    const units = asked.units.map((unit) => ({ ...unit, given: [] }));
    const result = await read([...above(), head], { of: { ...asked, definition: free, units } });
    expect(result.problems).toMatchObject([{ kind: 'empty', row: 0 }]);
  });

  test('whose names were sorted without their rows gives none of their values away', async () => {
    const result = await read([...above(), head, ['二中', 3, null, mark('a')], ['一中', 4, null, mark('b')]]);
    expect(told(result)).toEqual([
      'locked A4: “重点单位”不能改：原来是“一中”，现在是“二中”，请改回',
      'locked A5: “重点单位”不能改：原来是“二中”，现在是“一中”，请改回',
    ]);
    expect(result.rows.map(({ values, unread }) => [values, unread])).toEqual([
      [{ name: '一中' }, { count: '3' }],
      [{ name: '二中' }, { count: '4' }],
    ]);
  });

  test('tells of changed, removed and added columns', async () => {
    const renamed: Line = ['重点单位', '次数', '备注', collectedMarkText({ kind: 'heads' })];
    expect(told(await read([...above(), renamed, rowA, rowB]))).toEqual([
      'heading B3: 标题“检查次数”被改成了“次数”，请改回“检查次数”',
    ]);
    const removed: Line[] = [
      ['重点单位', '备注', collectedMarkText({ kind: 'heads' })],
      ['一中', '无', mark('a')],
      ['二中', '无', mark('b')],
    ];
    expect(told(await read([...above(), ...removed]))).toEqual([
      'heading 3: 找不到“检查次数”一栏，请用下发的表重新填，不要删改栏目',
    ]);
    const added: Line = ['重点单位', '检查次数', '备注', collectedMarkText({ kind: 'heads' }), '电话'];
    const result = await read([...above(), added, rowA, rowB]);
    expect(told(result)).toEqual(['note E3: 多出一栏“电话”，没有读']);
    expect(mustCorrect(result.problems)).toBe(false);
  });

  test('tells of rows that were removed, doubled or added', async () => {
    const rows: Line[] = [...above(), head, rowA, ['一中', 8, null, mark('a')], ['三中', 1, null, null]];
    expect(told(await read(rows))).toEqual([
      'twice 5: 与第 4 行是同一行，请只留一行',
      'added 6: 这一行不是下发的，请删去；要补充的请另外说明',
      'removed 0: 缺“二中”一行，请补上，不要删行',
    ]);
  });

  test('leaves sums, notes and signatures below it alone', async () => {
    const rows: Line[] = [
      ...above(),
      head,
      rowA,
      rowB,
      ['合计', 7, null, null],
      ['填表人签名：'],
      ['说明：按实填写'],
    ];
    expect(told(await read(rows, { merges: ['A7:C7', 'A8:C8'] }))).toEqual(['note 6: 合计一行没有读']);
  });

  test('may have rows of the unit where it may write its own, each of them whole', async () => {
    const free: AskedCollection = {
      ...asked,
      definition: { ...definition, rows: 'givenAndFree', blankRows: 5 },
    };
    const blank = collectedMarkText({ kind: 'blank' });
    const rows: Line[] = [
      ...above(),
      head,
      rowA,
      rowB,
      ['三中', 1, null, blank],
      ['四中', null, null, blank],
      [null, null, null, blank],
    ];
    const result = await read(rows, { of: free });
    expect(result.rows.slice(2)).toEqual([
      { row: 6, key: null, values: { name: '三中', count: '1' }, unread: {} },
      { row: 7, key: null, values: { name: '四中' }, unread: {} },
    ]);
    expect(told(result)).toEqual(['missing B7: “检查次数”没有填']);
  });
});

describe('A day on which something came true', () => {
  const tasks: AskedCollection = {
    ...asked,
    definition: {
      ...definition,
      columns: [
        column('name', { heading: '重点单位', locked: true }),
        column('done', { heading: '是否办结', kind: 'yesNo' }),
        column('doneOn', { heading: '办结日期', kind: 'day', whenYes: 'done' }),
      ],
    },
  };
  const readDays = (first: Line, second: Line) =>
    read(
      [
        ...above(),
        ['重点单位', '是否办结', '办结日期', collectedMarkText({ kind: 'heads' })],
        ['一中', ...first, mark('a')],
        ['二中', ...second, mark('b')],
      ],
      { of: tasks },
    );

  test('is asked at its cell where it was left empty or lies ahead', async () => {
    const result = await readDays(['是', null], ['是', '2026-10-01']);
    expect(told(result)).toEqual([
      'missing C4: “是否办结”填了“是”，“办结日期”没有填，是哪一天?还没有的，请把“是否办结”改成“否”',
      'question C5: “是否办结”填了“是”，2026-10-01 却还没有到，“办结日期”应是哪一天?还没有的，请把“是否办结”改成“否”',
    ]);
    expect(result.problems.map(({ cell }) => cell)).toEqual([
      { place: 0, column: 'doneOn' },
      { place: 1, column: 'doneOn' },
    ]);
  });

  test('is not asked where it is there, or where nothing came true', async () => {
    expect(told(await readDays(['是', '2026-09-30'], ['否', null]))).toEqual([]);
    expect(told(await readDays(['否', '2026-12-31'], [null, null]))).toEqual([]);
  });

  test('is asked once only where it could not be read', async () => {
    expect(told(await readDays(['是', '月底'], ['否', null]))).toEqual([
      'wrong C4: “月底”不是日期，请写成 2026-09-30 这样',
    ]);
  });
});

describe('Whose a table is', () => {
  test('An earlier version of the workbook is told', async () => {
    expect(told(await read([...above({ version: 1 }), head, rowA, rowB]))).toEqual([
      'version 0: 这是第 1 次下发的表，现在用第 2 次的，请抄到新表上再交',
    ]);
  });

  test("A unit that filled in another's workbook is told", async () => {
    expect(told(await read([...above({}, '云栖县教育局'), head, rowA, rowB]))).toEqual([
      'unit 0: 这张表是“云栖县”的，上面写着“云栖县教育局”，请各单位用自己的表填写',
    ]);
  });

  test('A table of another collection says where it belongs', async () => {
    expect(await received([...above({ collectionUid: uid(9) }), head, rowA, rowB])).toEqual({
      refused: '这张表是“安全出口排查”的，请到那里收',
    });
  });

  const plain: Line[] = [head.slice(0, 3), ['一中', 3, null], ['二中', 4, null]];

  test('Without marks it is known by its headings and the name on it', async () => {
    const result = await read([['填报单位：云栖县教育局'], ...plain]);
    expect(result).toMatchObject({ unitUid: uid(3), source: 'form' });
    expect(result.rows.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(mustCorrect(result.problems)).toBe(false);
  });

  test('Without marks it is found also beside one that has its marks', async () => {
    const workbook = await composedWorkbook(
      { name: '填报', rows: [...above(), head, rowA, rowB] },
      { name: '教育局', rows: [['填报单位：云栖县教育局'], ...plain] },
    );
    const tables = findTables(
      workbook,
      definition.columns.map(({ heading }) => heading),
    );
    expect(tables.map(({ sheet, identity: marks }) => [sheet, marks === null])).toEqual([
      ['填报', false],
      ['教育局', true],
    ]);
  });

  test('Without marks and name on it the name of the file counts', async () => {
    expect(await read([['汇总表'], ...plain], { fileName: '云栖县 报送.xlsx' })).toMatchObject({
      unitUid: uid(2),
    });
  });

  test('Without any name it is refused with what to do', async () => {
    expect(await received([['汇总表'], ...plain])).toEqual({
      refused: expect.stringContaining('把文件名改成单位名称再收'),
    });
  });
});
