import { createHash, randomInt, scryptSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PackHeader, PackRow } from '#shared/rules/exchange/model.ts';
import { openSealed } from '#main/core/backups/sealed-file.ts';
import { keptPath } from '#main/core/backups/pool.ts';
import { readPack, writePack } from '#main/core/packs/pack-file.ts';
import { temporaryFolder } from '#tests/support/store.ts';

const password = '数据包的密码一二三';
const rows: PackRow[] = [
  {
    table: 'key_site',
    uid: 'site-1',
    own: true,
    values: { name: '大酒店', note: null, floors: 3 },
    former: { name: ['0123456789abcdef'] },
  },
];
const header: PackHeader = {
  format: 1,
  programVersion: '0.1.0',
  storeVersion: 39,
  schema: 'abc',
  office: '漯河市消防安全委员会办公室',
  madeBy: '李明',
  madeAt: 1_790_000_000_000,
  topics: ['重点单位'],
  organizations: [],
  period: '',
  rows: 1,
  files: 1,
};

/** Puts one attachment into a data folder. */
function withAttachment(folder: string, size: number): string {
  const bytes = Buffer.alloc(size, 'photo');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = keptPath(folder, sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return sha256;
}

function nothing(): void {
  // Nobody cancels.
}

async function written(given: PackHeader = header, size = 2_500_000) {
  const folder = temporaryFolder();
  const sha256 = withAttachment(folder, size);
  const at = { temporaryFolder: folder, dataFolder: folder, password, check: nothing };
  return { folder, sha256, path: await writePack(given, rows, [sha256], at) };
}

describe('the file of a data pack', () => {
  it('gives back header, rows and attachments, and can be read by nobody without the password', async () => {
    const { folder, sha256, path } = await written();
    const kept: string[] = [];
    const pack = await readPack(path, {
      temporaryFolder: folder,
      password,
      check: nothing,
      accept: (found) => expect(found).toEqual(header),
      keepFile(file, name) {
        kept.push(name);
        expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(name);
      },
    });
    expect(pack).toEqual({ header, rows });
    expect(kept).toEqual([sha256]);
    const bytes = readFileSync(path);
    for (const word of ['大酒店', '漯河', '李明', 'photophoto']) expect(bytes.includes(word)).toBe(false);
  });

  it('is refused where it does not hold as much as it says', async () => {
    const { folder, path } = await written({ ...header, rows: 2 });
    const reading = readPack(path, {
      temporaryFolder: folder,
      password,
      check: nothing,
      accept: nothing,
      keepFile: nothing,
    });
    await expect(reading).rejects.toThrow('里面不是完整的数据包');
  });

  it('is refused with any byte changed, a thousand times over', { timeout: 60_000 }, async () => {
    const { folder, path } = await written(header, 2_000);
    const bytes = readFileSync(path);
    // The password is stretched once, not a thousand times; see the layout in sealed-file.ts.
    const salt = bytes.subarray(8, 24);
    const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 256 * 1_048_576 };
    const place = { salt, key: scryptSync(password, salt, 32, cost) };
    await openSealed(path, join(folder, 'opened'), place, nothing);
    const changed = join(folder, 'changed.xabao');
    for (let round = 0; round < 1_000; round += 1) {
      const at = round < 61 ? round : randomInt(bytes.length);
      const before = bytes[at] ?? 0;
      bytes[at] = before ^ (1 << randomInt(8));
      writeFileSync(changed, bytes);
      bytes[at] = before;
      await expect(openSealed(changed, join(folder, 'opened'), place, nothing)).rejects.toThrow(
        /密码不对|已经损坏或被改动过/u,
      );
    }
  });
});
