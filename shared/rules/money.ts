/* Money is kept in 分; large sums are told in 万元. */

export const FEN_IN_TEN_THOUSAND_YUAN = 1_000_000;
const DIGITS = 6;

/** 12.5 of 12 万 5 千元. @param fen in 分 */
export function tenThousandsText(fen: number): string {
  const whole = Math.floor(fen / FEN_IN_TEN_THOUSAND_YUAN);
  const rest = String(fen % FEN_IN_TEN_THOUSAND_YUAN)
    .padStart(DIGITS, '0')
    .replace(/0+$/u, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** 分 of what is written in 万元; null for what is no such amount. */
export function fenOfTenThousands(text: string): number | null {
  const written = text.normalize('NFKC').replaceAll(/[\s,]/gu, '').replace(/万元$/u, '');
  const parts = /^(\d{1,8})(?:\.(\d{1,6}))?$/u.exec(written);
  if (parts === null) return null;
  const [, whole = '', rest = ''] = parts;
  return Number(whole) * FEN_IN_TEN_THOUSAND_YUAN + Number(rest.padEnd(DIGITS, '0'));
}
