import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'wouter';
import type { HolidayCalendar } from '#shared/rules/calendar/workdays.ts';
import { api } from '#renderer/app/client.ts';
import styles from './missing-holidays.module.css';

interface MissingHolidaysProps {
  /** Days between the first and last of which workdays are reckoned; what is none yet is empty. */
  days: readonly (string | null)[];
  /** What comes of it. */
  consequence?: string;
}

/** Where workdays are reckoned in a year whose holidays nobody has entered: that they may be wrong, and where to enter them. */
export function MissingHolidays({
  days,
  consequence = '工作日先按周一到周五算，可能有出入。',
}: MissingHolidaysProps) {
  const { data } = useQuery(api.holidays.known.queryOptions({ meta: { tables: ['holiday'] } }));
  if (data === undefined) return null;
  const years = missingYears(days, data);
  const [first] = years;
  if (first === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.hint ?? ''}
      title={`${years.join('、')} 年的节假日还没有录入，${consequence}`}
      description={<Link to={`/duty/holidays-${first}`}>录入 {first} 年的节假日</Link>}
    />
  );
}

/**
 * Years from the first of the days to the last that nobody has entered. Known years run without a gap: one that is entered counts only once those between are entered too.
 */
function missingYears(days: readonly (string | null)[], calendar: HolidayCalendar): number[] {
  const { firstYear, lastYear } = calendar;
  const years = days.flatMap((day) => (day === null || day === '' ? [] : [Number(day.slice(0, 4))]));
  if (years.length === 0) return [];
  const from = Math.min(...years, lastYear + 1);
  const to = Math.max(...years, firstYear - 1);
  const entered = new Set(
    [...calendar.publicHolidays, ...calendar.makeUpWorkdays].map(({ day }) => Number(day.slice(0, 4))),
  );
  return Array.from({ length: to - from + 1 }, (_unused, index) => from + index).filter(
    (year) => (year < firstYear || year > lastYear) && !entered.has(year),
  );
}
