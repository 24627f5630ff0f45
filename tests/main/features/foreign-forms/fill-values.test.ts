import { describe, expect, it } from 'vitest';
import type { Field, FieldValue } from '#shared/rules/foreign-forms/fields.ts';
import type { ValueFormat } from '#shared/rules/foreign-forms/pointing.ts';
import { fillValue } from '#main/features/foreign-forms/fill-values.ts';

const valueOf = (kind: Field['kind'], value: FieldValue, format: ValueFormat = 'asIs') =>
  fillValue({ it: value }, { key: 'it', name: '', kind }, format);

describe('a value in a cell of a form', () => {
  it.each<[number, ValueFormat, number]>([
    [98.595, 'two', 98.6],
    [98.595, 'one', 98.6],
    [2.5, 'whole', 3],
    [-2.5, 'whole', -3],
    [-0.001, 'two', 0],
    [0.935, 'hundred', 93.5],
    [1 / 3, 'hundred', 33.33],
    [0.1 + 0.2, 'asIs', 0.3],
  ])('%d written %s is %d', (value, format, expected) => {
    expect(valueOf('number', value, format)).toEqual({ kind: 'number', number: expected });
  });

  it('is never 0 where nothing is known', () => {
    expect(valueOf('number', null)).toBeNull();
    expect(valueOf('text', '')).toBeNull();
    expect(fillValue(undefined, { key: 'it', name: '', kind: 'number' }, 'two')).toBeNull();
  });

  it('is a day in the words of papers, with dots, or as the cell shows days', () => {
    expect(valueOf('day', '2026-09-05', 'words')).toEqual({ kind: 'text', text: '2026年9月5日' });
    expect(valueOf('day', '2026-09-05', 'dots')).toEqual({ kind: 'text', text: '2026.9.5' });
    expect(valueOf('day', '2026-09-05')).toEqual({ kind: 'day', day: '2026-09-05', text: '2026-09-05' });
  });
});
