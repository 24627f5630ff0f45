import { FEN_IN_TEN_THOUSAND_YUAN } from '../money.ts';
import type { LedgerColumn } from './definition.ts';
import { isUnit, isUnitOf, withoutMark } from './units.ts';

/* Numbers are kept as integers of their smallest unit and written as people do. */

export type NumberColumn = Extract<LedgerColumn, { kind: 'whole' | 'decimal' | 'money' }>;

const multipliers: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };
const WRITTEN = /^(约|大约|近|超过|超)?([-+]?\d+(?:\.\d+)?)([百千万亿])?(余|多)?(.{0,6}?)(左右)?$/u;
/** 100 亿元 in 分: far below what a double holds exactly. */
const MOST_MONEY = 1_000_000_000_000;

export function isNumber(column: LedgerColumn): column is NumberColumn {
  return column.kind === 'whole' || column.kind === 'decimal' || column.kind === 'money';
}

/** How many of what is kept make one of what is shown. */
export function scaleOf(column: NumberColumn): number {
  if (column.kind === 'whole') return 1;
  if (column.kind === 'decimal') return 10 ** column.places;
  return column.shownIn === '元' ? 100 : FEN_IN_TEN_THOUSAND_YUAN;
}

function placesOf(column: NumberColumn): number {
  return Math.round(Math.log10(scaleOf(column)));
}

export function unitOf(column: NumberColumn): string {
  return column.kind === 'money' ? column.shownIn : (column.unit ?? '');
}

/** As it is shown, without zeros at its end. */
export function numberText(column: NumberColumn, kept: number): string {
  const text = (kept / scaleOf(column)).toFixed(placesOf(column));
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}

/** What is wrong with a number as it is kept; null: nothing. */
export function rangeProblem(column: NumberColumn, kept: number): string | null {
  if (!Number.isSafeInteger(kept)) return `${column.name}请填写数字`;
  const [least, most] =
    column.kind === 'money' ? [0, MOST_MONEY] : [column.min * scaleOf(column), column.max * scaleOf(column)];
  if (kept < least) return `${column.name}不能小于 ${numberText(column, least)}${unitOf(column)}`;
  if (kept > most) return `${column.name}不能大于 ${numberText(column, most)}${unitOf(column)}`;
  return null;
}

export type ReadNumber = { value: number; isRough: boolean } | { problem: string };

/** A cell such as 30, 1,200人, 约30, 2000万; a bare number is in the column's own unit. */
export function readNumber(column: NumberColumn, text: string): ReadNumber {
  const unit = unitOf(column);
  const plain = withoutMark(text.normalize('NFKC').toLowerCase().replaceAll(/[\s,]/gu, ''), unit);
  const [, about, digits, multiplier = '', odd, written = '', more] = WRITTEN.exec(plain) ?? [];
  if (digits === undefined) return { problem: `“${text}”不是数字，请写成 ${exampleOf(column)} 这样` };
  if (!isUnitOf(unit, written))
    return isUnit(written)
      ? { problem: `“${text}”的单位不是${unit}，请换算成${unit}以后只写数字` }
      : { problem: `“${text}”不是数字，请写成 ${exampleOf(column)} 这样` };
  const factor = multipliers[multiplier] ?? 1;
  const isInYuan =
    column.kind === 'money' && column.shownIn === '万元' && (multiplier !== '' || written !== '');
  const scaled = Number(digits) * factor * (isInYuan ? 100 : scaleOf(column));
  const value = Math.round(scaled);
  if (Math.abs(scaled - value) > 1e-4) {
    const places = placesOf(column);
    return { problem: places === 0 ? `“${text}”请写成整数` : `“${text}”最多写 ${places} 位小数` };
  }
  const problem = rangeProblem(column, value);
  return problem === null
    ? { value, isRough: [about, odd, more].some((word) => word !== undefined) }
    : { problem };
}

function exampleOf(column: NumberColumn): string {
  return column.kind === 'whole' ? '12' : '12.5';
}
