import { type CollectedColumn, numberKinds, type RowValues } from './definition.ts';

/** Exact canonical sums of the columns of numbers; of a column in which nobody wrote anything there is none: that is no 0. */
export function sumsOf(columns: readonly CollectedColumn[], rows: readonly RowValues[]): RowValues {
  const sums = columns
    .filter(({ kind }) => numberKinds.includes(kind))
    .flatMap(({ key }): [string, string][] => {
      const values = rows.flatMap((row) => row[key] ?? []);
      return values.length === 0 ? [] : [[key, addDecimals(values)]];
    });
  return Object.fromEntries(sums);
}

/** @param values decimals as -12.5, also with needless zeros @returns their exact sum, canonical */
export function addDecimals(values: readonly string[]): string {
  const digits = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const sum = values.reduce((total, value) => {
    const [whole = '', behind = ''] = value.split('.');
    return total + BigInt(whole + behind.padEnd(digits, '0'));
  }, 0n);
  return canonicalDecimal(sum, digits);
}

/** @param value in units of the last of `digits` digits behind the point */
function canonicalDecimal(value: bigint, digits: number): string {
  const sign = value < 0n ? '-' : '';
  const all = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  const behind = all.slice(all.length - digits).replace(/0+$/u, '');
  return `${sign}${whole}${behind === '' ? '' : `.${behind}`}`;
}
