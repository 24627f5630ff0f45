import { shortDay } from '#shared/calendar/days.ts';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Slot } from '#shared/rules/schedule/edits.ts';
import { tripKey } from '#shared/rules/schedule/fit-plan.ts';
import { namesOf } from '#shared/rules/schedule/names.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import type { Board } from './board.ts';
import { CalendarCell } from './calendar-cell.tsx';
import styles from './schedules.module.css';
import type { Edit } from './use-schedule.ts';

/** What is carried from one place to another: one place, or a county day with all its places. */
export type Carried = { kind: 'place'; placeId: string } | { kind: 'trip'; slot: Slot };

const DAY_WIDTH = 100;
/** A county's full name beside how many go. */
const TEAM_WIDTH = 160;

const steps: Readonly<Record<string, { across: number; down: number }>> = {
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
};

interface CalendarProps {
  board: Board;
  openId: string | null;
  carried: Carried | null;
  onCarry: (carried: Carried | null) => void;
  /** Null: only to be looked at. */
  edit: Edit | null;
  onOpen: (placeId: string) => void;
}

/** Days by teams. Places and county days are dragged, or cut and put by keys; what stands there is pinned by P. */
export function Calendar({ board, openId, carried, onCarry, edit, onOpen }: CalendarProps) {
  const { problem, days } = board;
  const [overKey, setOverKey] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const names = namesOf(problem);

  function put(to: Slot | null): void {
    if (carried?.kind === 'place') edit?.({ kind: 'places', placeIds: [carried.placeId], to });
    else if (carried !== null && to !== null && tripKey(carried.slot) !== tripKey(to))
      edit?.({ kind: 'trip', from: carried.slot, to });
    onCarry(null);
    setOverKey(null);
  }

  function swapWith(placeId: string): void {
    if (carried?.kind === 'place' && carried.placeId !== placeId)
      edit?.({ kind: 'swapPlaces', placeIds: [carried.placeId, placeId] });
    onCarry(null);
  }

  function onKeyDown(event: KeyboardEvent, slot: Slot, placeId: string | null): void {
    if (event.nativeEvent.isComposing || event.altKey || edit === null) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey && key === 'x')
      onCarry(placeId === null ? { kind: 'trip', slot } : { kind: 'place', placeId });
    else if (event.ctrlKey && key === 'v') put(slot);
    else if (key === 'escape' && carried !== null) onCarry(null);
    else if (event.ctrlKey || event.metaKey) return;
    else if (key === 'p' && placeId !== null)
      edit({ kind: 'pinPlace', placeId, pinned: !board.isPinnedPlace(placeId) });
    else if (key === 'p') edit({ kind: 'pinTrip', ...slot, pinned: !board.isPinnedTrip(slot) });
    else if (key === 's' && placeId !== null) swapWith(placeId);
    else if (key === 'delete' && placeId !== null) edit({ kind: 'places', placeIds: [placeId], to: null });
    else if (!move(slot, event.key)) return;
    event.preventDefault();
  }

  function move({ teamId, day }: Slot, key: string): boolean {
    const teams = problem.teams.map(({ id }) => id);
    const { across, down } = steps[key] ?? { across: 0, down: 0 };
    const [team, on] = [teams[teams.indexOf(teamId) + across], days[days.indexOf(day) + down]];
    if ((across === 0 && down === 0) || team === undefined || on === undefined) return false;
    const next = tripKey({ teamId: team, day: on });
    table.current?.querySelector<HTMLElement>(`[data-slot="${next}"]`)?.focus();
    return true;
  }

  return (
    <div className={styles.sheet}>
      <table
        ref={table}
        aria-label="日程"
        className={styles.calendar}
        style={{ minWidth: DAY_WIDTH + problem.teams.length * TEAM_WIDTH }}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              日期
            </th>
            {problem.teams.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
                <span className={styles.grey}>　{board.loads.get(id) ?? 0} 点</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row" className={styles.day}>
                {shortDay(day)}
                <span className={styles.grey}>{weekdayName(day)}</span>
              </th>
              {problem.teams.map(({ id: teamId }) => {
                const slot = { teamId, day };
                const key = tripKey(slot);
                return (
                  <CalendarCell
                    key={key}
                    board={board}
                    names={names}
                    slot={slot}
                    openId={openId}
                    carried={carried}
                    isOver={key === overKey}
                    canEdit={edit !== null}
                    onOpen={onOpen}
                    onKeyDown={onKeyDown}
                    onCarry={onCarry}
                    onOver={() => carried !== null && setOverKey(key)}
                    onLeave={() => {
                      onCarry(null);
                      setOverKey(null);
                    }}
                    onDrop={() => put(slot)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
