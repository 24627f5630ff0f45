import type { PeriodKind } from '../../../contract/assessment.ts';

interface DatedPeriod {
  code: string;
  kind: PeriodKind;
  firstDay: string;
  lastDay: string;
}

/**
 * The last period of the same kind, and the one of the same name a year before (2026Q3, 2025Q3). Spot checks follow
 * no calendar, and a year's last period is the one of last year: then there is no second one.
 */
export function earlierPeriods<Period extends DatedPeriod>(
  period: DatedPeriod,
  all: readonly Period[],
): { previous: Period | null; lastYear: Period | null } {
  const before = all
    .filter(({ kind, lastDay }) => kind === period.kind && lastDay < period.firstDay)
    .toSorted((left, right) => (left.lastDay < right.lastDay ? 1 : -1));
  const yearBefore = `${Number(period.code.slice(0, 4)) - 1}${period.code.slice(4)}`;
  const hasYears = period.kind === 'quarter' || period.kind === 'halfYear';
  const previous = before[0] ?? null;
  const lastYear = hasYears ? (before.find(({ code }) => code === yearBefore) ?? null) : null;
  return { previous, lastYear: lastYear === previous ? null : lastYear };
}
