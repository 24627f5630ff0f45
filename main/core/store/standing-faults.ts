/**
 * What the checks have found and nobody has settled yet, in a file beside the store.
 * Invariants: while anything stands, the store takes no writes, from the first moment of the next opening on. A finding
 * of the full check goes when the check does not find it any more, one of the start check only when it is accepted: the
 * anchor that proves it is written over, so that only another loss is found again, and that is told although it reads
 * the same. Damage of the file is never accepted. The file moves aside with the store when a backup takes its place, whose
 * own accepted findings come with it.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFile, syncFolder } from '../files/place-file.ts';
import { tellsOfDamage } from './integrity.ts';

export const faultsFile = 'faults.json';

interface Kept {
  start: readonly string[];
  check: readonly string[];
  /** What somebody has looked into of the full check, which does not report it again. */
  accepted: readonly string[];
  /** Who wants the next start to ask first what to do with the data; null for nobody. */
  rescuer: Rescuer | null;
}

/** Both are empty for somebody who was not signed in. */
export interface Rescuer {
  userUid: string | null;
  userName: string;
}

const nothing: Kept = { start: [], check: [], accepted: [], rescuer: null };

export function standingFaults(folder: string): string[] {
  const { start, check } = readKept(folder);
  return [...start, ...check];
}

export function acceptedFaults(folder: string): readonly string[] {
  return readKept(folder).accepted;
}

/** @returns who has asked for it; null where the next start is a usual one */
export function rescueAskedBy(folder: string): Rescuer | null {
  return readKept(folder).rescuer;
}

/** @param rescuer null takes it back @throws the disk's own error */
export function askForRescue(folder: string, rescuer: Rescuer | null): void {
  keep(folder, { ...readKept(folder), rescuer });
}

/** Beside a store that is to become the present one: what of it was accepted before. @throws the disk's own error */
export function bringAccepted(folder: string, accepted: readonly string[]): void {
  keep(folder, { ...nothing, accepted });
}

export function mayAccept(faults: readonly string[]): boolean {
  return !faults.some(tellsOfDamage);
}

export interface StandingFaults {
  readonly standing: readonly string[];
  /** What this opening has found. @returns what of it is new */
  foundAtStart(found: readonly string[]): string[];
  /** What the full check has found, instead of what it found before. */
  foundByCheck(found: readonly string[]): void;
  /** From now on none of them stands. */
  accept(): void;
}

/** As owner of the folder. What the disk does not take stands as long as this program runs. */
export function openStandingFaults(folder: string): StandingFaults {
  let kept = readKept(folder);

  function change(part: Partial<Kept>): void {
    kept = { ...kept, ...part };
    try {
      keep(folder, kept);
    } catch {
      // The disk that spoils the store may not take this either.
    }
  }

  const news = (found: readonly string[], known: readonly string[]): string[] =>
    found.filter((fault) => !known.includes(fault));

  return {
    get standing() {
      return [...kept.start, ...kept.check];
    },
    foundAtStart(found) {
      const added = news(found, kept.start);
      if (added.length > 0) change({ start: [...kept.start, ...added] });
      return added;
    },
    foundByCheck(found) {
      const check = news(found, kept.accepted);
      if (check.length + kept.check.length > 0) change({ check });
    },
    accept() {
      const accepted = [...kept.accepted, ...news(kept.check, kept.accepted)];
      change({ start: [], check: [], accepted });
    },
  };
}

function readKept(folder: string): Kept {
  try {
    return { ...nothing, ...(JSON.parse(readFileSync(join(folder, faultsFile), 'utf8')) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

function keep(folder: string, kept: Kept): void {
  const path = join(folder, faultsFile);
  const beside = `${path}.new`;
  writeFileSync(beside, JSON.stringify(kept), { mode: 0o600 });
  syncFile(beside);
  renameSync(beside, path);
  syncFolder(folder);
}
