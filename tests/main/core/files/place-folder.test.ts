import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as FileSystem from 'node:fs';
import type * as FilePromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeFolder } from '#main/core/files/place-folder.ts';

/** What Windows answers while a virus scanner looks at the new files, and a disk that has no room for one of them. */
const trouble = vi.hoisted(() => ({ heldRenames: 0, noRoomFor: '' }));
const fault = vi.hoisted(() => (code: string) => Object.assign(new Error(code), { code }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof FileSystem>();
  const renameSync: typeof real.renameSync = (from, to) => {
    trouble.heldRenames -= 1;
    if (trouble.heldRenames >= 0) throw fault('EPERM');
    real.renameSync(from, to);
  };
  return { ...real, default: { ...real, renameSync }, renameSync };
});
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FilePromises>();
  const copyFile: typeof real.copyFile = async (from, to) => {
    if (trouble.noRoomFor !== '' && String(to).endsWith(trouble.noRoomFor)) throw fault('ENOSPC');
    await real.copyFile(from, to);
  };
  return { ...real, default: { ...real, copyFile }, copyFile };
});
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

let base: string;
let source: string;
let exports: string;
beforeEach(() => {
  Object.assign(trouble, { heldRenames: 0, noRoomFor: '' });
  base = mkdtempSync(join(tmpdir(), 'office-folder-'));
  source = join(base, 'source');
  exports = join(base, '导出');
  mkdirSync(source);
  for (const name of ['1号.docx', '2号.docx', '3号.docx']) writeFileSync(join(source, name), `文${name}`);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('a folder of files', () => {
  it('is placed with all of them and leaves nothing else beside it', async () => {
    expect(await placeFolder(source, exports, '督办函')).toEqual({
      path: join(exports, '督办函'),
      firstFile: join(exports, '督办函', '1号.docx'),
      files: 3,
      bytes: 3 * Buffer.byteLength('文1号.docx'),
    });
    expect(readdirSync(exports)).toEqual(['督办函']);
    expect(readFileSync(join(exports, '督办函', '2号.docx'), 'utf8')).toBe('文2号.docx');
  });

  it('is placed with the folders in it, and shown by a file that lies in none of them', async () => {
    mkdirSync(join(source, '01 发文', '纪要'), { recursive: true });
    writeFileSync(join(source, '01 发文', '纪要', '纪要.pdf'), '纪要');
    const { path, firstFile, files } = await placeFolder(source, exports, '归档');
    expect(files).toBe(4);
    expect(firstFile).toBe(join(path, '1号.docx'));
    expect(readFileSync(join(path, '01 发文', '纪要', '纪要.pdf'), 'utf8')).toBe('纪要');
  });

  it('gets a number where its name is taken, and what is there stays as it was', async () => {
    mkdirSync(join(exports, '督办函'), { recursive: true });
    writeFileSync(join(exports, '督办函(2)'), '别的文件');
    const { path } = await placeFolder(source, exports, '督办函');
    expect(path).toBe(join(exports, '督办函(3)'));
    expect(readdirSync(join(exports, '督办函'))).toEqual([]);
    expect(readFileSync(join(exports, '督办函(2)'), 'utf8')).toBe('别的文件');
  });

  it('is not mixed with another that is placed under the same name at the same time', async () => {
    const placed = await Promise.all([1, 2].map(() => placeFolder(source, exports, '督办函')));
    expect(new Set(placed.map(({ path }) => path))).toEqual(
      new Set([join(exports, '督办函'), join(exports, '督办函(2)')]),
    );
    for (const { path } of placed) expect(readdirSync(path)).toHaveLength(3);
  });

  it('is placed although its new files are held for a moment', async () => {
    trouble.heldRenames = 2;
    await placeFolder(source, exports, '督办函');
    expect(readdirSync(exports)).toEqual(['督办函']);
  });
});

describe('a folder that cannot be placed', () => {
  it.each([
    ['the disk is full half-way', { noRoomFor: '2号.docx' }, { code: 'diskFull' }],
    [
      'its new files stay held',
      { heldRenames: Number.POSITIVE_INFINITY },
      { code: 'fileBusy', message: '刚写好的文件正被其他程序(如杀毒软件)占用，没有导出。请稍后再导出一次。' },
    ],
  ])('is not there at all when %s, and the clerk learns why', async (_what, given, error) => {
    Object.assign(trouble, given);
    await expect(placeFolder(source, exports, '督办函')).rejects.toMatchObject(error);
    expect(readdirSync(exports)).toEqual([]);
  });

  it('names the export folder that is none, and what to do about it', async () => {
    writeFileSync(exports, '');
    await expect(placeFolder(source, exports, '督办函')).rejects.toMatchObject({
      code: 'refused',
      message: `不能写入文件夹“${exports}”，请在设置里换一个导出文件夹。`,
    });
  });
});
