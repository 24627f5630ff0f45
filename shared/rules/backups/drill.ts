const DAY_MILLISECONDS = 86_400_000;
/** A drill each month. */
const DUE_DAYS = 30;
/** A PC that stood still over a holiday makes up for it before anybody is told. */
const OVERDUE_DAYS = 37;

/**
 * Is a restore drill to be run?
 * @param lastAt instant of the last one; null for none @param firstBackupAt of the oldest backup; null where there is none
 */
export function isDrillDue(lastAt: number | null, firstBackupAt: number | null, now: number): boolean {
  return isOlder(DUE_DAYS, lastAt, firstBackupAt, now);
}

/** Is it to be said that none was run? */
export function isDrillOverdue(lastAt: number | null, firstBackupAt: number | null, now: number): boolean {
  return isOlder(OVERDUE_DAYS, lastAt, firstBackupAt, now);
}

function isOlder(days: number, lastAt: number | null, firstBackupAt: number | null, now: number): boolean {
  const since = lastAt ?? firstBackupAt;
  return since !== null && now - since >= days * DAY_MILLISECONDS;
}
