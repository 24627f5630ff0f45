import { SUMS_NAME, type SummedFile } from './sums.ts';

/** What differs between an archive's folder and its list of checksums, each by its path in the order of the list. */
export interface ArchiveDifferences {
  missing: string[];
  changed: string[];
  /** In the folder and not in the list. */
  additional: string[];
}

/** Paths are compared in NFC: some disks keep names in pieces. */
export function differencesOf(
  listed: readonly SummedFile[],
  found: readonly SummedFile[],
): ArchiveDifferences {
  const there = new Map(found.map(({ path, sha256 }) => [path.normalize('NFC'), sha256]));
  const known = new Set(listed.map(({ path }) => path.normalize('NFC')));
  const paths = listed.map(({ path, sha256 }) => ({ path, sha256, now: there.get(path.normalize('NFC')) }));
  return {
    missing: paths.filter(({ now }) => now === undefined).map(({ path }) => path),
    changed: paths.filter(({ now, sha256 }) => now !== undefined && now !== sha256).map(({ path }) => path),
    additional: found
      .filter(({ path }) => path !== SUMS_NAME && !known.has(path.normalize('NFC')))
      .map(({ path }) => path)
      .toSorted(),
  };
}

export function isUnchanged({ missing, changed, additional }: ArchiveDifferences): boolean {
  return missing.length + changed.length + additional.length === 0;
}
