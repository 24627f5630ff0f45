import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedView, seenAt, wholeView, zoomedView } from '#renderer/ui/sketch-map/sketch-view.ts';
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

describe('looking closer at a sketch map', () => {
  const size = { width: 800, height: 500 };
  const spot = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -250, max: 250 }) });

  it('leaves what lies under the pointer where it is', () => {
    fc.assert(
      fc.property(spot, spot, fc.double({ min: 1.1, max: 20, noNaN: true }), (at, by, factor) => {
        const before = movedView(zoomedView(wholeView, 2, { x: 0, y: 0 }), by, size);
        const here = { x: (at.x - before.across) / before.scale, y: (at.y - before.down) / before.scale };
        const seen = seenAt(zoomedView(before, factor, at), here);
        expect(seen.x).toBeCloseTo(at.x, 6);
        expect(seen.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  it('is never moved out of sight, and is whole again when it is as small as it was', () => {
    expect(movedView(wholeView, { x: 300, y: -200 }, size)).toEqual(wholeView);
    const close = movedView(zoomedView(wholeView, 3, { x: 50, y: 0 }), { x: 9_999, y: -9_999 }, size);
    expect(close).toEqual({ scale: 3, across: 800, down: -500 });
    expect(zoomedView(close, 0.01, { x: 9, y: 9 })).toEqual(wholeView);
  });

  it('draws only what is seen, on a finer scale, and still counts everything in the legend', () => {
    const points = [
      point('1', 113_000_000, 30_000_000, '河口镇'),
      point('2', 113_100_000, 30_050_000, '白石乡', 'dry'),
    ];
    const [first] = sketchOf(points, setup).spots;
    const at = { x: first!.x - 400, y: first!.y - 244 };
    const { spots, drawing } = sketchOf(points, { ...setup, view: zoomedView(wholeView, 8, at) });
    expect(spots.map(({ key }) => key)).toEqual(['1']);
    const written = drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(written).toEqual(expect.arrayContaining(['河口镇', '完好 1', '无水 1']));
    expect(written).not.toContain('白石乡');
  });
});
