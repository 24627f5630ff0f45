import { pathToFileURL } from 'node:url';
import { createGroupScorer } from '#shared/rules/scoring/group.ts';
import type { ScoredScheme, ScoringRule } from '#shared/rules/scoring/model.ts';
import { aRule, aScheme, anEntry, anIndicator } from '#tests/support/builders/scheme.ts';

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

function line(size: number, { load, p50, p99 }: Measured): string {
  const shown = [load, p50, p99].map((time) => time.toFixed(3));
  return `${size} × ${INDICATORS}: load ${shown[0]} ms, one edit p50 ${shown[1]} ms, p99 ${shown[2]} ms`;
}

/** One edit in a group of 150 and of 1500 objects: target p99 ≤ 16 ms for 150, growing no faster than the group. */
export function run(): string[] {
  measure(150);
  const small = measure(150);
  const large = measure(1500);
  const ratio = (large.p50 / small.p50).toFixed(1);
  return [line(150, small), line(1500, large), `ratio 1500/150 of p50: ${ratio}`];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const text of run()) console.log(text);
}
