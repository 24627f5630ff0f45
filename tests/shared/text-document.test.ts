import { expect, it } from 'vitest';
import { textOfDocument } from '#shared/text-document.ts';

it('gives a received text as it would be pasted: headings, paragraphs and filled cells, a line each, in reading order', () => {
  const text = textOfDocument({
    blocks: [
      { kind: 'paragraph', text: '在全市消防工作会议上的讲话', level: 0 },
      { kind: 'paragraph', text: '一、压实责任\n二、强化督导', level: null },
      {
        kind: 'table',
        rows: [
          ['任务', '牵头单位', ''],
          ['校园检查', '市教育局', '10月底前'],
        ],
      },
      { kind: 'paragraph', text: '请抓好落实。', level: null },
    ],
    warnings: [],
    contains: { macros: false, externalLinks: false, embeddedObjects: false },
  });
  expect(text.split('\n')).toEqual([
    '在全市消防工作会议上的讲话',
    '一、压实责任',
    '二、强化督导',
    '任务',
    '牵头单位',
    '校园检查',
    '市教育局',
    '10月底前',
    '请抓好落实。',
  ]);
});
