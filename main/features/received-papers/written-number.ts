/**
 * 收文编号 as registers write it: 12, 2026-12, 收〔2026〕012号, 2026012.
 * @returns null where it is none
 */
export function readNumber(written: string): { year: number | null; serial: number } | null {
  const text = written.normalize('NFKC').replaceAll(/\s/gu, '');
  const [, year, serial] =
    /^\D*(20\d{2})(\d{3,4})\D*$/u.exec(text) ?? /^\D*?(?:(\d{4})\D+)?(\d{1,6})\D*$/u.exec(text) ?? [];
  if (serial === undefined || Number(serial) === 0) return null;
  return { year: year === undefined ? null : Number(year), serial: Number(serial) };
}
