/*
 * How many objects of a class have to be inspected. Offices publish a ratio a month (济宁 2024: at least 10 % of crowded
 * key sites, 5 % of other key sites), a ratio a year, or once in N years (辰溪 2026: 1, 3, 2).
 */

export const frequencyKinds = ['monthlyRatio', 'yearlyRatio', 'everyYears'] as const;
export type FrequencyKind = (typeof frequencyKinds)[number];

export const frequencyKindNames: Readonly<Record<FrequencyKind, string>> = {
  monthlyRatio: '每月按比例',
  yearlyRatio: '每年按比例',
  everyYears: '几年一次',
};

export interface Frequency {
  kind: FrequencyKind;
  /** Thousandths of the pool, or of everyYears the number of years. */
  amount: number;
}

const WHOLE = 1_000;
const MONTHS = 12;

export function frequencyText({ kind, amount }: Frequency): string {
  if (kind === 'everyYears') return amount === 1 ? '每年一次' : `每 ${amount} 年一次`;
  return `${kind === 'monthlyRatio' ? '每月' : '每年'}不低于 ${amount / 10}%`;
}

/** Why a frequency cannot be, in words; null: it can. */
export function frequencyProblem({ kind, amount }: Frequency): string | null {
  if (!Number.isInteger(amount) || amount < 1) return kind === 'everyYears' ? '年数至少是 1' : '比例要大于 0';
  if (kind === 'everyYears') return amount > 10 ? '最长 10 年一次' : null;
  return amount > WHOLE ? '比例不能超过 100%' : null;
}

/** The least number in one month (monthlyRatio), otherwise in a year: rounded up, so that the ratio is really met. */
export function requiredOf({ kind, amount }: Frequency, size: number): number {
  return kind === 'everyYears' ? Math.ceil(size / amount) : Math.ceil((size * amount) / WHOLE);
}

/**
 * The numbers of the months from `first` (1 to 12) to December; months before it are 0. A number of the year is spread
 * so that no two months differ by more than one, the larger ones evenly among the others.
 */
export function monthlyNumbers(frequency: Frequency, size: number, first = 1): number[] {
  const required = requiredOf(frequency, size);
  const months = MONTHS - first + 1;
  return Array.from({ length: MONTHS }, (_, month) => {
    const place = month - (first - 1);
    if (place < 0) return 0;
    if (frequency.kind === 'monthlyRatio') return required;
    return Math.floor(((place + 1) * required) / months) - Math.floor((place * required) / months);
  });
}

/** Whether months as the clerk has them still meet what is asked; in words what is missing, null: they do. */
export function planShortfall(
  frequency: Frequency,
  size: number,
  numbers: readonly number[],
  first = 1,
): string | null {
  const required = requiredOf(frequency, size);
  if (frequency.kind === 'monthlyRatio') {
    const short = numbers.flatMap((number, month) =>
      month >= first - 1 && number < required ? [month + 1] : [],
    );
    return short.length === 0 ? null : `${short.join('、')} 月不足 ${required} 个`;
  }
  const planned = numbers.reduce((sum, number) => sum + number, 0);
  return planned >= required ? null : `全年应抽 ${required} 个，还差 ${required - planned} 个`;
}
