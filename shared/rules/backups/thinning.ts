import { addDays, localDay, weekdayOf } from '#shared/calendar/days.ts';

/** How many backups stay as they grow older. An office changes it in 设置 › 备份. */
export interface ThinningRule {
  /** Everything of that many days, today among them. */
  allDays: number;
  /** The last one of each of so many days, weeks and months that have a backup. */
  daily: number;
  weekly: number;
  monthly: number;
}

/** After Anki: all of two days, then 12 daily, 10 weekly; months as long as the log has to be kept, twice over. */
export const defaultThinning: ThinningRule = { allDays: 2, daily: 12, weekly: 10, monthly: 24 };

export interface DatedBackup {
  name: string;
  /** Instant, UTC milliseconds. */
  madeAt: number;
  /** Made before an upgrade: the last of them is the way back to the older program. */
  isBeforeMigration: boolean;
}

const DAY_MILLISECONDS = 86_400_000;

/**
 * Which backups of one place are no longer needed. What always stays: the newest, whatever lies in the future of a
 * clock that was set back, everything of the last `allDays` days and of 24 hours, and the last one before an upgrade.
 */
export function surplusBackups(
  backups: readonly DatedBackup[],
  now: number,
  rule: ThinningRule,
): DatedBackup[] {
  const latestFirst = backups.toSorted((one, other) => other.madeAt - one.madeAt);
  const firstWholeDay = addDays(localDay(now), 1 - rule.allDays);
  const kept = new Set<DatedBackup>([
    ...latestFirst.slice(0, 1),
    ...latestFirst.filter(({ isBeforeMigration }) => isBeforeMigration).slice(0, 1),
    ...latestFirst.filter(
      ({ madeAt }) => madeAt > now - DAY_MILLISECONDS || localDay(madeAt) >= firstWholeDay,
    ),
    ...lastOfEach(latestFirst, rule.daily, localDay),
    ...lastOfEach(latestFirst, rule.weekly, weekOf),
    ...lastOfEach(latestFirst, rule.monthly, (instant) => localDay(instant).slice(0, 7)),
  ]);
  return latestFirst.filter((backup) => !kept.has(backup));
}

function lastOfEach(
  latestFirst: readonly DatedBackup[],
  count: number,
  spanOf: (instant: number) => string,
): DatedBackup[] {
  const lasts = new Map<string, DatedBackup>();
  for (const backup of latestFirst) {
    const span = spanOf(backup.madeAt);
    if (!lasts.has(span)) lasts.set(span, backup);
  }
  return [...lasts.values()].slice(0, count);
}

/** The Monday of its week. */
function weekOf(instant: number): string {
  const day = localDay(instant);
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}
