import { describe, expect, it } from 'vitest';
import { createScoreBook } from '#renderer/features/assessment/book/score-book.ts';
import { withRuleInput } from '#renderer/features/assessment/detail/edit-entry.ts';
import { ruleFields } from '#renderer/features/assessment/detail/rule-fields.ts';
import { indexFrame } from '#renderer/features/assessment/frame-index.ts';
import {
  cellsWithoutReason,
  countAllFillable,
  countFillable,
  givesReasonsFor,
  markEdits,
  readEdits,
  reasonEdits,
} from '#renderer/features/assessment/grid/read-edits.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import { aFrame } from '#tests/support/builders/frame.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

const discretion = aRule('discretion', { id: 'd', text: '酌情扣2-6分' });
const veto = aRule('veto', { id: 'v' });
const base = aFrame([anItem(20, [discretion, veto], { uid: 'i1' }), anItem(20, [], { uid: 'i2' })]);
const frame = {
  ...base,
  objects: base.objects.map((one, place) => ({ ...one, inapplicable: place === 1 ? ['i2'] : [] })),
};
const index = indexFrame(frame);
const newBook = () => createScoreBook(frame, { keys: {}, byObject: ['', ''] });
const cells = ['object0', 'object1'].flatMap((objectUid) =>
  ['i1', 'i2'].map((indicatorUid) => ({ objectUid, indicatorUid })),
);

describe('what is typed into cells', () => {
  it('becomes entries, problems by cell, and nothing where the item does not apply', () => {
    const typed = ['-3', '25', '=', '1'].map((text, place) => ({ ...cells[place]!, text }));
    const { edits, problems } = readEdits(newBook(), index, typed);
    expect(edits.map(({ objectUid, indicatorUid }) => [objectUid, indicatorUid])).toEqual([
      ['object0', 'i1'],
      ['object1', 'i1'],
    ]);
    expect(problems).toEqual(['城东区 1.2：本项得分应在0到20分之间']);
  });

  it('asks for a reason only where one is missing, and takes one for all', () => {
    const book = newBook();
    const { edits } = readEdits(book, index, [
      { ...cells[0]!, text: '-3' },
      { ...cells[2]!, text: '满' },
    ]);
    book.begin(edits);
    expect(cellsWithoutReason(book, edits)).toEqual([expect.objectContaining(cells[0]!)]);
    book.begin(reasonEdits(book, edits, '会议记录不全'));
    expect(cellsWithoutReason(book, edits)).toEqual([]);
    expect(book.entryAt(cells[0]!)?.reason).toBe('会议记录不全');
  });

  it('tells reasons for the scores entered just before from other edits', () => {
    const book = newBook();
    const { edits } = readEdits(book, index, [{ ...cells[0]!, text: '-3' }]);
    book.begin(edits);
    const reasons = reasonEdits(book, edits, '会议记录不全');
    expect(givesReasonsFor(book, edits, reasons)).toBe(true);
    expect(givesReasonsFor(book, [cells[2]!], reasons)).toBe(false);
    const other = readEdits(book, index, [{ ...cells[0]!, text: '-4' }]).edits;
    expect(givesReasonsFor(book, edits, other)).toBe(false);
    book.begin(reasons);
    expect(givesReasonsFor(book, edits, reasonEdits(book, edits, '换一个理由'))).toBe(false);
  });

  it('fills the rest with full marks without touching what is scored or does not apply', () => {
    const book = newBook();
    book.begin([{ ...cells[0]!, entry: anEntry({ notApplicable: true }) }]);
    expect(countFillable(book, index, cells)).toBe(2);
    expect(countAllFillable(book)).toBe(2);
    book.begin(markEdits(book, index, cells, 'fullWhereEmpty'));
    expect(book.scorer.score('object1').complete).toBe(true);
    expect(book.entryAt(cells[0]!)?.notApplicable).toBe(true);
    expect(book.entryAt(cells[3]!)).toBeNull();
  });
});

it('fills the rest of a bonus category with no bonus and asks no reason for it', () => {
  const award = aRule('discretion', { id: 'a', effect: 'award', min: 0, max: points(3) });
  const plain = aFrame([
    anItem(20, [], { uid: 'i1' }),
    anItem(3, [award], { uid: 'b1', categoryUid: 'bonus' }),
  ]);
  const [category] = plain.scheme.categories;
  const categories = [category!, { ...category!, uid: 'bonus', bonus: true }];
  const withBonus = { ...plain, scheme: { ...plain.scheme, categories } };
  const book = createScoreBook(withBonus, { keys: {}, byObject: ['', ''] });
  const both = ['i1', 'b1'].map((indicatorUid) => ({ objectUid: 'object0', indicatorUid }));
  const edits = markEdits(book, indexFrame(withBonus), both, 'fullWhereEmpty');
  book.begin(edits);
  expect(cellsWithoutReason(book, edits)).toEqual([]);
  const { complete, bonus } = book.scorer.score('object0');
  expect([complete, bonus.equals(0)]).toEqual([true, true]);
});

describe('the inputs of rules', () => {
  const [indicator] = frame.scheme.indicators;

  it('take points to the thousandth and refuse what is no number', () => {
    const [field] = ruleFields(discretion, {});
    expect(
      field?.kind === 'number' && [field.set('2.5'), field.set(''), field.set('两分'), field.set('-1')],
    ).toEqual([{ points: 2500 }, {}, null, null]);
  });

  it('leave a score typed in place of the rules alone where a veto is counted beside it', () => {
    const direct = anEntry({ direct: points(15), reason: '见记录' });
    expect(withRuleInput(indicator!, direct, veto, { count: 1 })).toEqual({
      ...direct,
      inputs: { v: { count: 1 } },
    });
    const byRule = withRuleInput(indicator!, direct, discretion, { points: 2000 });
    expect(byRule).toMatchObject({ direct: null, inputs: { d: { points: 2000 } }, reason: '见记录' });
    expect(withRuleInput(indicator!, byRule, discretion, {}).inputs).toEqual({});
  });
});

describe('points with fixed decimals', () => {
  it('round the half up and never show a negative zero', () => {
    expect(decimalText(89_950, 1)).toBe('90.0');
    expect(decimalText(89_949, 1)).toBe('89.9');
    expect(decimalText(-4, 2)).toBe('0.00');
    expect(decimalText(-2_500, 0)).toBe('-3');
    expect(decimalText(null, 2)).toBe('—');
  });
});
