import { describe, expect, it } from 'vitest';
import { ruleAmounts } from '#shared/rules/deductions/amounts.ts';
import { takeOver } from '#shared/rules/deductions/take-over.ts';
import type { ScoredIndicator, ScoreEntry } from '#shared/rules/scoring/model.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

const reason = '河口商场：疏散通道堵塞，已逾期12天';

function after(indicator: ScoredIndicator, entry: ScoreEntry | null, taken: number) {
  const outcome = takeOver(indicator, entry, { points: points(taken), reason });
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome;
}

describe('amounts that an indicator names for one case', () => {
  it('come from rules that count, by class where there are classes, and from conditions that were broken', () => {
    const classes = [
      { name: '县城', points: 2000 },
      { name: '重点镇', points: 1000 },
    ];
    const indicator = anItem(10, [
      aRule('each', { id: 'a', points: 200, unit: '处', text: '发现一处扣0.2分' }),
      aRule('each', { id: 'b', classes }),
      aRule('failed', { id: 'c', points: 3000, text: '未制定计划的扣3分' }),
    ]);
    expect(ruleAmounts(indicator).map((amount) => amount.points)).toEqual([200, 2000, 1000, 3000]);
    expect(ruleAmounts(indicator)[0]?.words).toBe('每发现1处扣0.2分');
  });

  it('are none where points follow from a measured value, a judgement, or several cases together', () => {
    const rules = [
      aRule('rate', { id: 'a' }),
      aRule('discretion', { id: 'b' }),
      aRule('each', { id: 'c', per: 2 }),
    ];
    expect(ruleAmounts(anItem(10, rules))).toEqual([]);
  });
});

describe('an accepted deduction', () => {
  it('is one more case of the rule that names its points', () => {
    const indicator = anItem(10, [aRule('each', { id: 'a', points: 1000 })]);
    const counted = anEntry({ inputs: { a: { count: 2 } }, reason: '两次没有开会' });
    expect(after(indicator, counted, 1)).toEqual({
      entry: anEntry({ inputs: { a: { count: 3 } }, reason: `两次没有开会；${reason}` }),
      taken: 1000,
    });
  });

  it('begins with full marks where nothing was scored yet', () => {
    const indicator = anItem(10, [aRule('each', { id: 'a', points: 1000 })]);
    expect(after(indicator, null, 1).entry).toEqual(anEntry({ inputs: { a: { count: 1 } }, reason }));
    expect(after(anItem(10, []), null, 2).entry).toEqual(anEntry({ direct: 8000, reason }));
  });

  it('costs what a growing rule asks for the next case, whatever the first one cost', () => {
    const indicator = anItem(30, [aRule('growing', { id: 'a', series: [5000, 6000] })]);
    const { entry, taken } = after(indicator, anEntry({ inputs: { a: { count: 1 } } }), 5);
    expect(entry.inputs).toEqual({ a: { count: 2 } });
    expect(taken).toBe(6000);
  });

  it('counts by class, and marks a condition as broken once', () => {
    const classes = [
      { name: '县城', points: 2000 },
      { name: '重点镇', points: 1000 },
    ];
    const byClass = anItem(10, [aRule('each', { id: 'a', classes })]);
    expect(after(byClass, null, 1).entry.inputs).toEqual({ a: { counts: [0, 1] } });
    const condition = anItem(10, [aRule('failed', { id: 'a', points: 'all' })]);
    expect(after(condition, null, 10).entry.inputs).toEqual({ a: { held: true } });
  });

  it('adds up within a discretion that allows the sum', () => {
    const indicator = anItem(10, [aRule('discretion', { id: 'a', min: 2000, max: 6000 })]);
    const first = after(indicator, null, 3).entry;
    expect(first.inputs).toEqual({ a: { points: 3000 } });
    expect(after(indicator, first, 2).entry.inputs).toEqual({ a: { points: 5000 } });
  });

  it('takes the place of the rules where none names it, and tells what they had taken', () => {
    const indicator = anItem(10, [aRule('each', { id: 'a', points: 1000, text: '少一次扣1分' })]);
    const { entry, taken } = after(indicator, anEntry({ inputs: { a: { count: 2 } } }), 0.5);
    expect(entry).toEqual(anEntry({ direct: 7500, reason: `少2次，扣2分；${reason}` }));
    expect(taken).toBe(500);
  });

  it('invents no measured value: a lack against a minimum is taken from the score itself', () => {
    const indicator = anItem(10, [aRule('belowMinimum', { id: 'a', minimum: '2', points: 1500 })]);
    expect(ruleAmounts(indicator).map((amount) => amount.points)).toEqual([1500]);
    expect(after(indicator, null, 1.5).entry).toEqual(anEntry({ direct: 8500, reason }));
  });

  it('claims no rule where two name the same points', () => {
    const rules = [aRule('each', { id: 'a', points: 1000 }), aRule('failed', { id: 'b', points: 1000 })];
    expect(after(anItem(10, rules), null, 1).entry.direct).toBe(9000);
  });

  it('takes no more than is left, unless the item may fall below zero', () => {
    const left = anEntry({ direct: 1000 });
    expect(after(anItem(10, []), left, 3)).toMatchObject({ entry: { direct: 0 }, taken: 1000 });
    expect(after(anItem(10, [], { floor: 'negative' }), left, 3).entry.direct).toBe(-2000);
  });

  it('is refused where the item does not apply, or where the reasons become too long', () => {
    const refused = (entry: ScoreEntry) => takeOver(anItem(10, []), entry, { points: 1000, reason });
    expect(refused(anEntry({ notApplicable: true }))).toEqual({
      problem: expect.stringContaining('不适用'),
    });
    expect(refused(anEntry({ direct: 9000, reason: '因'.repeat(990) }))).toEqual({
      problem: expect.stringContaining('精简'),
    });
  });
});
