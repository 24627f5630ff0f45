import { readFileSync } from 'node:fs';
import { uptime, userInfo } from 'node:os';
import { systemCode } from '../system-code.ts';

/** Tells one process from every other, also from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Linux: changes with every start of the computer. Elsewhere null, and `bootedAt` decides. */
  readonly bootId: string | null;
  readonly bootedAt: number;
  /** Linux: clock ticks between boot and the start of the process. Elsewhere null. */
  readonly startTicks: number | null;
  readonly account: string;
}

/** Clocks are set now and then; a computer does not restart within less. */
const bootTolerance = 2 * 60 * 1000;

export function ownProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    bootId: readBootId(),
    bootedAt: Math.round(Date.now() - uptime() * 1000),
    startTicks: readStartTicks(process.pid),
    account: accountName(),
  };
}

/** Empty for an account without an entry, as in some containers. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** False when the process is certainly gone: ended, its number given to another, or the computer restarted. */
export function isSameLivingProcess(identity: ProcessIdentity): boolean {
  const now = ownProcess();
  if (identity.bootId !== null && now.bootId !== null) {
    if (identity.bootId !== now.bootId) return false;
  } else if (Math.abs(identity.bootedAt - now.bootedAt) > bootTolerance) return false;
  if (!isRunning(identity.pid)) return false;
  const ticks = readStartTicks(identity.pid);
  return identity.startTicks === null || ticks === null || ticks === identity.startTicks;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readStat(pid)?.state !== 'Z';
  } catch (error) {
    // EPERM: it runs under another account.
    return systemCode(error) === 'EPERM';
  }
}

function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

function readStartTicks(pid: number): number | null {
  return readStat(pid)?.startTicks ?? null;
}

/** proc(5): the fields after the command in parentheses begin with the state (3); the start time is field 22. */
function readStat(pid: number): { state: string; startTicks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: Number(fields[19]) };
  } catch {
    return undefined;
  }
}
