import { shortDay } from '#shared/calendar/days.ts';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { StepCard } from '#renderer/ui/step-card.tsx';
import styles from './duty.module.css';
import { useDutyToday } from './use-duty.ts';

const NAMED = 4;

/** Who is on duty now, and what duty still wants: reports that are overdue first. Nothing where nothing is to be said. */
export function DutyCard() {
  const [, navigate] = useLocation();
  const { data } = useDutyToday();
  if (data === undefined) return null;
  const { now, late, openMatters, emptyPlaces, openSwaps } = data;
  const [first] = late;
  const lines = [
    ...late.map(({ day, due, names }) => ({
      key: day,
      text: `${shortDay(day)}的每日报告(${due} 前)还缺 ${names.length} 家：${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`,
    })),
    ...(emptyPlaces === null
      ? []
      : [{ key: 'empty', text: `7 天内还有 ${emptyPlaces.count} 处没有安排值班` }]),
    ...(openMatters === 0 ? [] : [{ key: 'open', text: `值班日志里有 ${openMatters} 件没有办结` }]),
    ...(openSwaps === 0 ? [] : [{ key: 'swaps', text: `${openSwaps} 次换班等待批准` }]),
  ];
  if (now === null && lines.length === 0) return null;
  const people = now === null ? [] : [...now.leaders, ...now.officers];
  const href =
    first !== undefined
      ? `/duty-reports/${first.day}`
      : emptyPlaces !== null
        ? `/duty/${emptyPlaces.periodUid}`
        : '/duty-log';
  return (
    <StepCard
      title={
        first !== undefined ? '值班报告逾期' : people.length > 0 ? `现在值班：${people.join('、')}` : '值班'
      }
      text={
        <>
          {first !== undefined && people.length > 0 && (
            <div className={styles.cardLine}>现在值班：{people.join('、')}</div>
          )}
          {lines.map(({ key, text }) => (
            <div key={key} className={styles.cardLine} title={text}>
              {text}
            </div>
          ))}
          {lines.length === 0 && <div className={styles.cardLine}>没有未办结的事项。</div>}
        </>
      }
      action={
        <Button type={first === undefined ? 'default' : 'primary'} onClick={() => navigate(href)}>
          {first !== undefined ? '登记报告' : emptyPlaces !== null ? '去排班' : '看值班日志'}
        </Button>
      }
    />
  );
}
