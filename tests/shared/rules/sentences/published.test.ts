import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoringRuleSchema } from '#shared/rules/scoring/model.ts';
import { proposeRules } from '#shared/rules/sentences/propose-rules.ts';
import { readSentence } from '#shared/rules/sentences/read-sentence.ts';
import { differenceOf } from './comparison.ts';
import type { Expected } from './expected.ts';
import { publishedLabels } from './published-labels.ts';

interface Published {
  vetoes: string[];
  categories: { indicators: { points: number | null; rule: string }[] }[];
}

interface Labelled {
  place: string;
  sentence: string;
  points: number | null;
  hash: string;
  expected: Expected;
}

const folder = join(import.meta.dirname, '../../../../../shared/schemes');
const LEAST_RIGHT = 0.95;

/** Kinds in the order of the program's model; what is left to the clerk counts by itself. */
function kindsOf({ expected }: Labelled): string[] {
  return expected.understood ? [...new Set(expected.rules.map(({ kind }) => kind))] : ['left to the clerk'];
}

function labelledOf(file: string): Labelled[] {
  const scheme = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Published;
  return (publishedLabels[file] ?? []).map(([place, hash, expected]) => {
    const [category, number] = place.split('.');
    const indicator = scheme.categories[Number(category)]?.indicators[Number(number)];
    const veto = scheme.vetoes[Number(number)];
    return category === 'veto'
      ? { place: `${file} ${place}`, sentence: veto ?? '', points: null, hash, expected }
      : {
          place: `${file} ${place}`,
          sentence: indicator?.rule ?? '',
          points: indicator?.points ?? null,
          hash,
          expected,
        };
  });
}

if (!existsSync(folder)) {
  process.stdout.write('published sentences: NOT RUN, because ../shared/schemes is not there\n');
}

describe.skipIf(!existsSync(folder))('the sentences of published schemes', () => {
  const labelled = existsSync(folder) ? Object.keys(publishedLabels).flatMap(labelledOf) : [];

  it('are still those that were labelled', () => {
    const changed = labelled.filter(
      ({ sentence, hash }) => createHash('sha256').update(sentence).digest('hex').slice(0, 8) !== hash,
    );
    expect(changed.map(({ place }) => place)).toEqual([]);
  });

  it('are proposed as rules that a scheme can hold', () => {
    for (const { sentence, points, place } of labelled) {
      const item = {
        inBonusCategory: true,
        ruleText: sentence,
        content: '',
        maxPoints: Math.round((points ?? 0) * 1_000),
        rules: [],
      };
      for (const { rule } of proposeRules(item).rules) {
        expect(scoringRuleSchema.safeParse(rule).error, place).toBeUndefined();
      }
    }
  });

  it('are read with all rules, numbers and bounds right in at least 95 of 100', () => {
    const wrong = labelled.flatMap(({ place, sentence, points, expected }) => {
      const difference = differenceOf(readSentence(sentence, { points }), expected);
      return difference === null ? [] : [`${place} ${sentence}: ${difference}`];
    });
    const counts = new Map<string, number>();
    for (const kind of labelled.flatMap(kindsOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const told = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
    const right = labelled.length - wrong.length;
    process.stdout.write(`published sentences: ${right} of ${labelled.length} right (${told})\n`);
    expect(right / labelled.length, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});
