import { paperDay } from '#shared/calendar/days.ts';
import type { Field, FieldRecord, FieldValue } from '#shared/rules/foreign-forms/fields.ts';
import type { ValueFormat } from '#shared/rules/foreign-forms/pointing.ts';
import type { FillValue } from '#main/core/excel/fill/cell-content.ts';

/** A field's value as its cell takes it; nothing that the program does not know becomes a number. */
export function fillValue(record: FieldRecord | undefined, field: Field, format: ValueFormat): FillValue {
  const value: FieldValue = record?.[field.key] ?? null;
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { kind: 'number', number: numberAs(value, format) };
  if (field.kind !== 'day') return { kind: 'text', text: fitting(value) };
  if (format === 'words') return { kind: 'text', text: paperDay(value) };
  if (format === 'dots') return { kind: 'text', text: value.split('-').map(Number).join('.') };
  return { kind: 'day', day: value, text: value };
}

/** What no cell can hold is left out where the clerk sees it. */
function fitting(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - CUT.length).toWellFormed()}${CUT}`;
}

const LONGEST_TEXT = 32_767;
const CUT = '……（内容太长，没有填全）';

const DECIMALS: Partial<Record<ValueFormat, number>> = { whole: 0, one: 1, two: 2 };
/** More digits are noise of the division. */
const SIGNIFICANT = 12;

function numberAs(value: number, format: ValueFormat): number {
  const meant = Number((format === 'hundred' ? value * 100 : value).toPrecision(SIGNIFICANT));
  const decimals = DECIMALS[format] ?? (format === 'hundred' ? 2 : undefined);
  return decimals === undefined ? meant : rounded(meant, decimals);
}

/** Half away from zero, on the decimal digits. */
function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  const magnitude = Math.round(Number((Math.abs(value) * unit).toPrecision(SIGNIFICANT))) / unit;
  return magnitude === 0 ? 0 : Math.sign(value) * magnitude;
}
