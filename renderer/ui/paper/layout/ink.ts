import { element } from './element.ts';

/*
 * The standard measures from the edges of printed characters, not from those of their lines. Where the ink of a line
 * begins and ends is known from its base line and from what the canvas says of its characters.
 */

let context: CanvasRenderingContext2D | null = null;

function measureText(text: string, font: string): TextMetrics | null {
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return null;
  context.font = font;
  return context.measureText(text);
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
  const metrics = measureText(text === '' ? sample : text, fontOf(line));
  const above = metrics?.actualBoundingBoxAscent ?? 0;
  const below = metrics?.actualBoundingBoxDescent ?? 0;
  return { top: baseline - above, bottom: baseline + below };
}

/** The computed shorthand is empty as soon as one of its parts, such as kerning, is not the usual. */
function fontOf(line: HTMLElement): string {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(line);
  return `${fontWeight} ${fontSize} ${fontFamily}`;
}
