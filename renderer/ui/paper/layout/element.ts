import styles from './paper.module.css';

/** Class names of the pages' style sheet, several at once. */
export function classes(...names: string[]): string {
  return names.map((name) => styles[name] ?? '').join(' ');
}

/** An element with a class of the pages' style sheet and what it holds. */
export function element(
  tag: keyof HTMLElementTagNameMap,
  classNames: readonly string[],
  ...content: (string | Node)[]
): HTMLElement {
  const made = document.createElement(tag);
  if (classNames.length > 0) made.className = classes(...classNames);
  made.append(...content);
  return made;
}

/** Less than a pixel of rounding is no overflow. */
export const TOLERANCE = 0.75;

const PIXELS_PER_MILLIMETRE = 96 / 25.4;

export function toPixels(millimetres: number): number {
  return millimetres * PIXELS_PER_MILLIMETRE;
}
