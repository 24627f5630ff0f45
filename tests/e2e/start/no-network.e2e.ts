import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { QuietRun } from '#tests/e2e/support/quiet-run.ts';
import type { Scan } from '#tests/e2e/support/scan-from-outside.ts';
import { foreignCalls, networkCalls } from '#tests/e2e/support/watched-calls.ts';
import { findTracer } from '#tests/support/tracer.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const strace = await findTracer();
if (strace === null)
  process.stdout.write(
    'no-network: only the listening address is looked at, because strace cannot trace here\n',
  );

const isolates = spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
if (!isolates) {
  process.stdout.write(
    'no-network: the pages are walked through where there is a network, because no namespace can be had; the weaker form\n',
  );
}

it('every page of an office without any network shows texts full of markup as texts, runs none and asks nobody', {
  timeout: 300_000,
}, async () => {
  const walk = [process.execPath, join(root, 'main', 'launch.mjs'), 'run', 'tests/e2e/support/quiet-run.ts'];
  const command = isolates
    ? ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...walk]
    : walk;
  const program = spawn(command[0]!, command.slice(1), { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: program.stdout })) lines.push(line);
  const { markedColumns, pages, marked, ...seen } = JSON.parse(lines.at(-1) ?? '') as QuietRun;
  expect(seen).toEqual({ ran: [], foreign: [], unsent: 0 });
  expect(markedColumns).toBeGreaterThan(100);
  expect(pages).toBeGreaterThan(10);
  expect(marked).toBeGreaterThan(pages / 2);
});

/** Two namespaces joined by a cable; \$outside is a process in the other one. */
const joined = `ip link set lo up && ip link add here type veth peer name there &&
  ip addr add 10.99.0.1/24 dev here && ip link set here up || exit 3
  unshare -n sleep 120 & outside=$!
  while [ "$(readlink /proc/$outside/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
  ip link set there netns $outside || exit 3
  nsenter -t $outside -n sh -c 'ip addr add 10.99.0.2/24 dev there && ip link set there up' || exit 3
  "$@" "$outside"; status=$?; kill $outside; exit $status`;
const canJoin = isolates && spawnSync('unshare', ['-rn', 'sh', '-c', joined, 'sh', 'true']).status === 0;
if (!canJoin)
  process.stdout.write(
    'no-network: only the addresses that it listens on are looked at from here, no other network\n',
  );

describe('the running program', () => {
  it.runIf(canJoin)('has no port open to another computer', { timeout: 120_000 }, () => {
    const scan = [
      process.execPath,
      join(root, 'main', 'launch.mjs'),
      'run',
      'tests/e2e/support/scan-from-outside.ts',
    ];
    const run = spawnSync('unshare', ['-rn', 'sh', '-c', joined, 'sh', ...scan], {
      cwd: root,
      encoding: 'utf8',
    });
    const { listening, open, control } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Scan;
    expect(new Set(listening)).toEqual(new Set(['0100007F']));
    expect(open).toEqual([control]);
  });

  it('speaks to nobody but this PC from start to end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-quiet-'));
    const log = join(folder, 'calls');
    const launch = [
      process.execPath,
      join(root, 'main', 'launch.mjs'),
      'start',
      '--host',
      'browser',
      '--no-open',
      '--data',
      join(folder, 'data'),
    ];
    const command = strace === null ? launch : [strace, ...networkCalls, '-o', log, ...launch];
    const program = spawn(command[0]!, command.slice(1), {
      stdio: ['ignore', 'pipe', 'inherit'],
      // A group of its own: strace does not pass signals on.
      detached: true,
    });
    const address = await new Promise<string>((resolve) => {
      createInterface({ input: program.stdout }).once('line', (line) => resolve(line.slice('打开: '.length)));
    });
    const page = new URL(address);
    await fetch(new URL('/session', page.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: page.origin },
      body: JSON.stringify({ token: page.hash.slice(1) }),
    });
    expect(page.hostname).toBe('127.0.0.1');
    const ended = new Promise((resolve) => {
      program.once('exit', resolve);
    });
    process.kill(-(program.pid ?? 0), 'SIGTERM');
    await ended;
    if (strace !== null) {
      const calls = readFileSync(log, 'utf8');
      // Without its own listening call the trace would prove nothing.
      expect(calls).toContain('127.0.0.1');
      expect(foreignCalls(calls)).toEqual([]);
    }
    rmSync(folder, { recursive: true, force: true });
  });
});
