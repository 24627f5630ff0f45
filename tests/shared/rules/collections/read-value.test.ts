import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionOf } from '#shared/rules/fraction.ts';
import type { CollectedColumn, ColumnKind } from '#shared/rules/collections/definition.ts';
import { decimalText } from '#shared/rules/collections/reading/read-number.ts';
import { readValue } from '#shared/rules/collections/reading/read-value.ts';
import { UNREADABLE_VALUE } from '#shared/workbook.ts';
import type { WrittenCell } from '#shared/rules/collections/reading/written-value.ts';

function column(kind: ColumnKind, more: Partial<CollectedColumn> = {}): CollectedColumn {
  const plain = {
    key: 'a',
    heading: '数量',
    required: false,
    locked: false,
    choices: [],
    hint: '',
    whenYes: null,
  };
  return { ...plain, kind, min: null, max: null, decimals: 2, ...more };
}

const typed = (value: string): WrittenCell => ({ type: 'text', value, text: value });
const number = (value: number, text = String(value)): WrittenCell => ({ type: 'number', value, text });
const day = (value: string): WrittenCell => ({ type: 'date', value, text: value });

const yuan = column('money', { heading: '投入资金' });
const tenThousandYuan = column('decimal', { heading: '投入资金（万元）' });
const whole = column('whole');
const people = column('whole', { heading: '人数（万人）' });
const decimal = column('decimal');
const rate = column('decimal', { heading: '整改率（%）' });
const date = column('day');
const choice = column('choice', { choices: ['已完成', '未完成', '推进中'] });
const yesNo = column('yesNo');
const text = column('text');

describe('What is certain is read', () => {
  test.each<[string, CollectedColumn, WrittenCell, string]>([
    ['a number', whole, number(12), '12'],
    ['a number of a formula with noise in its last digits', decimal, number(0.1 + 0.2), '0.3'],
    ['full-width digits', whole, typed('１２３'), '123'],
    ['a number typed as a text', whole, typed("'12"), '12'],
    ['separated thousands', whole, typed('1,234'), '1234'],
    ['thousands separated by blanks', whole, typed('1 234 567'), '1234567'],
    ['a counting word behind it', whole, typed('30 家'), '30'],
    ['a full stop behind it', whole, typed('30。'), '30'],
    ['a negative number', whole, typed('－5'), '-5'],
    ['needless zeros', decimal, typed('3.50'), '3.5'],
    ['a whole number with zeros', whole, typed('3.0'), '3'],
    ['2000万 of pieces', whole, typed('2000万'), '20000000'],
    ['2000万 under a heading that counts in 万', people, typed('2000万'), '2000'],
    ['2000万人 under a heading that counts in 万人', people, typed('2000万人'), '2000'],
    ['money', yuan, number(1234.5), '123450'],
    ['money with its unit', yuan, typed('￥1,234.50元'), '123450'],
    ['2000万 of money', yuan, typed('2000万'), '2000000000'],
    ['an amount under a heading in 万元', tenThousandYuan, number(2000), '2000'],
    ['2000万元 under a heading in 万元', tenThousandYuan, typed('2000万元'), '2000'],
    ['元 under a heading in 万元', tenThousandYuan, typed('300元'), '0.03'],
    ['a share under a heading in %', rate, typed('30 %'), '30'],
    ['a share that is formatted so', rate, number(0.305, '30.5%'), '30.5'],
    ['a day', date, day('2026-09-30'), '2026-09-30'],
    ['a day as a text', date, typed('2026年9月30日'), '2026-09-30'],
    ['a day with points', date, typed('2026.9.30'), '2026-09-30'],
    ['a day in full-width characters', date, typed('２０２６／９／３０'), '2026-09-30'],
    ['a day in eight digits', date, typed('20260930'), '2026-09-30'],
    ['a day in eight digits as a number', date, number(20_260_930), '2026-09-30'],
    ['a day that has lost its format', date, number(46_295), '2026-09-30'],
    ['a word of the list with blanks in it', choice, typed(' 已 完成'), '已完成'],
    ['a tick', yesNo, typed('√'), 'yes'],
    ['a value of truth', yesNo, { type: 'boolean', value: false, text: 'FALSE' }, 'no'],
    ['a telephone number as a number', text, number(13_800_138_000, '1.38E+10'), '13800138000'],
    ['a stroke in a text', text, typed('无'), '无'],
    ['an empty cell', whole, typed('  '), ''],
  ])('%s', (_name, of, cell, value) => {
    expect(readValue(of, cell)).toEqual({ value });
  });
});

describe('What is not certain is asked, with the guess where there is one', () => {
  test.each<[string, CollectedColumn, WrittenCell, string | null]>([
    ['about 30', whole, typed('约30'), '30'],
    ['30 or so', whole, typed('30左右'), '30'],
    ['more than 30', whole, typed('30多家'), '30'],
    ['at least 30', whole, typed('>30'), '30'],
    ['a range', whole, typed('5-6'), null],
    ['a comma that parts no thousands', whole, typed('1,23'), null],
    ['blanks that part no thousands', whole, typed('12 5'), null],
    ['a share where no share is asked for', decimal, typed('30%'), '30'],
    ['half a piece', whole, number(3.5), '4'],
    ['more decimals than there are', decimal, number(33.333_333), '33.33'],
    ['a thousandth of a yuan', yuan, number(1.005), '101'],
    ['another unit', yuan, typed('30亩'), null],
    ['a day without its year', date, typed('9月30日'), null],
    ['a month', date, typed('2026年9月'), null],
    ['a year of two digits', date, typed('26.9.30'), '2026-09-30'],
    ['a day with a time', date, day('2026-09-30T08:00:00'), '2026-09-30'],
    ['a number that looks like a day', date, typed('46295'), '2026-09-30'],
    ['a part of a word of the list', choice, typed('推进'), '推进中'],
    ['1 for yes', yesNo, number(1), 'yes'],
    ['a text that became a day', text, day('2026-03-01'), null],
  ])('%s', (_name, of, cell, guess) => {
    expect(readValue(of, cell)).toMatchObject({ guess, question: expect.stringContaining('?') });
  });
});

describe('What cannot be read is told, with what to do', () => {
  test.each<[string, CollectedColumn, WrittenCell, string]>([
    ['words', whole, typed('若干'), '请填数字'],
    ['a number that became a day', whole, day('2026-03-01'), '改成“常规”'],
    ['a broken formula', whole, { type: 'error', value: '#REF!', text: '#REF!' }, '出错的公式'],
    ['a day that is none', date, typed('待定'), '2026-09-30'],
    ['the 30th of February', date, number(20_260_230), ''],
    ['a word that is not in the list', choice, typed('不清楚'), '已完成、未完成、推进中'],
    ['a word for neither yes nor no', yesNo, typed('也许'), '从列表里选'],
    ['a text that is too long', text, typed('长'.repeat(4_001)), '请缩短'],
  ])('%s', (_name, of, cell, words) => {
    const read = readValue(of, cell);
    expect(read).not.toHaveProperty('value');
    expect('wrong' in read ? read.wrong : 'question' in read ? read.question : '').toContain(words);
  });
});

describe('A stroke is never a 0', () => {
  const strokes = ['—', '-', '－', '/', '／', '无', '没有', '不涉及', 'N/A'];

  test.each(strokes)('“%s” says nothing where nothing has to stand', (stroke) => {
    for (const of of [whole, decimal, yuan, date, choice])
      expect(readValue(of, typed(stroke))).toEqual({ value: '' });
  });

  test.each(strokes)('“%s” is asked about where a number has to stand', (stroke) => {
    expect(readValue({ ...whole, required: true }, typed(stroke))).toMatchObject({ guess: null });
  });

  test('No text without a 0 in it is read as 0', () => {
    const noZero = fc.string({ unit: 'grapheme' }).filter((each) => !/0/u.test(each.normalize('NFKC')));
    fc.assert(
      fc.property(noZero, fc.constantFrom(whole, decimal, yuan, tenThousandYuan, rate), (each, of) => {
        expect(readValue(of, typed(each))).not.toEqual({ value: '0' });
      }),
    );
  });
});

describe('Limits', () => {
  const limited = column('decimal', { min: '0', max: '10' });

  test('The limits themselves are allowed', () => {
    expect(readValue(limited, number(10))).toEqual({ value: '10' });
    expect(readValue(limited, number(0))).toEqual({ value: '0' });
  });

  test('What lies beyond is told with the limit', () => {
    expect(readValue(limited, number(10.5))).toEqual({ wrong: '填的是 10.5，不能大于 10' });
    expect(readValue(yuan, number(-1), { min: '0', max: null })).toEqual({
      wrong: '填的是 -1.00 元，不能小于 0.00 元',
    });
  });

  test('Those of a row are narrower than those of its column', () => {
    expect(readValue(limited, number(5), { min: '0', max: '4' })).toEqual({ wrong: '填的是 5，不能大于 4' });
  });

  test('Days have limits too', () => {
    const from = column('day', { min: '2026-07-01' });
    expect(readValue(from, day('2026-06-30'))).toHaveProperty('wrong');
    expect(readValue(from, day('2026-07-01'))).toEqual({ value: '2026-07-01' });
  });
});

test.each(['text', 'whole', 'day', 'choice', 'yesNo'] as const)(
  'What could not be read is asked for in a column of kind %s, never taken as nothing',
  (kind) => {
    const unread = { type: 'error', value: UNREADABLE_VALUE } as const;
    expect(readValue(column(kind), { ...unread, text: '' })).toEqual({
      wrong: '这一格没有读出来，请重新填写',
    });
    expect(readValue(column(kind), { ...unread, text: '=B2+C2' })).toEqual({
      wrong: '这一格是公式(=B2+C2)，表里没有它的结果，请用 Excel 或 WPS 打开、保存以后再交，或直接填写',
    });
  },
);

test('A whole number of a cell is read as it would be typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (value) => {
      expect(readValue(whole, number(value))).toEqual(readValue(whole, typed(String(value))));
    }),
  );
});

test('A decimal is written exactly and without needless zeros, and read back as the same', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
      const value = fractionOf(units, 10n ** BigInt(decimals));
      const written = decimalText(value, decimals) ?? '';
      expect(readValue(column('decimal', { decimals }), typed(written))).toEqual({ value: written });
      expect(written).not.toMatch(/\.\d*0$/u);
    }),
  );
});
