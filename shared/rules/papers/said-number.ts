/**
 * Whether what a register says of a number fits the number in full: the serial alone (12, 第12期), with its year
 * (2026-12), or all of it, whatever brackets it is written with.
 */
export function saysNumber(written: string, full: string): boolean {
  return ` ${words(full)}`.endsWith(` ${words(written)}`);
}

function words(number: string): string {
  return number
    .normalize('NFKC')
    .replaceAll(/[号期]$/gu, '')
    .split(/[^\p{L}\p{N}]+|[年第]/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^0+(?=\d)/u, ''))
    .join(' ');
}
