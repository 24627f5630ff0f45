import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, seedOf } from '#shared/rules/random-inspection/canonical.ts';
import { drawFrom } from '#shared/rules/random-inspection/draw.ts';
import { Generator } from '#shared/rules/random-inspection/generator.ts';
import { type FrozenPool, isRecused } from '#shared/rules/random-inspection/pool.ts';
import { problemsOf } from '#shared/rules/random-inspection/problems.ts';
import { sha256 } from '#main/core/sha256.ts';
import { aFrozenPool, aPoolInspector, aPoolObject } from '#tests/support/builders/frozen-pool.ts';

const DRAWS = 10_000;

const counties = ['east', 'west', 'south'] as const;

/** Three classes, objects in three counties, inspectors that avoid one county at most: always drawable. */
const pools = fc
  .record({
    sizes: fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)),
    shares: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
    punishedFirst: fc.boolean(),
    crew: fc.array(fc.constantFrom(...counties, null), { maxLength: 8 }),
    perObject: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ sizes, shares, punishedFirst, crew, perObject }): FrozenPool => {
    const objects = sizes.flatMap((size, kind) =>
      Array.from({ length: size }, (_, place) =>
        aPoolObject({
          key: `object ${kind} ${place}`,
          classKey: `class ${kind}`,
          punished: place % 3 === 0,
          places: [counties[place % counties.length]!],
        }),
      ),
    );
    const free = ['x', 'y', 'z'].map((key) => aPoolInspector({ key }));
    const avoiding = crew.map((county, place) =>
      aPoolInspector({ key: `inspector ${place}`, avoidsPlaces: county === null ? [] : [county] }),
    );
    const classes = sizes.map((size, kind) => ({
      key: `class ${kind}`,
      name: `类别 ${kind}`,
      count: Math.floor((size * shares[kind]!) / 100),
      punishedFirst,
    }));
    return aFrozenPool({ perObject, classes, objects, inspectors: [...free, ...avoiding] });
  });
const seeds = fc.integer().map((number) => `seed ${number}`);

describe('a draw', () => {
  it('takes the required number of each class, nothing twice, and enough inspectors of whom none is recused', () => {
    fc.assert(
      fc.property(pools, seeds, (pool, seed) => {
        expect(problemsOf(pool)).toEqual([]);
        const drawn = drawFrom(pool, seed, sha256);
        expect(new Set(drawn.map(({ objectKey }) => objectKey)).size).toBe(drawn.length);
        for (const { key, count } of pool.classes)
          expect(drawn.filter(({ classKey }) => classKey === key)).toHaveLength(count);
        for (const { objectKey, classKey, inspectorKeys } of drawn) {
          const object = pool.objects.find(({ key }) => key === objectKey)!;
          expect(object.classKey).toBe(classKey);
          expect(new Set(inspectorKeys).size).toBe(pool.perObject);
          const sent = pool.inspectors.filter(({ key }) => inspectorKeys.includes(key));
          expect(sent.some((inspector) => isRecused(inspector, object))).toBe(false);
        }
      }),
    );
  });

  it('does not depend on the order in which the pool was read', () => {
    fc.assert(
      fc.property(pools, seeds, (pool, seed) => {
        const turned: FrozenPool = {
          ...pool,
          classes: pool.classes.toReversed(),
          objects: pool.objects.toReversed(),
          inspectors: pool.inspectors.toReversed(),
        };
        expect(fingerprintOf(turned, sha256)).toBe(fingerprintOf(pool, sha256));
        expect(drawFrom(turned, seed, sha256)).toEqual(drawFrom(pool, seed, sha256));
      }),
    );
  });

  it('takes the punished before all others where the class says so', () => {
    fc.assert(
      fc.property(pools, seeds, (given, seed) => {
        const classes = given.classes.map((each) => ({ ...each, punishedFirst: true }));
        const pool = { ...given, classes };
        const drawn = new Set(drawFrom(pool, seed, sha256).map(({ objectKey }) => objectKey));
        for (const { key } of classes) {
          const own = pool.objects.filter(({ classKey }) => classKey === key);
          const leftPunished = own.some((object) => object.punished && !drawn.has(object.key));
          const drawnOther = own.some((object) => !object.punished && drawn.has(object.key));
          expect(leftPunished && drawnOther).toBe(false);
        }
      }),
    );
  });

  it('gives inspectors whom nothing recuses loads that differ by one at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 9 }),
        seeds,
        (size, crew, seed) => {
          const objects = Array.from({ length: size }, (_, place) => aPoolObject({ key: `object ${place}` }));
          const inspectors = Array.from({ length: crew }, (_, place) =>
            aPoolInspector({ key: `i ${place}` }),
          );
          const classes = [{ key: 'crowded', name: '', count: size, punishedFirst: false }];
          const drawn = drawFrom(aFrozenPool({ objects, inspectors, classes }), seed, sha256);
          const loads = inspectors.map(
            ({ key }) => drawn.filter(({ inspectorKeys }) => inspectorKeys.includes(key)).length,
          );
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is equally likely to take each object of a class: chi-square over 10 000 draws', () => {
    const pool = aFrozenPool({
      objects: Array.from({ length: 20 }, (_, place) => aPoolObject({ key: `object ${place}` })),
      classes: [{ key: 'crowded', name: '', count: 6, punishedFirst: false }],
    });
    const counts = new Map<string, number>();
    for (let turn = 0; turn < DRAWS; turn += 1) {
      const seed = seedOf(fingerprintOf(pool, sha256), [{ name: '', text: String(turn) }], sha256);
      for (const { objectKey } of drawFrom(pool, seed, sha256))
        counts.set(objectKey, (counts.get(objectKey) ?? 0) + 1);
    }
    // Drawn without replacement: counts of one draw depend on each other, which the factor (n - 1) / n takes in.
    const [size, share] = [20, 6 / 20];
    const spread = pool.objects.reduce(
      (sum, { key }) => sum + ((counts.get(key) ?? 0) - DRAWS * share) ** 2,
      0,
    );
    const chiSquare = (spread / (DRAWS * share * (1 - share))) * ((size - 1) / size);
    // The 99.9 % bound of 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.82);
    // Too even would be no chance either: the 0.1 % bound.
    expect(chiSquare).toBeGreaterThan(5.41);
  });
});

describe('the generator', () => {
  it('passes over the numbers that would make small ones likelier', () => {
    // Of 32 bits, the values from 4294967295 on are no whole round of three.
    const words = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 5];
    const generator = new Generator('', '', () => Uint8Array.from(words));
    expect(generator.below(3)).toBe(2);
  });

  it('is the SHA-256 in counter mode that the README writes down', () => {
    const first = Buffer.from(sha256('seed|label|0'));
    const second = Buffer.from(sha256('seed|label|1'));
    const generator = new Generator('seed', 'label', sha256);
    const told = Array.from({ length: 9 }, () => generator.below(2 ** 32));
    expect(told[0]).toBe(first.readUInt32BE(0));
    expect(told[7]).toBe(first.readUInt32BE(28));
    expect(told[8]).toBe(second.readUInt32BE(0));
  });
});
