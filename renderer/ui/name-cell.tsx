import styles from './name-cell.module.css';

interface NameCellProps {
  name: string;
  /** Not shown where it says the same. */
  shortName?: string;
}

/** A full name with its short name in grey; what does not fit is in the tooltip. */
export function NameCell({ name, shortName }: NameCellProps) {
  const isShorter = shortName !== undefined && shortName !== '' && shortName !== name;
  return (
    <span className={styles.cell} title={isShorter ? `${name}(${shortName})` : name}>
      <span className={styles.name}>{name}</span>
      {isShorter && <span className={styles.short}>{shortName}</span>}
    </span>
  );
}
