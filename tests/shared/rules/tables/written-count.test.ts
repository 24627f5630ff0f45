import { expect, test } from 'vitest';
import { writtenCount } from '#shared/rules/tables/written-count.ts';

test('a whole number is read with its measure word, full-width and spaced too', () => {
  expect(['8', '８人', '3 个', '12名'].map((text) => writtenCount(text, 4, '人名个'))).toEqual([8, 8, 3, 12]);
});

test('what is no whole number, is too long or has another measure is not guessed at', () => {
  for (const text of ['', '约8', '8.5', '12345', '8辆', '8人左右', '-3'])
    expect(writtenCount(text, 4, '人名个'), text).toBeNull();
});
