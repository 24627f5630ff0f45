import type { Piece } from '#shared/rules/library/excerpt.ts';
import styles from './library.module.css';

/** A text with what was searched for marked in it. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, isHit }, place) =>
        isHit ? (
          // Pieces have no other name than their place.
          <mark key={place} className={styles.mark}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
