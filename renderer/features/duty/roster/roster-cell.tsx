import { shortDay } from '#shared/calendar/days.ts';
import PushpinFilled from '@ant-design/icons/PushpinFilled';
import type { KeyboardEvent } from 'react';
import type { DutySwap } from '#shared/contract/duty-views.ts';
import { type DutyPlace, placeKey, roleNames } from '#shared/rules/duty/model.ts';
import { swapWords } from '#shared/rules/duty/swap-words.ts';
import styles from '../duty.module.css';

interface RosterCellProps {
  place: DutyPlace;
  /** Null: nobody. */
  name: string | null;
  isPinned: boolean;
  isOpen: boolean;
  isOver: boolean;
  canDrag: boolean;
  problems: readonly string[];
  /** The approved swap that it last went through. */
  swap: DutySwap | null;
  onOpen: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onDragStart: () => void;
  onDragOver: () => void;
  onDragEnd: () => void;
  onDrop: () => void;
}

/** One place on one shift: who stands there, and what is to be said of it. */
export function RosterCell(props: RosterCellProps) {
  const { place, name, isPinned, isOpen, isOver, canDrag, problems, swap } = props;
  const said = [
    ...problems,
    ...(swap === null ? [] : [swapWords(swap)]),
    ...(isPinned ? ['已固定，重排时不动'] : []),
  ];
  return (
    <button
      type="button"
      className={styles.cell}
      data-place={placeKey(place)}
      data-role={place.role}
      data-empty={name === null}
      data-broken={problems.length > 0}
      data-over={isOver}
      aria-pressed={isOpen}
      aria-label={[`${shortDay(place.day)}${roleNames[place.role]} ${name ?? '空'}`, ...said].join('，')}
      title={said.join('\n')}
      draggable={canDrag}
      onClick={props.onOpen}
      onKeyDown={props.onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        props.onDragStart();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        props.onDragOver();
      }}
      onDragEnd={props.onDragEnd}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <span className={styles.role}>{place.role === 'leader' ? '带' : '值'}</span>
      <span className={styles.name}>{name ?? '未安排'}</span>
      {swap !== null && <span className={styles.mark}>换</span>}
      {isPinned && <PushpinFilled className={styles.mark ?? ''} aria-hidden />}
    </button>
  );
}
