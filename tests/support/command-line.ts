import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bundledChild, threadBundle } from './thread-bundle.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Ended {
  code: number | null;
  out: string;
  said: string;
}

/** The command line as it is shipped, in a process of its own: from the run's bundle or, end to end, from the build. */
export function runCommandLine(...args: string[]): Promise<Ended> {
  const entry = threadBundle() === undefined ? join(root, 'dist', 'main', 'cli.js') : bundledChild('cli');
  const child = spawn(process.execPath, [entry, ...args], { cwd: root });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, said }));
  });
}
