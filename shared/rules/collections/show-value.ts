import type { CollectedColumn } from './definition.ts';

/** A canonical value as a reader sees it: 1234.50, 是, 2026-09-30; nothing for one that is missing. */
export function showValue({ kind }: Pick<CollectedColumn, 'kind'>, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  if (kind === 'yesNo') return value === 'yes' ? '是' : '否';
  return kind === 'money' ? yuanText(value) : value;
}

/** @param fen whole 分: -5 is -0.05 元 */
export function yuanText(fen: string): string {
  const sign = fen.startsWith('-') ? '-' : '';
  const digits = fen.replace('-', '').padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
