import { SSF } from '@e965/xlsx';

/** A number's looks in the commonest formats, without the general formatter's cost; undefined for others. */
export function cheapNumberText(value: number, code: string): string | undefined {
  // Long numbers show all their digits: identity and phone numbers are often kept as numbers.
  if (plainCodes.has(code) || Math.abs(value) >= 1e11) return plainNumber(value);
  const decimals = fixedFormats.get(code);
  if (decimals === undefined) return undefined;
  const text = value.toFixed(decimals);
  // Where something is rounded, the formatter does it as Excel does.
  return Number(text) === value ? text : undefined;
}

const plainCodes: ReadonlySet<string> = new Set(['General', '@', 'G/通用格式']);

/** To 15 digits, as Excel keeps them: 0.1 + 0.2 is 0.3 there. */
export function plainNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

const fixedFormats: ReadonlyMap<string, number> = new Map([
  ['0', 0],
  ['0.0', 1],
  ['0.00', 2],
  ['0.000', 3],
]);

/** How a number or date looks in its cell, for the clerk to recognize; it is never read back as a value. */
export function formatNumber(value: number, code: string, is1904: boolean): string {
  try {
    const text: unknown = SSF.format(code, value, { date1904: is1904 });
    return typeof text === 'string' ? text.trim() : plainNumber(value);
  } catch {
    // A format that cannot be followed costs its appearance only; the value stands.
    return plainNumber(value);
  }
}
