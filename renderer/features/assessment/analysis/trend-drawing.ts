import type { ProfilePeriod } from '#shared/contract/analysis.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import { type Drawing, lineShape, type Shape, textShape } from '#renderer/ui/picture/drawing.ts';

const WIDTH = 560;
const HEIGHT = 220;
const EDGE = { left: 44, right: 30, top: 52, bottom: 34 };
const DOT = 8;
const INK = '#1f1f1f';
const GREY = '#8b929a';
/** More points than that would hide each other's numbers. */
const MOST_POINTS = 8;

/**
 * Score rates of the last periods of one kind that are scored completely, the earliest at the left; null where there
 * is nothing to join. The axis is the whole of the points, so that a small change looks small.
 */
export function trendDrawing(periods: readonly ProfilePeriod[], title: string): Drawing | null {
  const complete = periods.filter((period) => period.complete && period.total !== null);
  const [latest] = complete;
  const shown = complete
    .filter(({ kind }) => kind === latest?.kind)
    .slice(0, MOST_POINTS)
    .toReversed();
  if (shown.length < 2) return null;
  const room = { width: WIDTH - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };
  const x = (place: number): number => EDGE.left + (place / (shown.length - 1)) * room.width;
  const y = (rate: number): number => EDGE.top + (1 - Math.min(1, Math.max(0, rate))) * room.height;
  const points = shown.map((period, place) => ({ ...period, x: x(place), y: y(rateOf(period)) }));
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      textShape(WIDTH / 2, 14, title, 'center', 14, INK),
      ...[0, 0.5, 1].flatMap((rate): Shape[] => [
        lineShape(
          [
            [EDGE.left, y(rate)],
            [WIDTH - EDGE.right, y(rate)],
          ],
          '#e4e4e7',
          1,
        ),
        textShape(EDGE.left - 8, y(rate), `${rate * 100}%`, 'right', 11, GREY),
      ]),
      lineShape(
        points.map((point) => [point.x, point.y]),
        GREY,
        2,
      ),
      ...points.flatMap((point): Shape[] => [
        {
          kind: 'rect',
          x: point.x - DOT / 2,
          y: point.y - DOT / 2,
          width: DOT,
          height: DOT,
          fill: '#4a5568',
          opens: point.objectUid,
          words: `${point.title} ${decimalText(point.total, point.decimals)}分`,
        },
        textShape(point.x, point.y - 14, decimalText(point.total, point.decimals), 'center', 11, INK),
        textShape(point.x, HEIGHT - 16, point.code, 'center', 11, INK),
      ]),
    ],
  };
}

function rateOf({ total, fullPoints }: ProfilePeriod): number {
  return fullPoints === 0 ? 0 : (total ?? 0) / fullPoints;
}
