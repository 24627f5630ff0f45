import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface Ended {
  code: number | null;
  out: string;
  said: string;
}

/** The command line as it is, in a process of its own. */
export function runCommandLine(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'main', 'cli.ts'), ...args], { cwd: root });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, said }));
  });
}
