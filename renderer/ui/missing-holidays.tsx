import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'wouter';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { api } from '#renderer/app/client.ts';
import styles from './missing-holidays.module.css';

interface MissingHolidaysProps {
  /** Days between the first and last of which workdays are reckoned; what is none yet is empty. */
  days: readonly (string | null)[];
}

/** Where workdays are reckoned in a year whose holidays nobody has entered: that they may be wrong, and where to enter them. */
export function MissingHolidays({ days }: MissingHolidaysProps) {
  const { data } = useQuery(api.holidays.known.queryOptions({ meta: { tables: ['holiday'] } }));
  if (data === undefined) return null;
  const workdays = workdaysOf(data);
  const years = yearsOf(days).filter((year) => !workdays.isKnown(`${year}-01-01`));
  const [first] = years;
  if (first === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.hint ?? ''}
      title={`${years.join('、')} 年的节假日还没有录入，工作日先按周一到周五算，可能有出入。`}
      description={<Link to={`/duty/holidays-${first}`}>录入 {first} 年的节假日</Link>}
    />
  );
}

/** Every year from the first of the days to the last. */
function yearsOf(days: readonly (string | null)[]): number[] {
  const years = days.flatMap((day) => (day === null || day === '' ? [] : [Number(day.slice(0, 4))]));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_unused, index) => first + index);
}
