import type { OverviewTile } from '#shared/rules/overview/tiles.ts';
import styles from './overview.module.css';

interface TileGridProps {
  tiles: readonly OverviewTile[];
  /** Whose records stand beside them. */
  openKey: string | null;
  onOpen: (tile: OverviewTile) => void;
}

/** The numbers; each opens what it has counted. */
export function TileGrid({ tiles, openKey, onOpen }: TileGridProps) {
  return (
    <ul className={styles.tiles} aria-label="主要数字">
      {tiles.map((tile) => (
        <li key={tile.key}>
          <button
            type="button"
            className={styles.tile}
            data-alarm={tile.isAlarm}
            data-open={tile.key === openKey}
            title={tile.note}
            aria-label={`${tile.label} ${tile.value}${tile.unit}，${tile.note}`}
            onClick={() => onOpen(tile)}
          >
            <span className={styles.label}>{tile.label}</span>
            <span className={styles.value}>
              {tile.value}
              <small>{tile.unit}</small>
            </span>
            <span className={styles.note}>{tile.note}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
