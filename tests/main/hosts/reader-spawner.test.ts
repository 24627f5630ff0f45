import { beforeEach, expect, it, vi } from 'vitest';
import { forkReader } from '#main/core/excel/read/fork-reader.ts';
import { readerSpawner } from '#main/hosts/reader-spawner.ts';
import { asked, resetElectron } from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

beforeEach(resetElectron);

it('forks plain Node where Node runs the program', async () => {
  expect(await readerSpawner({ node: '24.0.0' })).toBe(forkReader);
  expect(asked.processes).toEqual([]);
});

it('uses a utility process under Electron, whose packaged program is no Node for its children', async () => {
  const spawn = await readerSpawner({ node: '24.0.0', electron: '43.0.0' });
  const child = spawn();
  const heard: unknown[] = [];
  const exits: { aborted: boolean }[] = [];
  child.onMessage((message) => void heard.push(message));
  child.onExit((exit) => void exits.push(exit));
  child.send({ kind: 'next' });
  const [started] = asked.processes;
  expect(started?.entry).toMatch(/foreign-reader\.js$/u);
  expect(started?.options?.execArgv?.join()).toContain('--max-old-space-size');
  expect(started?.sent.map(({ message }) => message)).toEqual([{ kind: 'next' }]);
  expect(child.pid).toBe(started?.process.pid);
  started?.process.emit('message', { kind: 'done' });
  expect(heard).toEqual([{ kind: 'done' }]);
  started?.process.emit('exit', 134);
  expect(exits).toEqual([{ aborted: true }]);
  child.kill();
  expect(started?.killed).toBe(true);
});
