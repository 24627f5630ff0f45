import { spawn } from 'node:child_process';
import { findTool } from '#tests/support/tools.ts';

/** Path of strace where it is installed and the container lets it trace, else null. */
export async function findTracer(): Promise<string | null> {
  const path = findTool('strace');
  return path !== null && (await traces(path)) ? path : null;
}

/** What strace writes down for {@link foreignCalls}. */
export const networkCalls = ['-f', '-qq', '-e', 'trace=connect,bind,sendto'];

/** Calls with an internet address that is not the loopback's. */
export function foreignCalls(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => /sin6?_addr|inet_addr|inet_pton/.test(line) && !/"127\.|"::1"/.test(line));
}

async function traces(path: string): Promise<boolean> {
  const probe = spawn(path, ['-qq', '-e', 'trace=connect', 'true'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    probe.once('exit', (code) => resolve(code === 0));
    probe.once('error', () => resolve(false));
  });
}
