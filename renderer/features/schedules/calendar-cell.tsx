import { shortDay } from '#shared/calendar/days.ts';
import PushpinFilled from '@ant-design/icons/PushpinFilled';
import type { KeyboardEvent } from 'react';
import type { Slot } from '#shared/rules/schedule/edits.ts';
import { tripKey } from '#shared/rules/schedule/fit-plan.ts';
import { type Names } from '#shared/rules/schedule/names.ts';
import type { Board } from './board.ts';
import type { Carried } from './calendar.tsx';
import styles from './schedules.module.css';

interface CalendarCellProps {
  board: Board;
  names: Names;
  slot: Slot;
  openId: string | null;
  carried: Carried | null;
  isOver: boolean;
  canEdit: boolean;
  onOpen: (placeId: string) => void;
  onKeyDown: (event: KeyboardEvent, slot: Slot, placeId: string | null) => void;
  onCarry: (carried: Carried) => void;
  onOver: () => void;
  onLeave: () => void;
  onDrop: () => void;
}

/** A team's day: the county, who goes, and the places. */
export function CalendarCell(props: CalendarCellProps) {
  const { board, names, slot, carried, isOver, canEdit } = props;
  const trip = board.tripAt(slot);
  const broken = board.brokenAt(slot);
  const isPinned = board.isPinnedTrip(slot);
  const isChanged = board.isChangedTrip(slot);
  const isCut = carried?.kind === 'trip' && tripKey(carried.slot) === tripKey(slot);
  const where = trip === undefined ? '不出动' : names.county(trip.countyId);
  const people = trip?.inspectorIds.map((id) => names.person(id)).join('、') ?? '';
  const said = [
    ...broken,
    ...(people === '' ? [] : [people]),
    ...(isPinned ? ['已固定，重排时不动'] : []),
    ...(isChanged ? ['已公布后的变动'] : []),
  ];
  return (
    <td
      className={styles.cell}
      data-over={isOver}
      data-broken={broken.length > 0}
      onDragOver={(event) => {
        event.preventDefault();
        props.onOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <button
        type="button"
        className={styles.trip}
        data-slot={tripKey(slot)}
        data-empty={trip === undefined}
        data-cut={isCut}
        aria-label={[`${names.team(slot.teamId)}${shortDay(slot.day)}${where}`, ...said].join('，')}
        title={said.join('\n')}
        draggable={canEdit && trip !== undefined}
        onKeyDown={(event) => props.onKeyDown(event, slot, null)}
        onDragStart={() => props.onCarry({ kind: 'trip', slot })}
        onDragEnd={props.onLeave}
      >
        <span className={styles.name}>{where}</span>
        {trip !== undefined && <span className={styles.grey}>{trip.inspectorIds.length} 人</span>}
        {isChanged && <span className={styles.mark}>变</span>}
        {isPinned && <PushpinFilled className={styles.mark ?? ''} aria-hidden />}
      </button>
      {trip?.placeIds.map((id) => (
        <PlaceChip key={id} {...props} placeId={id} />
      ))}
    </td>
  );
}

function PlaceChip({
  board,
  names,
  slot,
  openId,
  carried,
  canEdit,
  placeId,
  ...props
}: CalendarCellProps & { placeId: string }) {
  const isPinned = board.isPinnedPlace(placeId);
  const isChanged = board.isChangedPlace(placeId);
  const isVisited = board.isVisited(placeId);
  const said = [
    names.place(placeId),
    ...(isPinned ? ['已固定'] : []),
    ...(isChanged ? ['已公布后的变动'] : []),
    ...(isVisited ? ['已督查'] : []),
  ];
  return (
    <button
      type="button"
      className={styles.place}
      data-place={placeId}
      data-visited={isVisited}
      data-cut={carried?.kind === 'place' && carried.placeId === placeId}
      aria-pressed={openId === placeId}
      aria-label={said.join('，')}
      title={said.join('，')}
      draggable={canEdit && !isVisited}
      onClick={() => props.onOpen(placeId)}
      onKeyDown={(event) => props.onKeyDown(event, slot, placeId)}
      onDragStart={() => props.onCarry({ kind: 'place', placeId })}
      onDragEnd={props.onLeave}
    >
      <span className={styles.name}>{names.place(placeId)}</span>
      {isChanged && <span className={styles.mark}>变</span>}
      {isPinned && <PushpinFilled className={styles.mark ?? ''} aria-hidden />}
    </button>
  );
}
