import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DutyRoster } from '#shared/contract/duty-views.ts';
import { type DutyCell, type DutyPlace, placeKey } from '#shared/rules/duty/model.ts';
import { placesOf } from '#shared/rules/duty/shifts.ts';
import { swapsAt } from '#shared/rules/duty/swap-words.ts';
import styles from '../duty.module.css';
import { RosterCell } from './roster-cell.tsx';
import type { Assign } from './use-assign.ts';
import { placeByKey, weeksOf } from './weeks.ts';

const weekdayHeads = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

interface RosterSheetProps {
  roster: DutyRoster;
  today: string;
  /** As placeKey gives it. */
  openKey: string | null;
  /** Null: only to be looked at. */
  assign: Assign | null;
  onOpen: (place: DutyPlace, typed: string) => void;
}

/** Days and shifts as a calendar: places are dragged onto each other, gone over by arrows, opened by Enter or a letter. */
export function RosterSheet({ roster, today, openKey, assign, onOpen }: RosterSheetProps) {
  const { period, days, cells, people, violations, swaps } = roster;
  const [dragged, setDragged] = useState<DutyCell | null>(null);
  const [overKey, setOverKey] = useState<string | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const known = useMemo(
    () => ({
      cells: new Map(cells.map((cell) => [placeKey(cell), cell])),
      days: new Map(days.map((day) => [day.day, day])),
      names: new Map(people.map(({ uid, name }) => [uid, name])),
      said: Map.groupBy(violations, ({ key }) => key),
    }),
    [cells, days, people, violations],
  );

  function onKeyDown(event: KeyboardEvent, place: DutyPlace): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const next = placeByKey(period, place, event.key);
    const cell = known.cells.get(placeKey(place));
    if (next !== null) sheet.current?.querySelector<HTMLElement>(`[data-place="${placeKey(next)}"]`)?.focus();
    else if (event.key === 'Delete' && cell !== undefined) assign?.put(place, null);
    else if (/^[a-z\p{Script=Han}]$/iu.test(event.key)) onOpen(place, event.key);
    else return;
    event.preventDefault();
  }

  function drop(to: DutyPlace): void {
    if (dragged !== null) assign?.exchange(dragged, to);
    setDragged(null);
    setOverKey(null);
  }

  return (
    <div className={styles.sheet} ref={sheet}>
      <table aria-label={`${period.name}值班表`}>
        <thead>
          <tr>
            {weekdayHeads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(period).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const day = known.days.get(date);
                if (day === undefined)
                  return (
                    <td key={date} className={styles.day} data-outside="true" aria-label="不在这个时段" />
                  );
                return (
                  <td key={date} className={styles.day} data-class={day.dayClass}>
                    <DayHead day={day} isToday={date === today} isFirst={date === period.firstDay} />
                    {placesOf([date], period.shifts).map((place) => {
                      const key = placeKey(place);
                      const cell = known.cells.get(key);
                      const isFirstOfShift =
                        period.shifts.length > 1 &&
                        place.place === 1 &&
                        (place.role === 'leader' ||
                          period.shifts.find(({ uid }) => uid === place.shiftUid)?.leaders === 0);
                      return (
                        <div key={key}>
                          {isFirstOfShift && (
                            <div className={styles.shift}>
                              {period.shifts.find(({ uid }) => uid === place.shiftUid)?.name}
                            </div>
                          )}
                          <RosterCell
                            place={place}
                            name={cell === undefined ? null : (known.names.get(cell.personUid) ?? '')}
                            isPinned={cell?.pinned ?? false}
                            isOpen={key === openKey}
                            isOver={key === overKey}
                            canDrag={assign !== null && cell !== undefined}
                            problems={known.said.get(key)?.map(({ text }) => text) ?? []}
                            swap={cell === undefined ? null : (swapsAt(swaps, cell)[0] ?? null)}
                            onOpen={() => onOpen(place, '')}
                            onKeyDown={(event) => onKeyDown(event, place)}
                            onDragStart={() => setDragged(cell ?? null)}
                            onDragOver={() => dragged !== null && setOverKey(key)}
                            onDragEnd={() => {
                              setDragged(null);
                              setOverKey(null);
                            }}
                            onDrop={() => drop(place)}
                          />
                        </div>
                      );
                    })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayHeadProps {
  day: DutyRoster['days'][number];
  isToday: boolean;
  isFirst: boolean;
}

function DayHead({ day: { day, holiday, lateReports }, isToday, isFirst }: DayHeadProps) {
  const date = Number(day.slice(8));
  return (
    <div className={styles.date}>
      <span className={styles.number} data-today={isToday}>
        {date === 1 || isFirst ? `${Number(day.slice(5, 7))}月${date}日` : date}
      </span>
      {lateReports > 0 && (
        <span className={styles.late} title="这一天的每日报告没有报齐">
          缺报 {lateReports}
        </span>
      )}
      {holiday !== '' && <span className={styles.holiday}>{holiday}</span>}
    </div>
  );
}
