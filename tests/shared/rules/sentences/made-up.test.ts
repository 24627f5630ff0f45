import { describe, expect, it } from 'vitest';
import { readSentence } from '#shared/rules/sentences/read-sentence.ts';
import { differenceOf } from './comparison.ts';
import { furtherLabels } from './further-labels.ts';
import { madeUpLabels } from './made-up-labels.ts';
import { unseenLabels } from './unseen-labels.ts';

describe('sentences in the words of schemes', () => {
  it.each([...madeUpLabels, ...unseenLabels, ...furtherLabels])(
    'reads “%s” of an item of %d as it is labelled',
    (sentence, points, expected) => {
      expect(differenceOf(readSentence(sentence, { points }), expected)).toBeNull();
    },
  );
});
