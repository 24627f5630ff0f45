import type { CollectedColumn, DesignedForm, ValueRange } from './definition.ts';

const WHOLE = /^(0|-?[1-9]\d{0,14})$/u;
const DECIMAL = /^-?(0|[1-9]\d{0,11})(\.\d{0,5}[1-9])?$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Whether a text is a value of the column in the form in which values are kept; limits are not asked. */
export function isCanonical({ kind, choices }: CollectedColumn, value: string): boolean {
  if (kind === 'text') return value !== '' && value.trim() === value;
  if (kind === 'choice') return choices.includes(value);
  if (kind === 'yesNo') return value === 'yes' || value === 'no';
  if (kind === 'day') return DAY.test(value) && !Number.isNaN(Date.parse(value));
  return (kind === 'decimal' ? DECIMAL : WHOLE).test(value) && value !== '-0';
}

/** @returns what in a designed table is no value of its column, in Chinese; null: nothing */
export function valueProblem({ definition, rows }: DesignedForm): string | null {
  const columns = new Map(definition.columns.map((column) => [column.key, column]));
  const wrongLimit = definition.columns.find((column) => !areBounds(column, column));
  if (wrongLimit !== undefined) return `“${wrongLimit.heading}”的范围不对，请改正`;
  for (const { values, ranges } of rows) {
    for (const [key, value] of Object.entries(values)) {
      const column = columns.get(key);
      if (column === undefined || !isCanonical(column, value))
        return `“${column?.heading ?? key}”里预先填的“${value}”不对，请改正`;
    }
    for (const [key, range] of Object.entries(ranges)) {
      const column = columns.get(key);
      if (column === undefined || !areBounds(column, range)) return '有一行的范围不对，请改正';
    }
  }
  return null;
}

function areBounds(column: CollectedColumn, { min, max }: ValueRange): boolean {
  return [min, max].every((bound) => bound === null || isCanonical(column, bound));
}
