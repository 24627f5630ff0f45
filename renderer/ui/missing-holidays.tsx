import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'wouter';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { api } from '#renderer/app/client.ts';
import styles from './missing-holidays.module.css';

interface MissingHolidaysProps {
  /** First and last of the days between which workdays are reckoned; what is none yet is empty. */
  days: readonly (string | null)[];
}

/** Where workdays are reckoned in a year whose holidays nobody has entered: that they may be wrong, and where to enter them. */
export function MissingHolidays({ days }: MissingHolidaysProps) {
  const { data } = useQuery(api.holidays.known.queryOptions({ meta: { tables: ['holiday'] } }));
  if (data === undefined) return null;
  const workdays = workdaysOf(data);
  const unknown = days.filter((day): day is string => day !== null && day !== '' && !workdays.isKnown(day));
  const years = [...new Set(unknown.map((day) => day.slice(0, 4)))].toSorted();
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
