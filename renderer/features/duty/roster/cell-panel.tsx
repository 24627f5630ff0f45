import { Button, Input, type InputRef } from 'antd';
import { useState } from 'react';
import { addDays, shortDay } from '#shared/calendar/days.ts';
import type { CountedPerson, DutyRoster } from '#shared/contract/duty-views.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { canTake, type DutyPlace, placeKey, roleNames } from '#shared/rules/duty/model.ts';
import { swapsAt, swapWords } from '#shared/rules/duty/swap-words.ts';
import { violationsOf } from '#shared/rules/duty/violations.ts';
import { ChoiceList, useChoiceKeys } from '#renderer/ui/choice-list.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import styles from '../duty.module.css';
import { useDutyPeople } from '../use-duty.ts';
import type { Assign } from './use-assign.ts';

interface CellPanelProps {
  roster: DutyRoster;
  place: DutyPlace;
  /** What was typed on the place: the search begins with it. */
  typed: string;
  /** Null: only to be looked at. */
  assign: Assign | null;
  onSwap: () => void;
  onClose: () => void;
}

/** The open place: what is to be said of it, and who could stand there. */
export function CellPanel({ roster, place, typed, assign, onSwap, onClose }: CellPanelProps) {
  const key = placeKey(place);
  const cell = roster.cells.find((each) => placeKey(each) === key);
  const person = roster.people.find(({ uid }) => uid === cell?.personUid);
  const said = roster.violations.filter((violation) => violation.key === key);
  const swaps = swapsAt(roster.swaps, place);
  const shift = roster.period.shifts.find(({ uid }) => uid === place.shiftUid);
  const shiftName = roster.period.shifts.length > 1 ? ` ${shift?.name}` : '';
  return (
    <SidePanel
      title={`${shortDay(place.day)} ${weekdayName(place.day)}${shiftName} ${roleNames[place.role]}`}
      width={340}
      onClose={onClose}
    >
      {said.map(({ kind, text }) => (
        <p key={kind} className={styles.said}>
          {text}
        </p>
      ))}
      <p>
        {person === undefined
          ? '还没有安排'
          : [person.name, person.post, person.phone].filter(Boolean).join('　')}
      </p>
      {swaps.map((swap) => (
        <p key={swap.uid} className={styles.grey}>
          {swapWords(swap)}
        </p>
      ))}
      {assign !== null && cell !== undefined && (
        <div className={styles.buttons}>
          <Button onClick={onSwap}>换班</Button>
          <Button onClick={() => assign.setPinned(cell, !cell.pinned)}>
            {cell.pinned ? '取消固定' : '固定'}
          </Button>
          <Button onClick={() => assign.put(place, null)}>清空</Button>
        </div>
      )}
      {assign !== null && (
        <>
          <h3 className={styles.section}>{person === undefined ? '安排' : '改为'}</h3>
          <PersonChoice
            roster={roster}
            place={place}
            typed={typed}
            onChoose={(uid) => {
              assign.put(place, uid);
              onClose();
            }}
          />
        </>
      )}
    </SidePanel>
  );
}

interface PersonChoiceProps {
  roster: DutyRoster;
  place: DutyPlace;
  typed: string;
  onChoose: (uid: string) => void;
}

function PersonChoice({ roster, place, typed, onChoose }: PersonChoiceProps) {
  const [text, setText] = useState(typed);
  const field = useFirstFocus<InputRef>('end');
  const people = useDutyPeople(Number(place.day.slice(0, 4)));
  const items = choicesOf(roster, place, people.data?.people ?? [], text.trim().toLowerCase());
  const keys = useChoiceKeys(
    items,
    ({ key }) => onChoose(key),
    `${text} ${placeKey(place)}`,
    people.isPending,
  );
  return (
    <>
      <Input
        {...keys.inputProps}
        ref={field}
        aria-label="查找人员"
        placeholder="姓名或拼音首字母，回车选定"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={keys.onKeyDown}
      />
      <ChoiceList
        {...keys.listProps}
        label="可以安排的人员"
        empty="没有这样的人员，请到“人员”里添加"
        render={({ name, total, why }) => (
          <span className={styles.choice}>
            {name}
            <span className={styles.grey}>全年 {total} 次</span>
            <span className={styles.why}>{why}</span>
          </span>
        )}
      />
    </>
  );
}

/** Who may take the role, those first of whom nothing is to be said, and who has had the least. */
function choicesOf(
  roster: DutyRoster,
  place: DutyPlace,
  counted: readonly CountedPerson[],
  text: string,
): { key: string; name: string; total: number; why: string }[] {
  const currentUid = roster.cells.find((cell) => placeKey(cell) === placeKey(place))?.personUid;
  const others = roster.cells.filter((cell) => placeKey(cell) !== placeKey(place));
  return counted
    .filter(
      (person) =>
        person.uid !== currentUid &&
        canTake(person, place.role) &&
        (person.lastDay === null || place.day <= person.lastDay) &&
        (person.name.includes(text) || person.initials.includes(text)),
    )
    .map((person) => {
      const cell = { ...place, personUid: person.uid, pinned: false };
      const said = violationsOf({ ...roster, shifts: roster.period.shifts, cells: [...others, cell] });
      const own = said.filter(
        ({ personUid, day }) =>
          personUid === person.uid && addDays(place.day, -1) <= day && day <= addDays(place.day, 1),
      );
      const { holiday, weekend, weekday } = person.counts;
      return {
        key: person.uid,
        name: person.name,
        total: holiday + weekend + weekday,
        why: whyNot(own.find(({ key }) => key === placeKey(place))?.kind ?? own[0]?.kind),
      };
    })
    .toSorted((one, other) => Number(one.why !== '') - Number(other.why !== '') || one.total - other.total);
}

function whyNot(kind: string | undefined): string {
  if (kind === 'leave') return '请假';
  if (kind === 'twice') return '当天已有班';
  return kind === 'rest' ? '前后一天有班' : '';
}
