import { Button } from 'antd';
import { useLocation } from 'wouter';
import { addDays } from '#shared/calendar/days.ts';
import { datedKindNames, isDayOff } from '#shared/rules/calendar/dated-kinds.ts';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import styles from './calendar.module.css';
import { useCalendar } from './entries.ts';
import { dayWords } from './month.ts';

const NEXT_DAYS = 7;
const SHOWN = 4;

/** What falls on the coming days, on 首页; nothing where nothing does. */
export function CalendarCard() {
  const [, navigate] = useLocation();
  const today = useCurrentDay();
  const { data = [] } = useCalendar(today, addDays(today, NEXT_DAYS));
  const ahead = data.filter(({ kind, isDone }) => !isDone && !isDayOff(kind));
  const holidays = data.filter(({ kind }) => isDayOff(kind));
  const [firstHoliday] = holidays;
  if (ahead.length === 0 && firstHoliday === undefined) return null;
  const more = ahead.length - SHOWN;
  return (
    <StepCard
      title={ahead.length === 0 ? '7 天内没有到期的事' : `7 天内有 ${ahead.length} 项安排`}
      text={
        <>
          {ahead.slice(0, SHOWN).map(({ key, day, kind, title }) => (
            <div key={key} className={styles.cardLine} title={title}>
              {day === today ? '今天' : dayWords(day)} {datedKindNames[kind]}：{title}
            </div>
          ))}
          {more > 0 && <div>还有 {more} 项</div>}
          {firstHoliday !== undefined && (
            <div className={styles.cardLine}>
              {dayWords(firstHoliday.day)} {firstHoliday.title}
              {datedKindNames[firstHoliday.kind]}
            </div>
          )}
        </>
      }
      action={<Button onClick={() => navigate('/calendar')}>看日历</Button>}
    />
  );
}
