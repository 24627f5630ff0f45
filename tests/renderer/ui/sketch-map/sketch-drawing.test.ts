import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundLength, type SketchPoint, sketchOf, spotAt } from '#renderer/ui/sketch-map/sketch-drawing.ts';

const setup = {
  title: '分布示意图',
  width: 800,
  height: 500,
  marks: [
    { key: 'good', name: '完好', form: 'circle', fill: '#2e7d32' },
    { key: 'dry', name: '无水', form: 'triangle', fill: '#c62828' },
  ],
} as const;
const point = (key: string, longitude: number, latitude: number, place = '', mark = 'good'): SketchPoint => ({
  key,
  longitude,
  latitude,
  place,
  mark,
});
const texts = (points: readonly SketchPoint[]) =>
  sketchOf(points, setup).drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe('a sketch map', () => {
  it('keeps every point within the picture, north up and east to the right', () => {
    const places = fc.record({
      longitude: fc.integer({ min: 110_000_000, max: 116_000_000 }),
      latitude: fc.integer({ min: 22_000_000, max: 40_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(places, { minLength: 1, maxLength: 30 }), (some) => {
        const points = some.map(({ longitude, latitude }, index) =>
          point(String(index), longitude, latitude),
        );
        const { spots } = sketchOf(points, setup);
        for (const { x, y } of spots) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(setup.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(setup.height);
        }
      }),
    );
    const [south, north] = sketchOf(
      [point('south', 113_000_000, 30_000_000), point('north', 113_100_000, 30_100_000)],
      setup,
    ).spots;
    expect(north!.y).toBeLessThan(south!.y);
    expect(north!.x).toBeGreaterThan(south!.x);
  });

  it('has a legend with numbers, a round scale, and each place named once at its middle', () => {
    const points = [
      point('1', 113_000_000, 30_000_000, '河口镇'),
      point('2', 113_010_000, 30_000_000, '河口镇', 'dry'),
      point('3', 113_100_000, 30_050_000, '白石乡'),
    ];
    expect(texts(points)).toEqual(
      expect.arrayContaining(['分布示意图', '河口镇', '白石乡', '完好 2', '无水 1']),
    );
    expect(texts(points).filter((text) => text === '河口镇')).toHaveLength(1);
    expect(texts(points).some((text) => /^\d+ (?:米|公里)$/u.test(text))).toBe(true);
    expect([99, 100, 450, 999, 7_300].map(roundLength)).toEqual([50, 100, 200, 500, 5_000]);
  });

  it('finds the point under the pointer, the nearest of several', () => {
    const spots = [
      { key: 'one', x: 100, y: 100 },
      { key: 'other', x: 106, y: 100 },
    ];
    expect(spotAt(spots, 104, 100)).toBe('other');
    expect(spotAt(spots, 200, 100)).toBeNull();
  });
});
