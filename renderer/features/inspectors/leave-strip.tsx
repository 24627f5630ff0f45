import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useMemo } from 'react';
import { addDays, weekdayOf } from '#shared/calendar/days.ts';
import type { LeaveOfDays } from '#shared/contract/inspectors.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { isOn } from '#shared/rules/inspectors/model.ts';
import { api } from '#renderer/app/client.ts';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import styles from './inspectors.module.css';
import { useLeaveOfDays } from './use-inspectors.ts';

const DAYS = 28;
const NAMED = 8;
const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

interface LeaveStripProps {
  chosen: string | null;
  /** A second click takes the choice back. */
  onChoose: (day: string | null) => void;
}

/** The next four weeks, and how many are away on each day. */
export function LeaveStrip({ chosen, onChoose }: LeaveStripProps) {
  const today = useCurrentDay();
  const days = useMemo(() => Array.from({ length: DAYS }, (_, index) => addDays(today, index)), [today]);
  const leaves = useLeaveOfDays(today, addDays(today, DAYS - 1));
  const { data: holidays } = useQuery(api.holidays.known.queryOptions());
  const workdays = useMemo(() => (holidays === undefined ? null : workdaysOf(holidays)), [holidays]);

  return (
    <div className={styles.strip}>
      <span className={styles.stripName}>请假</span>
      <div className={styles.days}>
        {days.map((day) => {
          const away = leaves.filter((leave) => isOn(leave, day));
          return (
            <Tooltip
              key={day}
              placement="bottom"
              title={away.length === 0 ? undefined : awayText(away)}
              // It lies over the first rows of the list, which stay to be clicked.
              styles={{ root: { pointerEvents: 'none' } }}
            >
              <button
                type="button"
                className={styles.day}
                data-off={workdays !== null && !workdays.isWorkday(day)}
                data-away={away.length > 0}
                aria-pressed={day === chosen}
                aria-label={`${day}，${away.length} 人请假`}
                onClick={() => onChoose(day === chosen ? null : day)}
              >
                <span>{dayName(day, today)}</span>
                {away.length > 0 ? <strong>{countOf(away)} 人</strong> : <span>{weekdayName(day)}</span>}
              </button>
            </Tooltip>
          );
        })}
      </div>
    </div>
  );
}

/** The month where one begins: a narrow window has no room for 12/1. */
function dayName(day: string, today: string): string {
  const [, month, date] = day.split('-').map(Number);
  if (day === today) return '今天';
  return date === 1 ? `${month}月` : String(date);
}

function weekdayName(day: string): string {
  return weekdays[weekdayOf(day) - 1] ?? '';
}

/** One person may have entered two leaves of one day. */
function countOf(away: readonly LeaveOfDays[]): number {
  return new Set(away.map(({ inspectorUid }) => inspectorUid)).size;
}

function awayText(away: readonly LeaveOfDays[]): string {
  const names = away.map(({ name, reason }) => (reason === '' ? name : `${name}（${reason}）`));
  const more = names.length > NAMED ? `等 ${names.length} 人` : '';
  return `${names.slice(0, NAMED).join('、')}${more}`;
}
