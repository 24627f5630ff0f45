import { shortDay } from '#shared/calendar/days.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { namesOf } from '#shared/rules/schedule/names.ts';
import { slotOf } from '#shared/rules/schedule/edit-plan.ts';
import { whyTeam } from '#shared/rules/schedule/why-team.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import type { Board } from './board.ts';
import styles from './schedules.module.css';
import type { Edit } from './use-schedule.ts';
import { WhyPeople } from './why-people.tsx';

interface PlacePanelProps {
  board: Board;
  placeId: string;
  edit: Edit | null;
  onClose: () => void;
}

/** The open place: who goes when, where else it could go, and why it is as it is. */
export function PlacePanel({ board, placeId, edit, onClose }: PlacePanelProps) {
  const { problem, plan, days } = board;
  const [asked, setAsked] = useState(false);
  const names = namesOf(problem);
  const place = board.place(placeId);
  const slot = slotOf(plan, placeId);
  const isPinned = board.isPinnedPlace(placeId);
  const trip = slot === null ? undefined : board.tripAt(slot);
  const others = plan.trips
    .flatMap(({ placeIds }) => placeIds)
    .filter((id) => id !== placeId)
    .map((id) => ({ value: id, label: names.place(id) }));

  function moveTo(change: Partial<{ teamId: string; day: string }>): void {
    const to = { teamId: problem.teams[0]?.id ?? '', day: days[0] ?? '', ...slot, ...change };
    edit?.({ kind: 'places', placeIds: [placeId], to });
  }

  return (
    <SidePanel title={names.place(placeId)} width={360} onClose={onClose}>
      <FactList
        facts={[
          ['区县', place === undefined ? '' : names.county(place.countyId)],
          ['安排', slot === null ? '还没有排进去' : `${names.team(slot.teamId)} ${shortDay(slot.day)}`],
          ['出动人员', trip?.inspectorIds.map((id) => names.person(id)).join('、') ?? ''],
          ['用时', `${place?.minutes ?? 0} 分钟`],
          ['要的专长', place?.skills.map(({ skill }) => skill).join('、') ?? ''],
        ]}
      />
      {slot !== null &&
        board.brokenAt(slot).map((text) => (
          <p key={text} className={styles.said}>
            {text}
          </p>
        ))}
      {edit !== null && (
        <>
          <div className={styles.fields}>
            <WordSelect<string>
              aria-label="改到哪个组"
              placeholder="改到哪个组"
              value={slot?.teamId ?? null}
              options={problem.teams.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(teamId) => moveTo({ teamId })}
            />
            <WordSelect<string>
              aria-label="改到哪一天"
              placeholder="改到哪一天"
              value={slot?.day ?? null}
              options={days.map((day) => ({ value: day, label: shortDay(day) }))}
              onChange={(day) => moveTo({ day })}
            />
          </div>
          <WordSelect<string | null>
            aria-label="与另一处对调"
            placeholder="与另一处对调"
            className={styles.whole ?? ''}
            value={null}
            options={others}
            onChange={(other) => other !== null && edit({ kind: 'swapPlaces', placeIds: [placeId, other] })}
          />
          <div className={styles.buttons}>
            <Button
              disabled={slot === null}
              onClick={() => edit({ kind: 'pinPlace', placeId, pinned: !isPinned })}
            >
              {isPinned ? '取消固定' : '固定'}
            </Button>
            <Button
              disabled={slot === null}
              onClick={() => edit({ kind: 'places', placeIds: [placeId], to: null })}
            >
              移出日程
            </Button>
          </div>
          <p className={styles.grey}>
            也可以用键盘：P 固定，Ctrl+X 剪下、到另一格 Ctrl+V 放下，Delete 移出，方向键换格。
          </p>
        </>
      )}
      {asked ? (
        <>
          <h3 className={styles.section}>为什么是他们，为什么不是别的组</h3>
          <ul className={styles.reasons}>
            {whyTeam(problem, plan, placeId).map(({ teamId, isChosen, text }) => (
              <li key={teamId} data-chosen={isChosen}>
                <b>{names.team(teamId)}</b>：{text}
              </li>
            ))}
          </ul>
          {trip !== undefined && <WhyPeople board={board} trip={trip} />}
        </>
      ) : (
        <Button type="link" className={styles.ask ?? ''} onClick={() => setAsked(true)}>
          为什么是他们，为什么不是别人
        </Button>
      )}
    </SidePanel>
  );
}
