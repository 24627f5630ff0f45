import { Link } from 'wouter';
import type { CitingPlace } from '#shared/contract/library.ts';
import styles from './library.module.css';

/** Who rests on an entry or a clause; each leads to its page. */
export function CitingPlaces({ places }: { places: readonly CitingPlace[] }) {
  return (
    <ul className={styles.places}>
      {places.map(({ kind, name, text, path }) => (
        <li key={`${path} ${name}`}>
          <span className={styles.placeKind}>{kind}</span>
          <Link href={path} title={text}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
