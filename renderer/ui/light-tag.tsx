import styles from './light-tag.module.css';

/** plain: said without judging. */
export type Light = 'red' | 'yellow' | 'green' | 'plain';

/** A light with its word beside it: readable for colour-blind eyes and on grey printers. */
export function LightTag({ light, word }: { light: Light; word: string }) {
  return (
    <span className={styles.tag} data-light={light}>
      <span className={styles.dot} aria-hidden="true" />
      {word}
    </span>
  );
}
