import { surplusBackups, type ThinningRule } from '#shared/rules/backups/thinning.ts';
import { findBackups, type FoundBackup, removeBackup } from './place.ts';
import { removeOrphans } from './pool.ts';

/**
 * Removes the backups of a place that are no longer needed, and the files that only they named.
 * @param namesOwn of a place that others may use too, names of those that are one's own: the others are left alone
 * @returns how many backups
 */
export async function thinPlace(
  place: string,
  now: number,
  rule: ThinningRule,
  namesOwn: (backups: readonly FoundBackup[]) => ReadonlySet<string> = namesOfAll,
): Promise<number> {
  const found = await findBackups(place);
  const own = namesOwn(found);
  const backups = found.filter(({ name }) => own.has(name));
  const dated = backups.map((backup) => ({
    ...backup,
    isBeforeMigration: backup.kind === 'beforeMigration',
  }));
  const surplus = new Set(surplusBackups(dated, now, rule).map(({ name }) => name));
  for (const backup of backups) if (surplus.has(backup.name)) await removeBackup(place, backup);
  await removeOrphans(place, now);
  return surplus.size;
}

function namesOfAll(backups: readonly FoundBackup[]): Set<string> {
  return new Set(backups.map(({ name }) => name));
}
