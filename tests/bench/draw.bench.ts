import { fingerprintOf, seedOf } from '#shared/rules/random-inspection/canonical.ts';
import { drawFrom } from '#shared/rules/random-inspection/draw.ts';
import type { FrozenPool } from '#shared/rules/random-inspection/pool.ts';
import { problemsOf } from '#shared/rules/random-inspection/problems.ts';
import { sha256 } from '#main/core/sha256.ts';
import { aFrozenPool, aPoolInspector, aPoolObject } from '#tests/support/builders/frozen-pool.ts';
import { percentile, timesOf } from './measure.ts';
import type { Part, Report } from './report.ts';

const OBJECTS = 50_000;
const DRAWN = 5_000;
const INSPECTORS = 300;
const COUNTIES = 12;
const TURNS = 5;
const MOST = 1_000;

/** Every fourth inspector avoids their home county, and every tenth one object by name. */
function largePool(): FrozenPool {
  const county = (place: number): string => `county ${place % COUNTIES}`;
  return aFrozenPool({
    classes: [{ key: 'crowded', name: '人员密集场所', count: DRAWN, punishedFirst: true }],
    objects: Array.from({ length: OBJECTS }, (_, place) =>
      aPoolObject({
        key: `object ${place}`,
        punished: place % 50 === 0,
        places: [`township ${place % 150}`, county(place)],
      }),
    ),
    inspectors: Array.from({ length: INSPECTORS }, (_, place) =>
      aPoolInspector({
        key: `inspector ${place}`,
        avoidsPlaces: place % 4 === 0 ? [county(place / 4)] : [],
        avoidsNames: place % 10 === 0 ? [`单位 object ${place}`] : [],
      }),
    ),
  });
}

/** As the program does it: is it drawable, fingerprint, seed, objects and inspectors. */
async function run(report: Report): Promise<void> {
  const pool = largePool();
  const times = await timesOf(TURNS, () => {
    if (problemsOf(pool).length > 0) throw new Error('the pool cannot be drawn from');
    const seed = seedOf(fingerprintOf(pool, sha256), [{ name: '', text: '1' }], sha256);
    const drawn = drawFrom(pool, seed, sha256);
    if (drawn.length !== DRAWN) throw new Error(`${drawn.length} were drawn`);
  });
  const what = `${DRAWN} of ${OBJECTS} objects, ${INSPECTORS} inspectors with recusal`;
  const bar = { of: 'figure', most: MOST } as const;
  report({ what: `${what}, the first time`, value: times[0] ?? 0, unit: 'ms' });
  report({ what: `${what}, p50`, value: percentile(times, 50), unit: 'ms', bar });
}

export const drawPart: Part = {
  name: 'draw',
  title: 'a draw of random inspection: checked, fingerprint, seed, objects and inspectors',
  run,
};
