import { type Drawing, type Shape, shortened } from './drawing.ts';

export interface Bar {
  key: string;
  name: string;
  value: number;
  /** The value as it is written behind the bar. */
  text: string;
  /** Of a bar that stands out; the usual grey without it. */
  fill?: string;
}

interface BarsSetup {
  title: string;
  /** What a full bar stands for. */
  most: number;
  width?: number;
  nameLetters?: number;
}

const LINE = 24;
const THICKNESS = 14;
const HEAD = 34;
const LETTER = 13;
const VALUE_WIDTH = 150;
const USUAL_FILL = '#8b929a';

/** Lying bars, one below the other; the values stand behind them, so that no axis has to be read. */
export function barsDrawing(bars: readonly Bar[], setup: BarsSetup): Drawing {
  const { title, most, width = 820, nameLetters = 12 } = setup;
  const left = nameLetters * LETTER + 12;
  const room = width - left - VALUE_WIDTH;
  const shapes = bars.flatMap(({ key, name, value, text, fill = USUAL_FILL }, place): Shape[] => {
    const middle = HEAD + place * LINE + LINE / 2;
    const length = most <= 0 ? 0 : Math.max(0, (value / most) * room);
    return [
      {
        kind: 'text',
        x: left - 8,
        y: middle,
        text: shortened(name, nameLetters),
        size: 13,
        fill: '#1f1f1f',
        align: 'right',
      },
      {
        kind: 'rect',
        x: left,
        y: middle - THICKNESS / 2,
        // A bar of nothing can still be opened.
        width: Math.max(2, Math.min(room, length)),
        height: THICKNESS,
        fill,
        opens: key,
        words: `${name} ${text}`,
      },
      {
        kind: 'text',
        x: left + Math.min(room, length) + 8,
        y: middle,
        text,
        size: 13,
        fill: '#1f1f1f',
        align: 'left',
      },
    ];
  });
  const heading: Shape = {
    kind: 'text',
    x: width / 2,
    y: 16,
    text: title,
    size: 15,
    fill: '#1f1f1f',
    align: 'center',
  };
  return { width, height: HEAD + bars.length * LINE + 8, shapes: [heading, ...shapes] };
}
