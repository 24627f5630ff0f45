import { surplusBackups, type ThinningRule } from '#shared/rules/backups/thinning.ts';
import { findBackups, removeBackup } from './place.ts';
import { removeOrphans } from './pool.ts';

/** Removes the backups of a place that are no longer needed, and the files that only they named. @returns how many backups */
export async function thinPlace(place: string, now: number, rule: ThinningRule): Promise<number> {
  const backups = await findBackups(place);
  const dated = backups.map((backup) => ({
    ...backup,
    isBeforeMigration: backup.kind === 'beforeMigration',
  }));
  const surplus = new Set(surplusBackups(dated, now, rule).map(({ name }) => name));
  for (const backup of backups) if (surplus.has(backup.name)) await removeBackup(place, backup);
  await removeOrphans(place, now);
  return surplus.size;
}
