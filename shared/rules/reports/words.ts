import type { NumberLook, ReportCell } from './table.ts';

/* Numbers of reports in words. What cannot be told is a dash, never a 0. */

export const NOTHING = '—';

export function valueText(value: number | null, { unit, places }: NumberLook): string {
  if (value === null) return NOTHING;
  return unit === '%' ? `${rounded(value * 100, places)}%` : String(rounded(value, places));
}

/** 91.7% of 88 of 96; a dash where there is nothing to take a share of. */
export function percentOf(part: number, whole: number): string {
  return valueText(whole === 0 ? null : part / whole, { unit: '%', places: 1 });
}

/** Whether records stand behind a number: a share of 0 was taken of something, a 0 has counted nothing. */
export function hasRecords(value: number | null, { isShare }: { isShare?: true }): boolean {
  return value !== null && (value !== 0 || isShare === true);
}

/** The same of a number in its words. */
export function wordsHaveRecords(text: string | null, { isShare }: { isShare?: true }): boolean {
  return text !== null && text !== '' && text !== NOTHING && (text !== '0' || isShare === true);
}

/** How much more than then; of per cents in points of them. */
export function differenceText(
  now: number | null,
  then: number | null,
  { unit, places }: NumberLook,
): string {
  if (now === null || then === null) return NOTHING;
  if (unit === '%') return `${signed(rounded((now - then) * 100, places))}个百分点`;
  return signed(rounded(now - then, places));
}

const CHANGE_PLACES = 1;

/** The same in per cent of what it was then; a share has its difference only. */
export function changeText(now: number | null, then: number | null, { unit }: NumberLook): string {
  if (now === null || then === null || then === 0 || unit === '%') return NOTHING;
  return `${signed(rounded(((now - then) / then) * 100, CHANGE_PLACES))}%`;
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}

/** Half away from zero, as tables are rounded by hand; what multiplying left over is cut off first. */
function rounded(number: number, places: number): number {
  const scale = 10 ** places;
  const size = Math.round(Number((Math.abs(number) * scale).toPrecision(12))) / scale;
  return number < 0 && size !== 0 ? -size : size;
}

export const comparisons = ['lastYear', 'before'] as const;
export type Comparison = (typeof comparisons)[number];

/** Times of which a report shows numbers. */
export const reportTimes = ['now', ...comparisons] as const;
export type ReportTime = (typeof reportTimes)[number];

export const comparisonNames: Readonly<Record<Comparison, { past: string; change: string }>> = {
  lastYear: { past: '去年同期', change: '同比' },
  before: { past: '上期', change: '环比' },
};

/** What stands below the total of a printed report: then, how much more, and that in per cent. */
export function comparedTexts(cell: ReportCell, look: NumberLook, comparison: Comparison): string[] {
  const then = cell[comparison];
  return [valueText(then, look), differenceText(cell.value, then, look), changeText(cell.value, then, look)];
}
