import { seenAt, type SketchView, type Spot, wholeView } from './sketch-view.ts';
import { type Drawing, lineShape, type MarkForm, type Shape, textShape } from '../picture/drawing.ts';

/* A map without tiles: points where they are to each other, with a scale and the names of places. */

/** Coordinates in 1e-6 degrees. */
export interface SketchPoint {
  key: string;
  longitude: number;
  latitude: number;
  /** Key of its mark. */
  mark: string;
  /** Written once for all points of one place, at their middle. */
  place: string;
}

export interface SketchMark {
  key: string;
  name: string;
  form: MarkForm;
  fill: string;
}

export interface SketchSetup {
  title: string;
  width: number;
  height: number;
  marks: readonly SketchMark[];
  /** The whole without it. */
  view?: SketchView;
}

export interface Sketch {
  drawing: Drawing;
  /** Where each point that is seen stands in the drawing. */
  spots: readonly { key: string; x: number; y: number }[];
}

const METRES_PER_MICRO = 0.111_195;
const MARGIN = 36;
const HEAD = 34;
const FOOT = 46;
const DARK = '#1f1f1f';
const GREY = '#595959';
const NAME_SIZE = 12;
const LEGEND_GAP = 26;
const MARK_ROOM = 14;
const LETTER = 13;
/** Points in one spot would fill the picture otherwise. */
const LEAST_METRES = 200;

/** Of the part of the picture that points are drawn in. */
export function middleOf({ width, height }: { width: number; height: number }): Spot {
  return { x: width / 2, y: HEAD + (height - HEAD - FOOT) / 2 };
}

export function sketchOf(given: readonly SketchPoint[], setup: SketchSetup): Sketch {
  const { title, width, height, marks } = setup;
  const { spotOf, metresPerPixel } = projection(given, setup);
  const isSeen = ({ x, y }: Spot) => x >= 0 && x <= width && y >= HEAD && y <= height - FOOT;
  const seen = given.map((point) => ({ point, spot: spotOf(point) })).filter(({ spot }) => isSeen(spot));
  const points = seen.map(({ point }) => point);
  const spots = seen.map(({ point, spot }) => ({ key: point.key, ...spot }));
  // Mark by mark: what the legend names last lies on top, so that what is in good order hides nothing.
  const ofPoints = marks.flatMap(({ key, form, fill }) =>
    points.flatMap(({ mark }, index): Shape[] => {
      const spot = spots[index];
      return mark === key && spot !== undefined ? [{ kind: 'mark', x: spot.x, y: spot.y, form, fill }] : [];
    }),
  );
  const shapes = [
    textShape(width / 2, HEAD / 2, title, 'center', 15, DARK),
    ...ofPoints,
    ...placeNames(points, spots),
    ...scaleBar(metresPerPixel, setup),
    ...legend(given, setup),
  ];
  return { drawing: { width, height, shapes }, spots };
}

/** North up, the same scale in both directions, everything within the margins. */
function projection(points: readonly SketchPoint[], { width, height, view = wholeView }: SketchSetup) {
  const range = (of: (point: SketchPoint) => number) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const point of points) [least, most] = [Math.min(least, of(point)), Math.max(most, of(point))];
    return { middle: (least + most) / 2, length: most - least };
  };
  const [east, north] = [range((point) => point.longitude), range((point) => point.latitude)];
  const shrink = Math.cos((north.middle / 1_000_000 / 180) * Math.PI);
  const across = Math.max(LEAST_METRES, east.length * METRES_PER_MICRO * shrink);
  const up = Math.max(LEAST_METRES, north.length * METRES_PER_MICRO);
  const metresPerPixel = Math.max(across / (width - 2 * MARGIN), up / (height - HEAD - FOOT - MARGIN));
  const middle = middleOf({ width, height });
  return {
    metresPerPixel: metresPerPixel / view.scale,
    spotOf: ({ longitude, latitude }: SketchPoint): Spot => {
      const { x, y } = seenAt(view, {
        x: ((longitude - east.middle) * METRES_PER_MICRO * shrink) / metresPerPixel,
        y: -((latitude - north.middle) * METRES_PER_MICRO) / metresPerPixel,
      });
      return { x: middle.x + x, y: middle.y + y };
    },
  };
}

type Spots = Sketch['spots'];

/** At the mean of their points; where two names would lie on each other, that of more points stays. */
function placeNames(points: readonly SketchPoint[], spots: Spots): Shape[] {
  const sums = new Map<string, { x: number; y: number; count: number }>();
  for (const [index, { place }] of points.entries()) {
    const spot = spots[index];
    if (spot === undefined || place === '') continue;
    const { x, y, count } = sums.get(place) ?? { x: 0, y: 0, count: 0 };
    sums.set(place, { x: x + spot.x, y: y + spot.y, count: count + 1 });
  }
  const written: { x: number; y: number; half: number }[] = [];
  return [...sums]
    .toSorted(([, one], [, other]) => other.count - one.count)
    .flatMap(([name, sum]) => {
      const at = { x: sum.x / sum.count, y: sum.y / sum.count, half: (name.length * NAME_SIZE) / 2 };
      const isTaken = written.some(
        (other) =>
          Math.abs(other.y - at.y) < NAME_SIZE + 2 && Math.abs(other.x - at.x) < other.half + at.half + 4,
      );
      if (isTaken) return [];
      written.push(at);
      return [{ ...textShape(at.x, at.y - MARK_ROOM, name, 'center', NAME_SIZE, GREY), isEdged: true }];
    });
}

function scaleBar(metresPerPixel: number, { height, width }: SketchSetup): Shape[] {
  const metres = roundLength((width / 5) * metresPerPixel);
  const length = metres / metresPerPixel;
  const [x, y] = [MARGIN, height - FOOT + 8];
  const text = metres >= 1_000 ? `${metres / 1_000} 公里` : `${metres} 米`;
  return [
    lineShape(
      [
        [x, y - 5],
        [x, y],
        [x + length, y],
        [x + length, y - 5],
      ],
      DARK,
      1.5,
    ),
    textShape(x + length + 8, y - 2, text, 'left', 12, DARK),
    textShape(width - MARGIN, HEAD / 2, '北 ↑', 'right', 13, DARK),
  ];
}

/** The longest of 1, 2, 5, 10, 20… that is not longer. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [5, 2, 1].find((each) => each * power <= most) ?? 1;
  return factor * power;
}

/** Each mark with its name and how many points have it. */
function legend(points: readonly SketchPoint[], { marks, height }: SketchSetup): Shape[] {
  const counts = Map.groupBy(points, ({ mark }) => mark);
  const y = height - 16;
  let x = MARGIN;
  return marks.flatMap(({ key, name, form, fill }): Shape[] => {
    const words = `${name} ${counts.get(key)?.length ?? 0}`;
    const shapes: Shape[] = [
      { kind: 'mark', x, y, form, fill },
      textShape(x + MARK_ROOM, y, words, 'left', 12, DARK),
    ];
    x += MARK_ROOM + words.length * LETTER + LEGEND_GAP - LETTER;
    return shapes;
  });
}

/** The point under the pointer; null: none is near. */
export function spotAt(spots: Spots, x: number, y: number): string | null {
  const NEAR = 9;
  let found: { key: string; distance: number } | null = null;
  for (const spot of spots) {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    if (distance <= NEAR && distance < (found?.distance ?? Number.POSITIVE_INFINITY))
      found = { key: spot.key, distance };
  }
  return found?.key ?? null;
}
