import { cpSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openStore } from '#main/core/store/open.ts';
import { familySql, migrationFolder, temporaryFolder } from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';

interface Layout {
  name: string;
  /** Makes a second way to the data in `base/data`. @returns the folder to open */
  make: (base: string) => string;
}

function linked(base: string, target: string, name = 'link'): string {
  symlinkSync(target, join(base, name));
  return join(base, name);
}

/** A folder of its own whose files are other names of those of the store. */
function folderOf(
  base: string,
  names: readonly string[],
  link: typeof symlinkSync | typeof linkSync,
): string {
  const folder = join(base, 'second');
  mkdirSync(folder);
  for (const name of names) link(join(base, 'data', name), join(folder, name));
  return folder;
}

const all = ['store.db', 'store.db-wal', 'store.db-shm'];

const layouts: readonly Layout[] = [
  { name: 'the folder itself', make: (base) => join(base, 'data') },
  { name: 'a slash at its end', make: (base) => `${join(base, 'data')}/` },
  { name: 'a way round through its parent', make: (base) => `${base}/data/../data` },
  { name: 'dots and double slashes', make: (base) => `${base}//./data/.` },
  { name: 'a path from the working folder', make: (base) => relative(process.cwd(), join(base, 'data')) },
  { name: 'a link', make: (base) => linked(base, join(base, 'data')) },
  { name: 'a relative link', make: (base) => linked(base, 'data') },
  { name: 'a link to a link', make: (base) => linked(base, linked(base, 'data', 'first')) },
  { name: 'a link to its parent', make: (base) => join(linked(base, base), 'data') },
  { name: 'a relative link to its parent', make: (base) => join(linked(base, '.'), 'data') },
  { name: 'a link with dots in it', make: (base) => linked(base, join(base, 'data', '..', 'data')) },
  { name: 'a link inside the folder', make: (base) => linked(join(base, 'data'), join(base, 'data')) },
  { name: 'a way back out of a link', make: (base) => `${linked(base, join(base, 'data'))}/../data` },
  { name: 'a link to the store', make: (base) => folderOf(base, ['store.db'], symlinkSync) },
  { name: 'a second name of the store', make: (base) => folderOf(base, ['store.db'], linkSync) },
  { name: 'links to all its files', make: (base) => folderOf(base, all, symlinkSync) },
  { name: 'second names of all its files', make: (base) => folderOf(base, all, linkSync) },
  { name: 'a link to its log', make: (base) => folderOf(base, ['store.db-wal'], symlinkSync) },
  { name: 'a second name of its log', make: (base) => folderOf(base, ['store.db-wal'], linkSync) },
  {
    name: 'a link to a link to the store',
    make(base) {
      linked(base, join(base, 'data', 'store.db'), 'elsewhere.db');
      const folder = join(base, 'second');
      mkdirSync(folder);
      symlinkSync('../elsewhere.db', join(folder, 'store.db'));
      return folder;
    },
  },
];

describe('an open store', () => {
  it('is tried in twenty layouts', () => expect(layouts).toHaveLength(20));

  it.each(layouts)('is not opened a second time through $name', ({ make }) => {
    const base = temporaryFolder();
    const options = { migrationFolder: migrationFolder(base, familySql) };
    const store = openStore(join(base, 'data'), options);
    const folder = make(base);
    const before = readdirSync(folder);
    expect(() => openStore(folder, options)).toThrow(/正由另一个已打开的程序使用|是指向别处的链接/u);
    expect(readdirSync(folder)).toEqual(before);
    store.close();
  });

  it('leaves a copy alone that shares no file with it', () => {
    const base = temporaryFolder();
    const options = { migrationFolder: migrationFolder(base, familySql) };
    openStore(join(base, 'data'), options).close();
    cpSync(join(base, 'data'), join(base, 'copy'), { recursive: true });
    const store = openStore(join(base, 'data'), options);
    openStore(join(base, 'copy'), options).close();
    store.close();
  });
});
