import { expect, test } from 'vitest';
import { attachmentLabel, attachmentLines, printedDay } from '#shared/rules/papers/printed-words.ts';

test('a day is printed without zeros in front', () => {
  expect(['2026-01-05', '2026-11-23', ''].map(printedDay)).toEqual(['2026年1月5日', '2026年11月23日', '']);
});

test('attachments are numbered only when there are several', () => {
  const one = { title: '名单', body: [] };
  expect(attachmentLines([one])).toEqual([{ number: '', title: '名单' }]);
  expect(attachmentLines([one, one]).map(({ number }) => number)).toEqual(['1. ', '2. ']);
  expect([attachmentLabel(0, 1), attachmentLabel(1, 2)]).toEqual(['附件', '附件2']);
});
