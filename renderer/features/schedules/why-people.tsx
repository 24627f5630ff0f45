import { namesOf } from '#shared/rules/schedule/names.ts';
import type { Trip } from '#shared/rules/schedule/plan.ts';
import { whyPeople } from '#shared/rules/schedule/why-people.ts';
import type { Board } from './board.ts';
import styles from './schedules.module.css';

/** Of the team that goes: who goes, and why the others stay. */
export function WhyPeople({ board, trip }: { board: Board; trip: Trip }) {
  const names = namesOf(board.problem);
  return (
    <>
      <h3 className={styles.section}>{names.team(trip.teamId)}里谁去</h3>
      <ul className={styles.reasons}>
        {whyPeople(board.problem, board.plan, trip).map(({ inspectorId, goes, text }) => (
          <li key={inspectorId} data-chosen={goes}>
            <b>{names.person(inspectorId)}</b>：{text}
          </li>
        ))}
      </ul>
    </>
  );
}
