import { shortDay } from '#shared/calendar/days.ts';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { slotOf } from '#shared/rules/schedule/edit-plan.ts';
import { namesOf } from '#shared/rules/schedule/names.ts';
import type { Place } from '#shared/rules/schedule/problem.ts';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import type { Board } from './board.ts';
import styles from './schedules.module.css';
import type { Edit } from './use-schedule.ts';

interface CountyListProps {
  board: Board;
  edit: Edit | null;
  onOpen: (placeId: string) => void;
}

/** The same schedule by county: a place dragged onto another goes to its team and day. */
export function CountyList({ board, edit, onOpen }: CountyListProps) {
  const { problem, plan } = board;
  const [dragged, setDragged] = useState<string | null>(null);

  function drop(on: Place): void {
    const to = slotOf(plan, on.id);
    if (dragged !== null && dragged !== on.id && to !== null)
      edit?.({ kind: 'places', placeIds: [dragged], to });
    setDragged(null);
  }

  return (
    <div className={styles.sheet}>
      <table className={styles.list} aria-label="按区县的日程">
        <thead>
          <tr>
            {['督查对象', '日期', '督查组', '出动人员', ''].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problem.counties.map((county) => {
            const places = inOrder(
              board,
              problem.places.filter(({ countyId }) => countyId === county.id),
            );
            if (places.length === 0) return null;
            const trips = plan.trips.filter(({ countyId }) => countyId === county.id).length;
            return (
              <Fragment key={county.id}>
                <tr>
                  <th scope="rowgroup" colSpan={5} className={styles.county}>
                    {county.name}　{places.length} 处，出动 {trips} 次
                  </th>
                </tr>
                {places.map((place) => (
                  <PlaceRow
                    key={place.id}
                    board={board}
                    place={place}
                    edit={edit}
                    onOpen={onOpen}
                    onDrag={setDragged}
                    onDrop={() => drop(place)}
                  />
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function inOrder({ plan }: Board, places: readonly Place[]): Place[] {
  const dayOf = new Map(places.map(({ id }) => [id, slotOf(plan, id)?.day ?? '']));
  return places.toSorted((one, other) => ((dayOf.get(one.id) ?? '') < (dayOf.get(other.id) ?? '') ? -1 : 1));
}

interface PlaceRowProps extends CountyListProps {
  place: Place;
  onDrag: (placeId: string | null) => void;
  onDrop: () => void;
}

function PlaceRow({ board, place, edit, onOpen, onDrag, onDrop }: PlaceRowProps) {
  const { problem, plan, days } = board;
  const names = namesOf(problem);
  const slot = slotOf(plan, place.id);
  const trip = slot === null ? undefined : board.tripAt(slot);
  const isPinned = board.isPinnedPlace(place.id);

  function moveTo(change: Partial<{ teamId: string; day: string }>): void {
    const to = { teamId: problem.teams[0]?.id ?? '', day: days[0] ?? '', ...slot, ...change };
    edit?.({ kind: 'places', placeIds: [place.id], to });
  }

  return (
    <tr
      draggable={edit !== null}
      onDragStart={() => onDrag(place.id)}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <td>
        <Button type="link" size="small" onClick={() => onOpen(place.id)}>
          {place.name}
        </Button>
        {board.isChangedPlace(place.id) && <span className={styles.mark}>变</span>}
      </td>
      <td className={styles.choice}>
        {edit === null ? (
          slot !== null && shortDay(slot.day)
        ) : (
          <WordSelect<string>
            size="small"
            variant="borderless"
            aria-label={`${place.name}的日期`}
            className={styles.whole ?? ''}
            placeholder="没有排"
            value={slot?.day ?? null}
            options={days.map((day) => ({ value: day, label: shortDay(day) }))}
            onChange={(day) => moveTo({ day })}
          />
        )}
      </td>
      <td className={styles.choice}>
        {edit === null ? (
          slot !== null && names.team(slot.teamId)
        ) : (
          <WordSelect<string>
            size="small"
            variant="borderless"
            aria-label={`${place.name}的督查组`}
            className={styles.whole ?? ''}
            placeholder="没有排"
            value={slot?.teamId ?? null}
            options={problem.teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(teamId) => moveTo({ teamId })}
          />
        )}
      </td>
      <td>{trip?.inspectorIds.map((id) => names.person(id)).join('、')}</td>
      <td>
        {edit !== null && slot !== null && (
          <Button
            type="text"
            size="small"
            onClick={() => edit({ kind: 'pinPlace', placeId: place.id, pinned: !isPinned })}
          >
            {isPinned ? '取消固定' : '固定'}
          </Button>
        )}
      </td>
    </tr>
  );
}
