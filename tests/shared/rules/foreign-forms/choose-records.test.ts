import { describe, expect, it } from 'vitest';
import { chosenRecords } from '#shared/rules/foreign-forms/choose-records.ts';
import type { BlockFilter } from '#shared/rules/foreign-forms/pointing.ts';

const records = [
  { number: 1, name: '东城区', score: 90, on: '2026-07-01' },
  { number: 2, name: '西城区', score: null, on: '2026-09-30' },
  { number: 3, name: '南湖县', score: 88.5, on: null },
  { number: 4, name: '北山县', score: 95, on: '2026-08-15' },
];
const names = (filters: BlockFilter[], order: { field: string; descending: boolean } | null = null) =>
  chosenRecords(records, { filters, order }).map(({ name }) => name);
const filter = (field: string, comparison: BlockFilter['comparison'], value: string) => [
  { field, comparison, value },
];

describe('the records that a block of a form takes', () => {
  it('are all of them in their own order where nothing is said', () => {
    expect(names([])).toEqual(['东城区', '西城区', '南湖县', '北山县']);
  });

  it.each([
    [filter('name', 'contains', '县'), ['南湖县', '北山县']],
    [filter('name', 'isNot', '东城区'), ['西城区', '南湖县', '北山县']],
    [filter('score', 'atLeast', '90'), ['东城区', '北山县']],
    [filter('score', 'is', '88.5'), ['南湖县']],
    [filter('on', 'atMost', '2026-08-15'), ['东城区', '北山县']],
    [filter('score', 'is', ''), ['西城区']],
  ])('are those for which the condition holds', (filters, expected) => {
    expect(names(filters)).toEqual(expected);
  });

  it('have to fulfil every condition; what has no value is neither more nor less than anything', () => {
    expect(names([...filter('name', 'contains', '城区'), ...filter('score', 'atMost', '100')])).toEqual([
      '东城区',
    ]);
  });

  it('stand in the order that was chosen, those without a value last whichever way it runs', () => {
    expect(names([], { field: 'score', descending: true })).toEqual(['北山县', '东城区', '南湖县', '西城区']);
    expect(names([], { field: 'score', descending: false })).toEqual([
      '南湖县',
      '东城区',
      '北山县',
      '西城区',
    ]);
  });

  it('are numbered as they stand in the form', () => {
    const chosen = chosenRecords(records, { filters: filter('name', 'contains', '县'), order: null });
    expect(chosen.map(({ number }) => number)).toEqual([1, 2]);
  });
});
