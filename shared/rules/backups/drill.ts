const DAY_MILLISECONDS = 86_400_000;
/** A drill each month. */
const DUE_DAYS = 30;
/** A PC that stood still over a holiday makes up for it before anybody is told. */
const OVERDUE_DAYS = 37;
/** What went wrong may be over with the next day's backup. */
const AGAIN_DAYS = 1;

/**
 * Is a restore drill to be run?
 * @param last null for none @param firstBackupAt instant of the oldest backup; null where there is none
 */
export function isDrillDue(
  last: { at: number; faults: readonly string[] } | null,
  firstBackupAt: number | null,
  now: number,
): boolean {
  const days = last !== null && last.faults.length > 0 ? AGAIN_DAYS : DUE_DAYS;
  return isOlder(days, last?.at ?? null, firstBackupAt, now);
}

/**
 * Is it to be said that none was run?
 * @param lastAt instant of the last one; null for none
 */
export function isDrillOverdue(lastAt: number | null, firstBackupAt: number | null, now: number): boolean {
  return isOlder(OVERDUE_DAYS, lastAt, firstBackupAt, now);
}

function isOlder(days: number, lastAt: number | null, firstBackupAt: number | null, now: number): boolean {
  const since = lastAt ?? firstBackupAt;
  return since !== null && now - since >= days * DAY_MILLISECONDS;
}
