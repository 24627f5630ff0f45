import type { Board } from './board.ts';
import type { Carried } from './calendar.tsx';
import styles from './schedules.module.css';

interface UncoveredPlacesProps {
  board: Board;
  canEdit: boolean;
  onCarry: (carried: Carried | null) => void;
  onOpen: (placeId: string) => void;
}

/** What nobody visits: dragged into the calendar, cut by Ctrl+X, or opened and put to a team and a day. */
export function UncoveredPlaces({ board, canEdit, onCarry, onOpen }: UncoveredPlacesProps) {
  return (
    <section className={styles.tray} aria-label="没有排进去的对象">
      <div className={styles.people}>
        <span className={styles.late}>没有排进去 {board.uncovered.length} 处：</span>
        {board.uncovered.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={styles.person}
            draggable={canEdit}
            onClick={() => onOpen(id)}
            onDragStart={() => onCarry({ kind: 'place', placeId: id })}
            onDragEnd={() => onCarry(null)}
            onKeyDown={(event) => {
              if (canEdit && event.ctrlKey && event.key.toLowerCase() === 'x')
                onCarry({ kind: 'place', placeId: id });
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </section>
  );
}
