import { createHash } from 'node:crypto';
import type { StoreFacts } from '../store/online-copy.ts';

/** Why a backup was made. */
export const backupKinds = [
  'daily',
  'manual',
  'beforeImport',
  'beforeMerge',
  'beforeClearing',
  'beforeRestore',
  'beforeMigration',
] as const;
export type BackupKind = (typeof backupKinds)[number];

/**
 * What lies beside a backup as NAME.json, written last: without it a backup is not finished. It can be read without the
 * password of a sealed backup, so that it holds numbers and no content.
 */
export interface BackupManifest {
  format: 1;
  name: string;
  kind: BackupKind;
  /** Instant, UTC milliseconds. */
  madeAt: number;
  /** Random, of the data folder it was made in; former versions did not tell it. */
  origin?: string;
  programVersion: string;
  facts: StoreFacts;
  /** Of the plain store. */
  bytes: number;
  sha256: string;
  /** With a password. */
  sealed: boolean;
  /** The list of kept files, NAME.files, and its SHA-256. */
  files: { count: number; bytes: number; sha256: string };
  /** SHA-256 of kept files that its rows need and that were whole nowhere then; former versions did not look. */
  missing?: string[];
  /** When its bytes were last read again and held against this; null for one that was only copied. */
  verifiedAt: number | null;
  /** What the check finds in its store and somebody had accepted before. */
  accepted?: readonly string[];
}

/** A kept file that belongs to a backup. */
export interface PooledFile {
  /** Hexadecimal; also its name. */
  sha256: string;
  bytes: number;
}

/** With a digest of itself at the end, so that a changed byte is noticed. */
export function manifestText(manifest: BackupManifest): string {
  return `${JSON.stringify({ ...manifest, digest: digestOf(manifest) }, null, 2)}\n`;
}

/** @returns null for what is no manifest, or was changed */
export function readManifest(text: string): BackupManifest | null {
  try {
    const { digest, ...manifest } = JSON.parse(text) as BackupManifest & { digest: string };
    const isWhole = manifest.format === 1 && digest === digestOf(manifest) && text === manifestText(manifest);
    return isWhole ? manifest : null;
  } catch {
    return null;
  }
}

function digestOf(manifest: BackupManifest): string {
  return sha256Of(JSON.stringify(manifest));
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One line per file, in the form that sha256sum knows but for the size between. */
export function filesText(files: readonly PooledFile[]): string {
  return files.map(({ sha256, bytes }) => `${sha256} ${bytes}\n`).join('');
}

const fileLine = /^([0-9a-f]{64}) (\d{1,15})$/u;

/** @returns null where a line is none */
export function readFilesText(text: string): PooledFile[] | null {
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => fileLine.exec(line));
  if (lines.some((match) => match === null)) return null;
  return lines.map((match) => ({ sha256: match?.[1] ?? '', bytes: Number(match?.[2]) }));
}
