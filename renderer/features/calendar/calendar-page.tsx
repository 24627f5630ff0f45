import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { addMonths } from '#shared/calendar/days.ts';
import { isDayOff, isMissed } from '#shared/rules/calendar/dated-kinds.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { oneOf, useRemembered } from '#renderer/ui/remembered.ts';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import styles from './calendar.module.css';
import { DayPanel } from './day-panel.tsx';
import { useCalendar } from './entries.ts';
import { EntryList } from './entry-list.tsx';
import { monthOf, sheetOf } from './month.ts';
import { MonthSheet } from './month-sheet.tsx';
import { kindsOf, ShownKinds, useHiddenGroups } from './shown-kinds.tsx';

type View = 'month' | 'list';
const chosenView = oneOf<View>('calendar.view', ['month', 'list'], 'month');

const isDay = /^\d{4}-\d{2}-\d{2}$/u;

/** 日历: everything with a date, by months; the open day beside it. */
export function CalendarPage() {
  const { day: named } = useParams<{ day?: string }>();
  const openDay = named !== undefined && isDay.test(named) ? named : null;
  const [, navigate] = useLocation();
  const today = useCurrentDay();
  const [place, setPlace] = useState(today);
  const day = openDay ?? place;
  const [byKey, setByKey] = useState(false);
  const [view, setView] = useRemembered(chosenView);
  const [hidden, setHidden] = useHiddenGroups();
  const days = sheetOf(monthOf(day)).flat();
  const query = useCalendar(days[0] ?? day, days.at(-1) ?? day);
  const hiddenKinds = kindsOf(hidden);
  const entries = (query.data ?? []).filter(({ kind }) => !hiddenKinds.has(kind));
  const ofMonth = entries.filter((entry) => monthOf(entry.day) === monthOf(day));

  function move(to: string): void {
    setPlace(to);
    setByKey(false);
    // The panel follows; going over days leaves no trail of addresses.
    if (openDay !== null) navigate(`/calendar/${to}`, { replace: true });
  }
  function open(at: string, isByKey: boolean): void {
    setPlace(at);
    setByKey(isByKey);
    navigate(`/calendar/${at}`, { replace: openDay !== null });
  }
  function close(): void {
    setPlace(day);
    navigate('/calendar', { replace: true });
    if (byKey) document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }

  const work = ofMonth.filter(({ kind }) => !isDayOff(kind));
  const late = work.filter((entry) => isMissed(entry, today)).length;
  return (
    <PageFrame
      title="日历"
      note={`本月 ${work.length} 项${late === 0 ? '' : `，逾期 ${late} 项`}`}
      actions={
        <>
          <Button
            aria-label="上个月"
            icon={<LeftOutlined aria-hidden />}
            onClick={() => move(addMonths(day, -1))}
          />
          <span className={styles.month}>
            {day.slice(0, 4)}年{Number(day.slice(5, 7))}月
          </span>
          <Button
            aria-label="下个月"
            icon={<RightOutlined aria-hidden />}
            onClick={() => move(addMonths(day, 1))}
          />
          <Button onClick={() => move(today)}>今天</Button>
          <Segmented<View>
            aria-label="查看方式"
            value={view}
            options={[
              { value: 'month', label: '月历' },
              { value: 'list', label: '列表' },
            ]}
            onChange={setView}
          />
        </>
      }
      toolbar={<ShownKinds hidden={hidden} onChange={setHidden} />}
      side={
        openDay !== null && (
          <DayPanel
            key={openDay}
            day={openDay}
            today={today}
            entries={entries.filter((entry) => entry.day === openDay)}
            takesFocus={byKey}
            onClose={close}
          />
        )
      }
    >
      <QueryView query={query}>
        {() =>
          view === 'list' ? (
            <EntryList entries={ofMonth} today={today} />
          ) : (
            <MonthSheet day={day} today={today} entries={entries} onMove={move} onOpen={open} />
          )
        }
      </QueryView>
    </PageFrame>
  );
}
