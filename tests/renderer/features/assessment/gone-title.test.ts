import { goneTitle } from '#renderer/features/assessment/objects/gone-title.ts';
import { expect, it } from 'vitest';

it('names whom a group would lose, and counts them where they are many', () => {
  expect(goneTitle(['甲县', '乙县'])).toBe('去掉“甲县”“乙县”?');
  expect(goneTitle(['甲', '乙', '丙', '丁', '戊', '己'])).toBe('去掉“甲”“乙”“丙”“丁”“戊”等 6 个单位?');
});
