import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { ScoredIndicator, ScoreEntry } from '#shared/rules/scoring/model.ts';
import { scoreEntrySchema } from '#shared/rules/scoring/model.ts';
import { isEntryText, readEntryText } from '#shared/rules/scoring/read-entry-text.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

const plain = anItem(5, [aRule('failed')]);
const counted = anItem(10, [aRule('each', { unit: '处' }), aRule('growing', { id: 'fires' })]);

function entryOf(indicator: ScoredIndicator, text: string, previous: ScoreEntry | null = null): ScoreEntry {
  const reading = readEntryText(indicator, text, previous);
  if (!('entry' in reading)) throw new Error(JSON.stringify(reading));
  expect(scoreEntrySchema.safeParse(reading.entry).success).toBe(true);
  return reading.entry;
}

function problemOf(indicator: ScoredIndicator, text: string): string {
  const reading = readEntryText(indicator, text, null);
  return 'problem' in reading ? reading.problem : '';
}

function scoreOf(indicator: ScoredIndicator, text: string): number {
  return scoreIndicator(indicator, entryOf(indicator, text), true).points / 1000;
}

it('says where bonus and veto are entered, instead of a range from 0 to 0', () => {
  expect(problemOf(anItem(0, [aRule('bonus')]), '2')).toContain('单项详情');
});

describe('what is typed on where a reason is asked for', () => {
  it.each(['-2', '4.5', '18分', '扣3', '3次', '2 处', '99', '/', '=', '－2'])(
    'is the next score if it is “%s”',
    (text) => {
      expect(isEntryText(counted, text)).toBe(true);
    },
  );

  it.each(['', '未开会', '3次会议没有记录', '2月未报', '扣2分：无记录', '不适用', '2026年6月'])(
    'is a reason if it is “%s”',
    (text) => {
      expect(isEntryText(counted, text)).toBe(false);
    },
  );
});

describe('the reason of a score that is typed anew', () => {
  const judged = anItem(8, [aRule('discretion', { id: 'd' })]);
  const before = { ...entryOf(judged, '-3'), reason: '会议记录不全' };

  it('stays with another deduction and goes with the deduction', () => {
    expect(entryOf(judged, '-4', before).reason).toBe('会议记录不全');
    expect(entryOf(judged, '8', before).reason).toBe('');
    expect(entryOf(judged, '满', before).reason).toBe('');
    expect(entryOf(judged, '/', before).reason).toBe('会议记录不全');
  });

  it('stays where it was a remark on full marks', () => {
    expect(entryOf(judged, '8', { ...entryOf(judged, '满'), reason: '另有表扬' }).reason).toBe('另有表扬');
  });
});

describe('what is typed into a cell', () => {
  it.each(['4.25', ' 4.25分', '4.250', '\uFF14\uFF0E\uFF12\uFF15', '4.25 分'])(
    'takes “%s” as the score',
    (text) => {
      expect(entryOf(plain, text).direct).toBe(points(4.25));
    },
  );

  it.each(['', '  ', '\u3000'])('empties the cell for blank text', (text) => {
    expect(readEntryText(plain, text, anEntry())).toEqual({ clear: true });
  });

  it.each(['-2', '扣2', '扣2分', '\uFF0D\uFF12', '\u22122'])('takes “%s” as two points off', (text) => {
    expect(entryOf(plain, text).direct).toBe(points(3));
  });

  it('gives a deduction to the only discretion whose range holds it', () => {
    const item = anItem(8, [aRule('discretion'), aRule('discretion', { id: 'small', min: 500, max: 1500 })]);
    expect(entryOf(item, '-3').inputs).toEqual({ rule: { points: points(3) } });
    expect(entryOf(item, '-1').inputs).toEqual({ small: { points: points(1) } });
    expect(entryOf(item, '-7')).toMatchObject({ direct: points(1), inputs: {} });
    const twice = anItem(8, [aRule('discretion'), aRule('discretion', { id: 'other' })]);
    expect(entryOf(twice, '-3')).toMatchObject({ direct: points(5), inputs: {} });
  });

  it('accepts a discretion that is larger than the item', () => {
    const item = anItem(12, [aRule('discretion', { max: points(14) })]);
    expect(scoreOf(item, '-14')).toBe(0);
  });

  it('deducts from full marks also where points have to be earned', () => {
    expect(scoreOf(anItem(8, [aRule('discretion'), aRule('earn', { id: 'earn' })]), '-3')).toBe(5);
  });

  it.each([
    ['3处', 'rule'],
    ['3次', 'rule'],
    ['\uFF13起', 'fires'],
  ])('takes “%s” as a count for the rule %s', (text, id) => {
    expect(entryOf(counted, text)).toMatchObject({ direct: null, inputs: { [id]: { count: 3 } } });
  });

  it('takes a count below a minimum as its value', () => {
    expect(entryOf(anItem(6, [aRule('belowMinimum')]), '1次').inputs).toEqual({ rule: { value: '1' } });
    expect(scoreOf(anItem(6, [aRule('belowMinimum')]), '1次')).toBe(3);
  });

  it('never counts for a veto or for a rule by classes', () => {
    const classes = [{ name: '县城', points: 1000 }];
    expect(problemOf(anItem(6, [aRule('veto'), aRule('each', { id: 'e', classes })]), '3次')).toContain(
      '没有按“次”',
    );
  });

  it('takes a percentage as the value of the first rate or steps', () => {
    const item = anItem(5, [
      aRule('each', { id: 'e' }),
      aRule('rate', { id: 'r' }),
      aRule('steps', { id: 's' }),
    ]);
    expect(entryOf(item, '93.5%').inputs).toEqual({ r: { value: '93.5' } });
    expect(entryOf(item, '93.5\uFF05').inputs).toEqual({ r: { value: '93.5' } });
    expect(scoreOf(item, '93.5%')).toBe(4.25);
  });

  it.each(['满', '√', '满分'])('takes “%s” as full marks by the rules', (text) => {
    const award = aRule('discretion', { id: 'a', effect: 'award', min: 0, max: points(3) });
    const item = anItem(5, [aRule('earn'), award]);
    expect(entryOf(item, text)).toMatchObject({
      direct: null,
      inputs: { rule: { held: true }, a: { points: points(3) } },
    });
    expect(scoreOf(item, text)).toBe(5);
    expect(scoreOf(plain, text)).toBe(5);
  });

  it('invents no measured value for full marks', () => {
    const item = anItem(5, [aRule('steps', { effect: 'award' })]);
    expect(entryOf(item, '满')).toMatchObject({ direct: points(5), inputs: {} });
  });

  it.each(['/', '\uFF0F', '不适用', '—', '——'])('takes “%s” as not applicable', (text) => {
    expect(entryOf(plain, text)).toMatchObject({ notApplicable: true, direct: null });
  });

  it('keeps the reason and what was entered for bonus and veto', () => {
    const item = anItem(5, [aRule('each'), aRule('bonus', { id: 'b' }), aRule('veto', { id: 'v' })]);
    const beside = { b: { counts: [1] }, v: { count: 1 } };
    const previous = anEntry({ inputs: { rule: { count: 3 }, ...beside }, reason: '现场核查' });
    expect(entryOf(item, '4', previous)).toMatchObject({ direct: 4000, inputs: beside, reason: '现场核查' });
    expect(entryOf(item, '2次', previous).inputs).toEqual({ rule: { count: 2 }, ...beside });
  });

  it.each([
    ['5.1', '0到5分'],
    ['-6', '最多扣5分'],
    ['4.2505', '3 位小数'],
    ['3次', '没有按“次”'],
    ['93%', '没有按“%”'],
    ['差不多', '看不懂“差不多”'],
    ['1e3', '没有按“e3”'],
    ['4,2', '可以输入'],
    ['-', '看不懂'],
    ['999999999999999999999999', '0到5分'],
  ])('answers “%s” in Chinese', (text, part) => {
    expect(problemOf(plain, text)).toContain(part);
  });

  it.each(['1.5处', '1000001处', '-1处'])('answers “%s” for a count that cannot be', (text) => {
    expect(problemOf(counted, text)).toContain('整数');
  });

  it('lets a score fall below zero only where the item carries over', () => {
    const item = anItem(5, [], { floor: 'negative' });
    expect(entryOf(item, '-8').direct).toBe(points(-3));
    expect(entryText(item, entryOf(item, '-8'))).toBe('扣8');
    expect(problemOf(item, '6')).toContain('不能超过5分');
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reading = readEntryText(counted, text, null);
        if ('entry' in reading) expect(scoreEntrySchema.safeParse(reading.entry).success).toBe(true);
      }),
    );
  });
});

describe('the text of an entry', () => {
  it.each<[string, ScoreEntry | null]>([
    ['', null],
    ['/', anEntry({ notApplicable: true })],
    ['4.255', anEntry({ direct: 4255 })],
    ['0', anEntry({ direct: 0 })],
    ['3处', anEntry({ inputs: { rule: { count: 3 } } })],
    ['2起', anEntry({ inputs: { fires: { count: 2 } } })],
    ['满', anEntry()],
    ['4', anEntry({ inputs: { rule: { count: 1 }, fires: { count: 1 } } })],
  ])('is “%s”', (text, entry) => {
    expect(entryText(counted, entry)).toBe(text);
  });

  it('is the percentage, the minimum or the discretion that was entered', () => {
    expect(entryText(anItem(5, [aRule('rate')]), anEntry({ inputs: { rule: { value: '93.5' } } }))).toBe(
      '93.5%',
    );
    expect(entryText(anItem(6, [aRule('belowMinimum')]), anEntry({ inputs: { rule: { value: '1' } } }))).toBe(
      '1次',
    );
    expect(entryText(anItem(8, [aRule('discretion')]), anEntry({ inputs: { rule: { points: 2500 } } }))).toBe(
      '扣2.5',
    );
  });

  it('is the score of several inputs even where one of them alone would give it', () => {
    expect(entryText(counted, anEntry({ inputs: { rule: { count: 10 }, fires: { count: 1 } } }))).toBe('0');
  });

  it('is the score where a rule could not be named by its unit', () => {
    const item = anItem(9, [aRule('each'), aRule('each', { id: 'second', points: points(2) })]);
    expect(entryText(item, anEntry({ inputs: { second: { count: 1 } } }))).toBe('7');
  });

  it('in a bonus category is the score that counts there', () => {
    expect(entryText(anItem(3, [aRule('bonus')]), anEntry(), true)).toBe('0');
  });

  it('reads back to the same score wherever the score has at most three decimals', () => {
    const items = [
      anItem(8, [aRule('discretion'), aRule('earn', { id: 'earn' })]),
      anItem(8, [
        aRule('each'),
        aRule('rate', { id: 'rate' }),
        aRule('failed', { id: 'failed', points: 'all' }),
      ]),
      anItem(8, [aRule('growing'), aRule('steps', { id: 'steps' })], { floor: 'negative' }),
      anItem(8, [
        aRule('belowMinimum'),
        aRule('bonus', { id: 'bonus' }),
        aRule('steps', { id: 'a', effect: 'award' }),
      ]),
      anItem(8, []),
    ];
    const input = fc.record(
      {
        held: fc.boolean(),
        count: fc.nat(5),
        value: fc.integer({ min: 850, max: 1000 }).map((tenths) => String(tenths / 10)),
        points: fc.nat(7).map((value) => value * 1000),
      },
      { requiredKeys: [] },
    );
    const ids = ['rule', 'earn', 'rate', 'failed', 'steps', 'a', 'bonus'];
    const entry = fc.record({
      direct: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 8000 })),
      inputs: fc.dictionary(fc.constantFrom(...ids), input),
      notApplicable: fc.constant(false),
      reason: fc.constant(''),
    });
    fc.assert(
      fc.property(fc.constantFrom(...items), entry, (item, given) => {
        const read = entryOf(item, entryText(item, given));
        const [before, after] = [given, read].map((either) => scoreIndicator(item, either, true).score);
        expect(after!.toFraction()).toBe(before!.toFraction());
      }),
      { numRuns: 500 },
    );
  });
});
