import { beforeEach, expect, it, vi } from 'vitest';
import { setupCrashDialogs } from '#main/shell/dialogs.ts';
import { asked, createContents, preventable, resetElectron } from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

beforeEach(resetElectron);

const turn = () => new Promise((resolve) => setImmediate(resolve));
const again = 0;
const leave = 1;

it('says why the data folder cannot be opened and ends the program', () => {
  setupCrashDialogs().refused('数据文件由更新的版本写成，请先升级程序。', null);
  expect(asked.errors[0]?.content).toBe('数据文件由更新的版本写成，请先升级程序。');
  expect(asked.exitCode).toBe(1);
});

it('opens the folder of the backup that leads back, where there is one, and ends the program', async () => {
  asked.pressed = 0;
  setupCrashDialogs().refused('数据由更新的程序保存过。', '/data/backups/升级前.db');
  await turn();
  expect(asked.messages[0]).toMatchObject({ detail: '数据由更新的程序保存过。' });
  expect(asked.messages[0]?.buttons).toEqual(['打开备份所在的文件夹', '关闭']);
  expect(asked.revealed).toEqual(['/data/backups/升级前.db']);
  expect(asked.exitCode).toBe(1);
});

it('asks whether to try once more when the core keeps dying', async () => {
  asked.pressed = again;
  expect(await setupCrashDialogs().keepsDying()).toBe(true);
  expect(asked.exitCode).toBeUndefined();
  asked.pressed = leave;
  expect(await setupCrashDialogs().keepsDying()).toBe(false);
  expect(asked.exitCode).toBe(1);
  expect(asked.messages[0]?.message).toBe('程序的数据部分在一分钟内停止了三次。');
  expect(asked.messages[0]?.buttons).toEqual(['再试一次', '退出']);
});

it('offers to load a page again that crashed, or to close its window', async () => {
  setupCrashDialogs();
  const page = createContents();
  asked.pressed = again;
  page.contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await turn();
  expect([page.reloads, page.closed]).toEqual([1, false]);
  asked.pressed = leave;
  page.contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
  await turn();
  expect([page.reloads, page.closed]).toEqual([1, true]);
});

it('says nothing when a window’s page ended as it should', async () => {
  setupCrashDialogs();
  createContents().contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  await turn();
  expect(asked.messages).toEqual([]);
});

it('lets a window with unsaved content go only when the clerk says so', () => {
  setupCrashDialogs();
  const page = createContents();
  const staying = preventable();
  asked.pressed = again;
  page.contents.emit('will-prevent-unload', staying);
  const going = preventable();
  asked.pressed = leave;
  page.contents.emit('will-prevent-unload', going);
  expect([staying.prevented, going.prevented]).toEqual([false, true]);
  expect(asked.messages[0]).toMatchObject({ message: '有内容还没有保存。', defaultId: 0, cancelId: 0 });
});
