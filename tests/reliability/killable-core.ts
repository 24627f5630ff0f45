import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Acknowledged, Restarted } from '#tests/support/child-core.ts';

export interface KilledRun {
  restarted: Restarted;
  /** Every save that was acknowledged before the kill, in order. */
  acknowledged: Acknowledged[];
}

export interface KillableCore {
  /** Lets the core save, kills it so many milliseconds after the first acknowledgement. */
  saveAndKill(milliseconds: number): Promise<KilledRun>;
  /** Ends a core that was loaded but is not needed. */
  discard(): void;
}

/** Where a core's writer and readers work: in threads, as in the program, or in the process itself, which loads faster. */
export type Threads = 'worker' | 'in-process';

/** A child that has loaded the core and waits for what to do on a data folder. */
function loadChild(entry: string, folder: string, threads: Threads): ChildProcess {
  const env = { ...process.env, OFFICE_THREADS: threads };
  return fork(entry, [folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: [], env });
}

/** Sets up an office with one small period. */
export async function prepareOffice(entry: string, folder: string): Promise<void> {
  const child = loadChild(entry, folder, 'worker');
  child.send('prepare');
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the office was not prepared: ${code}`);
}

export function loadCore(entry: string, folder: string, threads: Threads): KillableCore {
  const child = loadChild(entry, folder, threads);
  return {
    saveAndKill: (milliseconds) => saveAndKill(child, milliseconds),
    discard: () => void child.kill('SIGKILL'),
  };
}

async function saveAndKill(child: ChildProcess, milliseconds: number): Promise<KilledRun> {
  const { stdout } = child;
  if (stdout === null) throw new Error('the child has no output');
  const lines: string[] = [];
  createInterface({ input: stdout }).on('line', (line) => {
    lines.push(line);
    // The first line tells of the restart, the second is the first acknowledgement.
    if (lines.length === 2) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  child.send('save');
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the core ended by itself with ${code ?? signal}`);
  const [restarted, ...acknowledged] = lines.filter(isWhole).map((line): unknown => JSON.parse(line));
  return { restarted: restarted as Restarted, acknowledged: acknowledged as Acknowledged[] };
}

/** The last line may have been cut by the kill: what was not said wholly was not acknowledged. */
function isWhole(line: string): boolean {
  return line.endsWith('}') || line.endsWith(']');
}
