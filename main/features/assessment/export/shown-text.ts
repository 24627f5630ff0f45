import type { StreamedCell } from '#main/core/excel/write/streamed-workbook.ts';

/** As a workbook's program shows it: 0.00 has two decimals. */
export function shownText(content: StreamedCell['content'], format: string | undefined): string {
  if (content === null) return '';
  if (typeof content === 'string') return content;
  const number = typeof content === 'number' ? content : content.result;
  const decimals = /\.(0+)/u.exec(format ?? '')?.[1]?.length ?? 0;
  return format === undefined ? String(number) : roundedText(number, decimals);
}

/** Half away from zero on the decimal digits, as the workbook shows it. */
function roundedText(number: number, decimals: number): string {
  const unit = 10 ** decimals;
  const magnitude = Math.round(Math.abs(Number((number * unit).toPrecision(12)))) / unit;
  const text = magnitude.toFixed(decimals);
  return number < 0 && magnitude !== 0 ? `-${text}` : text;
}
