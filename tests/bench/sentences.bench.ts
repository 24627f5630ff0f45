import { readSentence } from '#shared/rules/sentences/read-sentence.ts';
import { madeUpLabels } from '#tests/shared/rules/sentences/made-up-labels.ts';
import { percentile, timesOf } from './measure.ts';
import type { Part, Report } from './report.ts';

const SENTENCES = 1_000;
const TURNS = 9;
const MOST = 200;

function readAll(): void {
  for (let place = 0; place < SENTENCES; place += 1) {
    const [sentence, points] = madeUpLabels[place % madeUpLabels.length] ?? ['', 0];
    readSentence(sentence, { points });
  }
}

/** The first turn is a page's that was just opened. */
async function run(report: Report): Promise<void> {
  const times = await timesOf(TURNS, readAll);
  const bar = { of: 'figure', most: MOST } as const;
  report({ what: `${SENTENCES} sentences, the first time`, value: times[0] ?? 0, unit: 'ms' });
  report({ what: `${SENTENCES} sentences, p50`, value: percentile(times, 50), unit: 'ms', bar });
}

export const sentencesPart: Part = {
  name: 'sentences',
  title: 'rules recognised from the sentences of a scheme',
  run,
};
