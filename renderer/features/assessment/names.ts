import type { PeriodKind, PeriodSummary } from '#shared/contract/assessment.ts';

export const periodKindNames: Readonly<Record<PeriodKind, string>> = {
  quarter: '季度',
  halfYear: '半年',
  year: '年度',
  spotCheck: '抽查',
};

/** A year that is made of other periods alone: there is nothing to enter in it. */
export function isMadeOfParts({ objectCount, cellCount }: Pick<PeriodSummary, 'objectCount' | 'cellCount'>) {
  return objectCount > 0 && cellCount === 0;
}

/** 已评 864/1440 */
export function progressText(period: PeriodSummary): string {
  return isMadeOfParts(period) ? '由各期合成' : `已评 ${period.scoredCount}/${period.cellCount}`;
}

/** 2026-11-23 14:05, as the clerk's clock shows it. */
export function momentText(instant: number): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
