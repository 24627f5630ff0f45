import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapReferences, namedSheets } from '#main/core/excel/fill/formula-references.ts';
import { moveFormula, type RowPlans } from '#main/core/excel/fill/move-references.ts';
import { type BlockRows, planRows } from '#main/core/excel/fill/row-plan.ts';
import { columnName } from '#shared/workbook.ts';

const plansFor = (...blocks: BlockRows[]): RowPlans => new Map([['表', planRows(blocks)]]);
const threeRows = plansFor({ top: 6, bottom: 8, records: 5 });
const oneRow = plansFor({ top: 6, bottom: 6, records: 4 });
const outside = (formula: string, plans: RowPlans) => moveFormula(formula, { sheet: '表' }, plans);
const inRow = (formula: string, from: number, to: number, plans: RowPlans, isCopy = false) =>
  moveFormula(formula, { sheet: '表', rows: { from, to, isCopy } }, plans);

describe('references in a formula', () => {
  test.each([
    ['"A9 和 $A$9"&A9', '"A9 和 $A$9"&A11'],
    ['LOG10(A9)+A10A+名称A9', 'LOG10(A11)+A10A+名称A9'],
    ["'表'!A9+其他!A9+'[1]表'!A9+[1]表!A9", "'表'!A11+其他!A9+'[1]表'!A9+[1]表!A9"],
    ['表1[[#This Row],[A9]]*A9', '表1[[#This Row],[A9]]*A11'],
    ['SUM(9:12)+SUM($9:$12)+SUM(A:A)', 'SUM(11:14)+SUM($11:$14)+SUM(A:A)'],
    ['1E9+A9*10%', '1E9+A11*10%'],
    ['IF(A9=#REF!,ZZZ9,XFD9)', 'IF(A11=#REF!,ZZZ9,XFD11)'],
    ['甲:丙!A9', '甲:丙!A9'],
  ])('what is no reference of the sheet stays: %s', (before, after) => {
    expect(outside(before, threeRows)).toBe(after);
  });

  test('the sheets that a formula names are found with their own names', () => {
    expect(namedSheets("SUM('甲 表'!A1:B2)+乙!C3+'它''s'!A1")).toEqual(['甲 表', '乙', "它's"]);
  });

  test('a formula whose references stay reads as it did, whatever else it holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'SUM(',
        ')',
        '+',
        ',',
        '"a""A1"',
        "'x y'!",
        '表!',
        '$A$1:B2',
        'A1',
        '#N/A',
        '{1,2}',
        '1.5E3',
        '[a]',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const formula = pieces.join('');
        expect(mapReferences(formula, ({ first, last }) => ({ first, last }))).toBe(formula);
      }),
    );
  });
});

describe('formulas of a sheet whose rows move', () => {
  test.each([
    ['a total over the block grows with it', 'SUM(C6:C8)', 'SUM(C6:C10)'],
    ['what stands below moves down', 'C9/C$12', 'C11/C$14'],
    ['what stands above stays', 'A$1+B5', 'A$1+B5'],
    ['a part of the block that ends before its last row stays', 'SUM(C6:C7)', 'SUM(C6:C7)'],
  ])('%s', (_, before, after) => expect(outside(before, threeRows)).toBe(after));

  test.each([
    ['SUM(C6)', 'SUM(C6:C9)'],
    ['SUM(C6:C6)', 'SUM(C6:C9)'],
    ['SUBTOTAL(9,C6)', 'SUBTOTAL(9,C6:C9)'],
    ["SUM('表'!$C$6)", "SUM('表'!$C$6:$C$9)"],
    ['C6*2', 'C6*2'],
  ])('a total over the only row of a block becomes one over all: %s', (before, after) => {
    expect(outside(before, oneRow)).toBe(after);
  });

  test.each([
    ['B6*C6', 'B8*C8'],
    ['SUM(B6:C6)', 'SUM(B8:C8)'],
    ['C6/C$7', 'C8/C$10'],
    ['C6/C7', 'C8/C10'],
    ['RANK(C6,C$6:C$6)', 'RANK(C8,C$6:C$9)'],
    ['SUM(C$6:C6)', 'SUM(C$6:C8)'],
    ['C6+D5', 'C8+D7'],
    ['其他!B6*其他!$A$1', '其他!B8*其他!$A$1'],
  ])('a formula of a repeated row goes with its row: %s', (before, after) => {
    expect(inRow(before, 6, 8, oneRow, true)).toBe(after);
  });

  test('the last row of a block still names the row before it', () => {
    expect(inRow('D7+C8', 8, 10, threeRows)).toBe('D9+C10');
  });

  test('what leaves the sheet is said to be no reference', () => {
    const all = plansFor({ top: 6, bottom: 6, records: 1_048_000 });
    expect(outside('A1000000', all)).toBe('#REF!');
  });
});

/** A sheet of numbers with one formula kind: the sum of ranges. */
function sumOf(formula: string, cells: ReadonlyMap<string, number>): number {
  let sum = 0;
  mapReferences(formula, ({ first, last = first }) => {
    for (let row = first.row; row <= last.row; row += 1)
      sum += cells.get(`${first.column.replace('$', '')}${row}`) ?? 0;
    return { first, last };
  });
  return sum;
}

test('however rows are put in, every sum over the sheet is what it was, as long as the new rows are empty', () => {
  const end = fc.record({ row: fc.integer({ min: 1, max: 30 }), isFixed: fc.boolean() });
  const range = fc.tuple(fc.integer({ min: 1, max: 3 }), end, end).map(([column, one, other]) => {
    const [first, last] = one.row <= other.row ? [one, other] : [other, one];
    const write = ({ row, isFixed }: typeof one) => `${columnName(column)}${isFixed ? '$' : ''}${row}`;
    return first.row === last.row ? write(first) : `${write(first)}:${write(last)}`;
  });
  const block = fc
    .tuple(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 12 }))
    .map(([top, height, records]) => ({ top, bottom: top + height - 1, records }));
  const cells = new Map<string, number>();
  for (let row = 1; row <= 30; row += 1)
    for (const column of ['A', 'B', 'C']) cells.set(`${column}${row}`, row * 7 + column.charCodeAt(0));
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 5 }), block, block, (ranges, one, other) => {
      const blocks = [one, { ...other, top: other.top + 16, bottom: other.bottom + 16 }];
      const plans = plansFor(...blocks);
      const moved = new Map(
        [...cells].map(([name, value]) => [
          `${name[0]}${plans.get('表')?.row(Number(name.slice(1))) ?? name.slice(1)}`,
          value,
        ]),
      );
      const formula = `SUM(${ranges.join(',')})`;
      expect(sumOf(outside(formula, plans), moved)).toBe(sumOf(formula, cells));
    }),
  );
});
