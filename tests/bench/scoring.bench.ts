import { createGroupScorer } from '#shared/rules/scoring/group.ts';
import type { ScoredScheme, ScoringRule } from '#shared/rules/scoring/model.ts';
import { aRule, aScheme, anEntry, anIndicator } from '#tests/support/builders/scheme.ts';
import type { Part, Report } from './report.ts';

const INDICATORS = 120;
const EDITS = 1000;

function rulesOf(place: number): ScoringRule[] {
  const kinds: ScoringRule[][] = [
    [aRule('each')],
    [aRule('failed')],
    [aRule('rate', { per: '3', points: 1000 })],
    [aRule('earn'), aRule('each', { id: 'second' })],
    [aRule('discretion')],
  ];
  return kinds[place % kinds.length] ?? [];
}

function scheme(): ScoredScheme {
  const indicators = Array.from({ length: INDICATORS }, (_, place) =>
    anIndicator({ uid: `i${place}`, maxPoints: 5000, rules: rulesOf(place) }),
  );
  return aScheme(indicators, { settings: { bestGradeQuota: 30 } });
}

function entryOf(seed: number) {
  return anEntry({
    inputs: {
      rule: { count: seed % 4, held: seed % 3 === 0, value: String(80 + (seed % 20)), points: 2000 },
    },
    reason: '现场抽查',
  });
}

interface Measured {
  load: number;
  p50: number;
  p99: number;
}

function measure(size: number): Measured {
  const objects = Array.from({ length: size }, (_, object) => ({
    uid: `o${object}`,
    entries: new Map(
      Array.from({ length: INDICATORS }, (__, place) => [`i${place}`, entryOf(object * 7 + place * 3)]),
    ),
    inapplicable: object % 5 === 0 ? new Set(['i2']) : new Set<string>(),
  }));
  const started = performance.now();
  const group = createGroupScorer(scheme(), objects);
  const load = performance.now() - started;
  const times = Array.from({ length: EDITS }, (_, edit) => {
    const objectUid = `o${(edit * 37) % size}`;
    const indicatorUid = `i${(edit * 11) % INDICATORS}`;
    const entry = entryOf(edit * 13 + 5);
    const before = performance.now();
    group.setEntries([{ objectUid, indicatorUid, entry }]);
    group.standing(objectUid);
    return performance.now() - before;
  }).toSorted((left, right) => left - right);
  return { load, p50: times[EDITS / 2] ?? 0, p99: times[Math.floor(EDITS * 0.99)] ?? 0 };
}

const SMALL = 150;
const LARGE = 1500;

/** One edit in a group of 150 and of 1500 objects; the larger may cost no more than its size. */
function run(report: Report): void {
  measure(SMALL);
  const small = measure(SMALL);
  const large = measure(LARGE);
  const frame = 16;
  report({ what: `${SMALL} × ${INDICATORS}: reading the group`, value: small.load, unit: 'ms' });
  report({ what: `${SMALL} × ${INDICATORS}: one score edited, p50`, value: small.p50, unit: 'ms' });
  report({
    what: `${SMALL} × ${INDICATORS}: one score edited, p99`,
    value: small.p99,
    unit: 'ms',
    bar: { of: 'figure', most: frame },
  });
  report({ what: `${LARGE} × ${INDICATORS}: reading the group`, value: large.load, unit: 'ms' });
  report({
    what: `${LARGE} × ${INDICATORS}: one score edited, p50`,
    value: large.p50,
    unit: 'ms',
    baseline: { name: `that of ${SMALL}`, value: small.p50 },
    bar: { of: 'ratio', most: LARGE / SMALL },
  });
  report({ what: `${LARGE} × ${INDICATORS}: one score edited, p99`, value: large.p99, unit: 'ms' });
}

export const scoringPart: Part = {
  name: 'scoring',
  title: 'totals, grades and ranks of a group after one score was edited',
  run,
};
