import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCanonical } from '#shared/rules/collections/canonical.ts';
import { columnHint } from '#shared/rules/collections/column-hint.ts';
import { collectedColumn, definitionProblem } from '#shared/rules/collections/definition.ts';
import { collectedMarkText, readCollectedMark } from '#shared/rules/collections/marks.ts';
import { reminderText } from '#shared/rules/collections/reminder.ts';
import { showValue, yuanText } from '#shared/rules/collections/show-value.ts';
import { addDecimals } from '#shared/rules/collections/sums.ts';

const uid = '01890000-0000-7000-8000-00000000000a';

describe('a canonical value', () => {
  const column = (kind: Parameters<typeof isCanonical>[0]['kind']) =>
    collectedColumn('c1', '栏', { kind, choices: ['自查'] });

  it.each([
    ['whole', '-12', true],
    ['whole', '012', false],
    ['whole', '-0', false],
    ['decimal', '0.5', true],
    ['decimal', '1.50', false],
    ['decimal', '1e3', false],
    ['money', '123450', true],
    ['money', '12.5', false],
    ['day', '2026-09-30', true],
    ['day', '2026-9-30', false],
    ['choice', '抽查', false],
    ['yesNo', '是', false],
    ['text', ' 有空格', false],
  ] as const)('of the kind %s: %s is one, %s', (kind, value, expected) => {
    expect(isCanonical(column(kind), value)).toBe(expected);
  });

  it('is shown as people write it', () => {
    expect(showValue({ kind: 'yesNo' }, 'no')).toBe('否');
    expect(showValue({ kind: 'day' }, undefined)).toBe('');
    expect([yuanText('123450'), yuanText('-5'), yuanText('0')]).toEqual(['1234.50', '-0.05', '0.00']);
  });

  it('is added up without the errors of binary fractions', () => {
    expect(addDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(addDecimals(['-0.05', '0.05'])).toBe('0');
    expect(addDecimals(['999999999999', '1', '-0.5'])).toBe('999999999999.5');
  });

  it('is added up to the same whatever the order, and to a canonical value again', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
      .map(([value, digits]) => (value / 10 ** digits).toFixed(digits));
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 20 }), (values) => {
        const sum = addDecimals(values);
        expect(isCanonical(column('decimal'), sum)).toBe(true);
        expect(addDecimals(values.toReversed())).toBe(sum);
        expect(Number(sum)).toBeCloseTo(
          values.reduce((total, value) => total + Number(value), 0),
          4,
        );
      }),
    );
  });
});

describe('a definition', () => {
  const columns = [collectedColumn('c1', '项目', { locked: true }), collectedColumn('c2', '数量')];

  it('is handed out where every heading is another one and something is left to fill in', () => {
    expect(definitionProblem({ columns, rows: 'given', blankRows: 0 })).toBeNull();
    const twice = [...columns, collectedColumn('c3', '数 量')];
    expect(definitionProblem({ columns: twice, rows: 'given', blankRows: 0 })).toContain('两栏都叫');
    expect(definitionProblem({ columns: columns.slice(0, 1), rows: 'given', blankRows: 0 })).toContain(
      '没有一栏可以填写',
    );
    expect(definitionProblem({ columns, rows: 'free', blankRows: 0 })).toContain('留几行');
    const empty = [collectedColumn('c1', '方式', { kind: 'choice' })];
    expect(definitionProblem({ columns: empty, rows: 'free', blankRows: 1 })).toContain('有哪些可选');
  });

  it('tells who fills it in what belongs in a column', () => {
    expect(columnHint(collectedColumn('c1', '项目', { locked: true }))).toBe('已填好，请不要改');
    const rate = collectedColumn('c2', '整改率', { kind: 'decimal', required: true, min: '0', max: '100' });
    expect(columnHint(rate)).toBe('必填；填数字，不写单位；0 至 100');
    expect(columnHint(collectedColumn('c3', '日期', { kind: 'day', min: '2026-01-01' }))).toBe(
      '填日期，如 2026-9-30；不早于 2026-01-01',
    );
  });
});

describe('marks', () => {
  it('are read again among the texts of a row, and nothing else is taken for one', () => {
    const sheet = {
      kind: 'sheet',
      collectionUid: uid,
      unitUid: uid,
      version: 3,
      digest: '0123456789abcdef',
    } as const;
    expect(readCollectedMark(['城东区', ` ${collectedMarkText(sheet)} `])).toEqual(sheet);
    expect(readCollectedMark([collectedMarkText({ kind: 'row', key: 'r1' })])).toEqual({
      kind: 'row',
      key: 'r1',
    });
    expect(readCollectedMark(['collected-row:', 'collected-sheet:x', '项目'])).toBeNull();
  });
});

describe('a reminder', () => {
  it('names who has not returned anything and who has to correct it, and says when the day is over', () => {
    const units = [
      { name: '城东区', problems: null },
      { name: '城西区', problems: 3 },
    ];
    const text = reminderText('排查统计', '2026-12-05', '2026-12-06', units);
    expect(text).toBe(
      '各有关单位：“排查统计”应于2026年12月5日前交回，现已逾期。\n' +
        '还没有交回的：城东区，请尽快填好交回原文件。\n' +
        '交回后还要改正的：城西区(3处)，请对照改正清单改好后重新交回。',
    );
    expect(reminderText('排查统计', '2026-12-05', '2026-12-01', units.slice(0, 1))).toContain(
      '请于2026年12月5日前交回',
    );
  });
});
