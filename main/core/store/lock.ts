/**
 * Exactly one owner of a data folder.
 * What: a lock file that appears with its whole content at once (written aside, then hard-linked into place).
 * Flow: link succeeds → owner. Otherwise read who holds it: alive → refuse. Gone → take over: whoever acquires the
 * claim file named after the dead owner's token may replace the lock, and only while it still carries that token.
 * Invariants: the lock of a living owner is never replaced; the lock file never disappears during a take-over;
 * a claim whose maker died is taken over by the same rule.
 */
import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { removeIfThere } from '../files/place-file.ts';
import { StoreError } from './errors.ts';
import { formatInstant } from './format-instant.ts';
import { isSameLivingProcess, ownProcess, type ProcessIdentity } from './process-identity.ts';
import { systemCode } from '../system-code.ts';

const lockFile = 'in-use.json';
/** A take-over holds its claim for less than that, unless its process was stopped. */
const LOOKS_AT_A_CLAIM = 50;
const MILLISECONDS_BETWEEN_LOOKS = 20;

interface Holder extends ProcessIdentity {
  readonly token: string;
  readonly since: number;
}

export interface FolderLock {
  release(): void;
}

/** @param folder real path, so that two links to one folder meet. @throws StoreError `locked` naming the holder */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, lockFile);
  const own: Holder = { ...ownProcess(), token: randomUUID(), since: Date.now() };
  const prepared = `${path}.${own.token}.new`;
  writeFileSync(prepared, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
  try {
    acquire(path, prepared);
  } finally {
    // Who has the lock has it, whatever the disk says to this.
    removeIfThere(prepared);
  }
  return {
    release: () => {
      if (readHolder(path)?.token === own.token) giveUp(path);
    },
  };
}

function giveUp(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A lock that says nothing has no owner either.
    truncateSync(path);
  }
}

function acquire(path: string, prepared: string): void {
  let looksLeft = LOOKS_AT_A_CLAIM;
  while (!placeExclusively(prepared, path)) {
    const holder = readHolder(path);
    // Released between our two looks: try again.
    if (holder === undefined) continue;
    if (isSameLivingProcess(holder)) throw lockedBy(holder);
    try {
      if (takeOver(path, prepared, holder.token)) return;
    } catch (error) {
      // Who holds the claim may find that another was faster; only the lock itself says who the owner is.
      if (looksLeft === 0 || !(error instanceof StoreError && error.kind === 'locked')) throw error;
      looksLeft -= 1;
      sleep(MILLISECONDS_BETWEEN_LOOKS);
    }
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** False when somebody else was faster. */
function takeOver(path: string, prepared: string, deadToken: string): boolean {
  const claim = `${path}.${deadToken}`;
  acquire(claim, prepared);
  try {
    if (readHolder(path)?.token !== deadToken) return false;
    const copy = `${prepared}.copy`;
    copyFileSync(prepared, copy);
    renameSync(copy, path);
    return true;
  } finally {
    removeIfThere(claim);
  }
}

function placeExclusively(prepared: string, path: string): boolean {
  try {
    linkSync(prepared, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
  }
  // FAT and exFAT know no hard links; an exclusive copy is the next best.
  try {
    copyFileSync(prepared, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** undefined: no such file. A file that cannot be read was left by a power cut: its owner is gone. */
function readHolder(path: string): Holder | undefined {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const value: unknown = JSON.parse(content);
    if (isHolder(value)) return value;
  } catch {
    // Falls through to the owner that is gone.
  }
  return { pid: 0, bootId: '', bootedAt: 0, startTicks: null, account: '', token: 'unreadable', since: 0 };
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const types = { pid: 'number', bootedAt: 'number', account: 'string', token: 'string', since: 'number' };
  const fields: Record<string, unknown> = { ...value };
  return Object.entries(types).every(([name, type]) => typeof fields[name] === type);
}

function lockedBy(holder: Holder): StoreError {
  return new StoreError(
    'locked',
    `数据正由另一个已打开的程序使用：账户 ${holder.account}，进程 ${holder.pid}，从 ${formatInstant(holder.since)} 起。` +
      '请先切换到那个窗口，或关闭它以后再打开。',
  );
}
