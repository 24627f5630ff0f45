import { expect, it } from 'vitest';
import { saysNumber } from '#shared/rules/papers/said-number.ts';

const full = '临消安办〔2026〕3号';

it.each(['3', '03号', '2026-3', '〔2026〕3号', '[2026]03', '临消安办〔2026〕3号', '临消安办(2026)第3号'])(
  '%s says 临消安办〔2026〕3号',
  (written) => {
    expect(saysNumber(written, full)).toBe(true);
  },
);

it.each(['4', '〔2025〕3号', '临消安委〔2026〕3号', '消安办〔2026〕3号'])(
  '%s says another number',
  (written) => {
    expect(saysNumber(written, full)).toBe(false);
  },
);

it('an issue is said by its serial, with 第 or without', () => {
  expect(saysNumber('第12期', '工作简报第12期')).toBe(true);
  expect(saysNumber('12', '工作简报第12期')).toBe(true);
});
