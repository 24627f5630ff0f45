import { spawn } from 'node:child_process';
import { findTool } from './tools.ts';

/** Path of strace where it is installed and the container lets it trace, else null. */
export async function findTracer(): Promise<string | null> {
  const path = findTool('strace');
  return path !== null && (await traces(path)) ? path : null;
}

async function traces(path: string): Promise<boolean> {
  const probe = spawn(path, ['-qq', '-e', 'trace=connect', 'true'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    probe.once('exit', (code) => resolve(code === 0));
    probe.once('error', () => resolve(false));
  });
}
