import type { PeriodKind } from '../../contract/assessment.ts';

/** Codes of these kinds follow from the first day; spot checks of a year are numbered. */
export function periodCode(kind: PeriodKind, firstDay: string, taken: readonly string[]): string {
  const year = firstDay.slice(0, 4);
  const month = Number(firstDay.slice(5, 7));
  if (kind === 'quarter') return `${year}Q${Math.ceil(month / 3)}`;
  if (kind === 'halfYear') return `${year}H${month <= 6 ? 1 : 2}`;
  if (kind === 'year') return `${year}Y`;
  return `${year}S${lastNumber(`${year}S`, taken) + 1}`;
}

function lastNumber(prefix: string, taken: readonly string[]): number {
  const numbers = taken.flatMap((code) =>
    code.startsWith(prefix) ? [Number(code.slice(prefix.length))] : [],
  );
  return Math.max(0, ...numbers);
}

const QUARTERS = ['一', '二', '三', '四'] as const;

/** A code in words: 2026Q4 is 2026年第四季度. */
export function codeName(code: string): string {
  const year = code.slice(0, 4);
  const number = Number(code.slice(5));
  switch (code.charAt(4)) {
    case 'Q':
      return `${year}年第${QUARTERS[number - 1] ?? ''}季度`;
    case 'H':
      return `${year}年${number === 1 ? '上' : '下'}半年`;
    case 'Y':
      return `${year}年度`;
    default:
      return `${year}年第${number}次抽查`;
  }
}
