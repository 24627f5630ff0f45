import { describe, expect, it } from 'vitest';
import type { MergeCell } from '#shared/rules/collections/merge/model.ts';
import {
  choiceOf,
  type Choices,
  nothingChosen,
  openConflicts,
} from '#renderer/features/collections/returns/choices.ts';

const cell = (id: string, value: string): MergeCell => ({
  id,
  unitUid: 'unit',
  unitName: '云栖县',
  row: '一中',
  column: 'phone',
  heading: '电话',
  stored: '110',
  changedSince: false,
  candidates: [
    {
      unitUid: 'unit',
      unitName: '云栖县',
      returnUid: `from ${id}`,
      fileName: '云栖县.xlsx',
      receivedAt: 1,
      value,
    },
  ],
});
const [changed, other, cleared] = [cell('a', '119'), cell('b', '120'), cell('c', '')];
const preview = { conflictCount: 3, stayCount: 1 };
const choose = (...cells: MergeCell[]): Choices['decisions'] =>
  Object.fromEntries(cells.map((one) => [one.id, { cell: one, choice: `from ${one.id}` }]));

describe('what is chosen when tables are merged', () => {
  it('stays as it was chosen one by one, whatever rule is chosen for the rest', () => {
    const choices: Choices = { rule: 'stored', decisions: choose(changed) };
    expect(choiceOf(changed, choices)).toBe('from a');
    expect(choiceOf(other, choices)).toBe('stored');
    expect(choiceOf(changed, { ...choices, rule: null })).toBe('from a');
  });

  it('has to be chosen, but where a cell only came back empty: that stays', () => {
    expect(choiceOf(changed, nothingChosen)).toBeUndefined();
    expect(choiceOf(cleared, nothingChosen)).toBe('stored');
    expect(choiceOf(cleared, { ...nothingChosen, rule: 'returned' })).toBe('stored');
  });

  it('is counted on all pages: what need not be chosen is not counted', () => {
    expect(openConflicts(preview, nothingChosen)).toBe(2);
    expect(openConflicts(preview, { rule: null, decisions: choose(cleared, changed) })).toBe(1);
    expect(openConflicts(preview, { rule: null, decisions: choose(changed, other) })).toBe(0);
    expect(openConflicts(preview, { ...nothingChosen, rule: 'returned' })).toBe(0);
  });
});
