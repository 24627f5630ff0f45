import { expect, test } from 'vitest';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import { paperLayouts, paperSchema } from '#shared/rules/papers/model.ts';
import { fullPagesPaper, samplePapers } from '#tests/support/builders/paper.ts';

test.each(Object.entries(samplePapers))(
  'the sample paper %s is one that the program can keep',
  (_, build) => {
    expect(paperSchema.parse(build())).toEqual(build());
  },
);

test.each(paperLayouts)('a blank paper of the layout %s can be kept', (layout) => {
  expect(paperSchema.parse(blankPaper(layout))).toEqual(blankPaper(layout));
});

test('a paper of full lines can be kept', () => {
  expect(paperSchema.safeParse(fullPagesPaper()).success).toBe(true);
});
