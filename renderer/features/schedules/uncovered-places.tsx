import type { Board } from './board.ts';
import styles from './schedules.module.css';

interface UncoveredPlacesProps {
  board: Board;
  onOpen: (placeId: string) => void;
}

/** What nobody visits: opened, and put to a team and a day from there. */
export function UncoveredPlaces({ board, onOpen }: UncoveredPlacesProps) {
  return (
    <section className={styles.tray} aria-label="没有排进去的对象">
      <div className={styles.people}>
        <span className={styles.late}>没有排进去 {board.uncovered.length} 处：</span>
        {board.uncovered.map(({ id, name }) => (
          <button key={id} type="button" className={styles.person} onClick={() => onOpen(id)}>
            {name}
          </button>
        ))}
      </div>
    </section>
  );
}
