import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('npm start -- --help lists the switches and starts nothing', () => {
  const launcher = join(import.meta.dirname, '..', '..', '..', 'main', 'launch.mjs');
  const { status, stdout } = spawnSync(process.execPath, [launcher, 'start', '--help'], { encoding: 'utf8' });
  expect(status).toBe(0);
  for (const name of ['--data', '--sample', '--no-open', '--host', '--port']) expect(stdout).toContain(name);
});
