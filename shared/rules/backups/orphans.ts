/** A kept file as it lies in the data folder. */
export interface LyingFile {
  /** Hexadecimal; also its name. */
  sha256: string;
  bytes: number;
  /** When it was put there or taken up again. Instant, UTC milliseconds. */
  touchedAt: number;
}

/** A week: whoever attaches or takes over a returned table has done so by then. An office changes it in 设置 › 备份. */
export const USUAL_ORPHAN_DAYS = 7;

const DAY_MILLISECONDS = 86_400_000;

/** The instant before which a file must have been touched to be removed. */
export function orphanLimit(now: number, days: number): number {
  return now - days * DAY_MILLISECONDS;
}

/**
 * Which kept files nothing needs any more.
 * @param named by a row, the log of changes, a kept backup or any other store in the data folder
 * @param days a younger file may just be about to get its row
 */
export function orphanFiles(
  files: readonly LyingFile[],
  named: ReadonlySet<string>,
  now: number,
  days: number,
): LyingFile[] {
  const limit = orphanLimit(now, days);
  return files.filter(({ sha256, touchedAt }) => touchedAt < limit && !named.has(sha256));
}
