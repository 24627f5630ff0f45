import type { EstablishmentDay } from '#shared/rules/establishments/progress.ts';
import { type Drawing, lineShape, type Shape, textShape } from '#renderer/ui/picture/drawing.ts';

const WIDTH = 560;
const HEIGHT = 260;
const EDGE = { left: 48, right: 24, top: 40, bottom: 34 };
const INK = '#1f1f1f';
const GREY = '#8b929a';

interface Curve {
  title: string;
  days: readonly EstablishmentDay[];
  /** How many there have to be. */
  total: number;
  dueOn: string;
  today: string;
}

/** How many plaques hang, day by day, with the deadline as an upright line; null before the first one. */
export function curveDrawing({ title, days, total, dueOn, today }: Curve): Drawing | null {
  const [first] = days;
  if (first === undefined || total === 0) return null;
  const [from, to] = [
    Math.min(instantOf(first.day), instantOf(dueOn)),
    Math.max(instantOf(dueOn), instantOf(today)),
  ];
  const room = { width: WIDTH - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };
  const x = (day: string): number =>
    EDGE.left + (to === from ? 0.5 : (instantOf(day) - from) / (to - from)) * room.width;
  const y = (count: number): number => EDGE.top + (1 - count / total) * room.height;
  const steps = days.flatMap(({ day, established }, place): (readonly [number, number])[] => [
    [x(day), y(days[place - 1]?.established ?? 0)],
    [x(day), y(established)],
  ]);
  const reached = days.at(-1)?.established ?? 0;
  const edge = WIDTH - EDGE.right;
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      textShape(WIDTH / 2, 14, title, 'center', 14, INK),
      ...[0, total].flatMap((count): Shape[] => [
        lineShape(
          [
            [EDGE.left, y(count)],
            [edge, y(count)],
          ],
          '#e4e4e7',
          1,
        ),
        textShape(EDGE.left - 8, y(count), String(count), 'right', 11, GREY),
      ]),
      lineShape(
        [
          [x(dueOn), EDGE.top],
          [x(dueOn), HEIGHT - EDGE.bottom],
        ],
        '#b91c1c',
        1,
      ),
      textShape(
        x(dueOn),
        HEIGHT - 8,
        `期限 ${dueOn}`,
        x(dueOn) > edge - 60 ? 'right' : 'center',
        11,
        '#b91c1c',
      ),
      lineShape([...steps, [x(today), y(reached)]], '#4a5568', 2),
      textShape(EDGE.left, HEIGHT - 22, first.day, 'left', 11, GREY),
      textShape(EDGE.left + 4, y(reached) - 10, `已挂牌 ${reached}`, 'left', 12, INK),
    ],
  };
}

function instantOf(day: string): number {
  return Date.parse(day);
}
