import { encodeCellText } from './xml-text.ts';

/** What a cell of a form is filled with; null leaves it empty. A day is a date where the cell shows dates. */
export type FillValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'day'; day: string; text: string }
  | null;

export interface DateCells {
  /** By cell style number. */
  isDate(style: string): boolean;
  is1904: boolean;
}

const DAY_MILLISECONDS = 86_400_000;
/** The format's day 0; it counts a 29 February 1900 that never was, which no form's days come before. */
const DAY_ZERO = { usual: Date.UTC(1899, 11, 30), since1904: Date.UTC(1904, 0, 1) };

/** A whole cell element. @param prefix of the sheet's own names, as x: */
export function cellXml(
  prefix: string,
  { reference, style }: { reference: string; style: string | undefined },
  value: FillValue,
  dates: DateCells,
): string {
  const start = `<${prefix}c r="${reference}"${style === undefined ? '' : ` s="${style}"`}`;
  if (value === null) return `${start}/>`;
  if (value.kind === 'number') return numberCell(prefix, start, value.number);
  if (value.kind === 'text') return textCell(prefix, start, value.text);
  return dates.isDate(style ?? '0')
    ? numberCell(prefix, start, serialOf(value.day, dates.is1904))
    : textCell(prefix, start, value.text);
}

function numberCell(prefix: string, start: string, number: number): string {
  if (!Number.isFinite(number)) throw new RangeError(`no cell can hold ${number}`);
  return `${start}><${prefix}v>${number}</${prefix}v></${prefix}c>`;
}

/** The text stands in the cell itself: the part that all sheets share stays as it was, and no formula comes of it. */
function textCell(prefix: string, start: string, text: string): string {
  const content = `<${prefix}t xml:space="preserve">${encodeCellText(text)}</${prefix}t>`;
  return `${start} t="inlineStr"><${prefix}is>${content}</${prefix}is></${prefix}c>`;
}

function serialOf(day: string, is1904: boolean): number {
  const zero = is1904 ? DAY_ZERO.since1904 : DAY_ZERO.usual;
  return Math.round((Date.parse(`${day}T00:00:00Z`) - zero) / DAY_MILLISECONDS);
}
