import { element } from './element.ts';

/*
 * The standard measures from the edges of printed characters, not from those of their lines. Where the ink of a line
 * begins and ends is known from its base line and from drawing its characters: what the canvas says of a text's box
 * takes in the control points of its outlines, up to a tenth of a character too much.
 */

/** Above and below the base line, in parts of the character's size. */
interface Ink {
  above: number;
  below: number;
}

const SIZE = 100;
const BASELINE = 140;
const HEIGHT = 200;
const OPAQUE = 127;
const CHANNELS = 4;

const known = new Map<string, Ink>();

function inkOf(text: string, weight: string, family: string): Ink {
  const key = `${weight} ${family} ${text}`;
  const ink = known.get(key) ?? drawnInk(text, `${weight} ${SIZE}px ${family}`);
  known.set(key, ink);
  return ink;
}

function drawnInk(text: string, font: string): Ink {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(SIZE * 1.2 * (text.length + 1));
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return { above: 0, below: 0 };
  context.font = font;
  context.fillText(text, SIZE / 4, BASELINE);
  const dots = context.getImageData(0, 0, canvas.width, HEIGHT).data;
  const rows = Array.from({ length: HEIGHT }, (_, row) => row).filter((row) =>
    hasInk(dots, row, canvas.width),
  );
  const [first = BASELINE] = rows;
  const last = rows.at(-1) ?? BASELINE - 1;
  return { above: (BASELINE - first) / SIZE, below: (last + 1 - BASELINE) / SIZE };
}

function hasInk(dots: Uint8ClampedArray, row: number, width: number): boolean {
  const end = (row + 1) * width * CHANNELS;
  for (let at = row * width * CHANNELS + CHANNELS - 1; at < end; at += CHANNELS) {
    if ((dots[at] ?? 0) > OPAQUE) return true;
  }
  return false;
}

/**
 * Upper and lower edge of what is printed in an element of one line, in the window's pixels.
 * @param sample what is measured where the line itself is empty
 */
export function inkEdges(line: HTMLElement, sample = '号'): { top: number; bottom: number } {
  const marker = element('span', ['baseline']);
  line.append(marker);
  const baseline = marker.getBoundingClientRect().bottom;
  marker.remove();
  const text = (line.textContent ?? '').trim();
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(line);
  const { above, below } = inkOf(text === '' ? sample : text, fontWeight, fontFamily);
  const size = Number.parseFloat(fontSize);
  return { top: baseline - above * size, bottom: baseline + below * size };
}
