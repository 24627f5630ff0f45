import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { handOver, isOwnFolder, takeHandedOver } from '#main/hosts/handed-over.ts';
import { temporaryFolder } from '#tests/support/store.ts';

const pack = '/home/张三/云栖区.xabao';

let folder: string;
let letters: string;
beforeEach(() => {
  folder = temporaryFolder();
  letters = join(folder, 'handed-over');
});

/** A program that runs on the folder. @returns what it was handed */
function running(mayTake = () => true): string[] {
  const taken: string[] = [];
  onTestFinished(takeHandedOver(folder, { mayTake, put: (each) => taken.push(each) }));
  return taken;
}

function leave(name: string, content: unknown): string {
  mkdirSync(letters, { recursive: true });
  const letter = join(letters, name);
  writeFileSync(letter, typeof content === 'string' ? content : JSON.stringify(content));
  return letter;
}

describe('a pack that is opened while the program runs', () => {
  it('comes to the program that has the data, once', async () => {
    const taken = running();
    expect(await handOver(folder, pack)).toBe(true);
    expect(taken).toEqual([pack]);
    await pause(1_100);
    expect(taken).toEqual([pack]);
    expect(readdirSync(letters)).toEqual([]);
  });

  it('comes in full where two are opened at once', async () => {
    const taken = running();
    const other = '/home/张三/临江县.xabao';
    expect(await Promise.all([handOver(folder, pack), handOver(folder, other)])).toEqual([true, true]);
    expect(new Set(taken)).toEqual(new Set([pack, other]));
  });

  it('stays with who opened it while the program has no page that would show it, or ends', async () => {
    let isPageOpen = false;
    const taken = running(() => isPageOpen);
    expect(await handOver(folder, pack, 1_200)).toBe(false);
    isPageOpen = true;
    await pause(700);
    expect(taken).toEqual([]);
    expect(readdirSync(letters)).toEqual([]);

    const stop = takeHandedOver(folder, { mayTake: () => true, put: (each) => taken.push(each) });
    stop();
    isPageOpen = false;
    expect(await handOver(folder, pack, 1_200)).toBe(false);
    expect(taken).toEqual([]);
  });

  it('that the program refuses is not taken for one that it took', async () => {
    const taken = running();
    expect(await handOver(folder, '/home/张三/云栖区.zip')).toBe(false);
    expect(taken).toEqual([]);
    expect(readdirSync(letters)).toEqual([]);
  });

  it('leaves nothing behind of a second start that ended before it was done', async () => {
    const left = ['1.json.new', '2.json.taken'].map((name) => leave(name, ''));
    for (const path of left) utimesSync(path, 0, Date.now() / 1_000 - 60);
    const young = leave('3.json.new', '');
    running();
    await expect.poll(() => readdirSync(letters), { timeout: 5_000 }).toEqual(['3.json.new']);
    expect(existsSync(young)).toBe(true);
  });

  it('is given up where nobody takes it, and nothing is left behind', async () => {
    expect(await handOver(folder, pack, 100)).toBe(false);
    expect(readdirSync(letters)).toEqual([]);
    rmSync(letters, { recursive: true });
    writeFileSync(letters, '');
    expect(await handOver(folder, pack, 100)).toBe(false);
  });
});

describe('a letter that no second start wrote', () => {
  const others: [string, () => string][] = [
    ['names no pack', () => leave('1.json', { pack: '/etc/passwd' })],
    ['names no whole path', () => leave('1.json', { pack: '云栖区.xabao' })],
    ['names a switch', () => leave('1.json', { pack: '--data=/x.xabao' })],
    ['names another computer', () => leave('1.json', { pack: '//host/share/x.xabao' })],
    [
      'is a pipe',
      () => {
        mkdirSync(letters, { recursive: true });
        execFileSync('mkfifo', [join(letters, '1.json')]);
        return join(letters, '1.json');
      },
    ],
    ['is no letter', () => leave('1.json', '{"pack":')],
    ['is too long', () => leave('1.json', { pack: `/${'x'.repeat(40_000)}.xabao` })],
    [
      'is a link',
      () => {
        const target = join(folder, 'elsewhere.json');
        writeFileSync(target, JSON.stringify({ pack }));
        mkdirSync(letters, { recursive: true });
        symlinkSync(target, join(letters, '1.json'));
        return join(letters, '1.json');
      },
    ],
    [
      'is old',
      () => {
        const letter = leave('1.json', { pack });
        utimesSync(letter, 0, Date.now() / 1_000 - 60);
        return letter;
      },
    ],
  ];
  it.each(others)('because it %s is taken away unheeded', async (_what, write) => {
    const taken = running();
    const letter = write();
    await expect.poll(() => existsSync(letter), { timeout: 5_000 }).toBe(false);
    expect(taken).toEqual([]);
  });

  it.runIf(process.getuid?.() === 0)('because another account wrote it is taken away unheeded', async () => {
    const letter = leave('1.json', { pack });
    chownSync(letter, 65_534, 65_534);
    const taken = running();
    await expect.poll(() => existsSync(letter), { timeout: 5_000 }).toBe(false);
    expect(taken).toEqual([]);
  });
});

describe('on Windows, where nobody says who wrote a letter', () => {
  const env = { LOCALAPPDATA: 'C:\\Users\\张三\\AppData\\Local', USERPROFILE: 'C:\\Users\\张三' };
  it.each([
    ['C:\\Users\\张三\\AppData\\Local\\office', true],
    ['c:\\users\\张三\\Documents', true],
    ['C:\\Users\\张三丰\\Documents', false],
    ['C:\\ProgramData\\office', false],
    ['D:\\数据', false],
    ['\\\\server\\数据', false],
  ])('those in %s are looked at: %s', (dataFolder, isOwn) => {
    expect(isOwnFolder(dataFolder, 'win32', env)).toBe(isOwn);
    expect(isOwnFolder(dataFolder, 'win32', { LOCALAPPDATA: '' })).toBe(false);
    expect(isOwnFolder(dataFolder, 'linux', {})).toBe(true);
  });
});
