import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from '#main/core/backups/make-backup.ts';
import { isDamage, surveyDamage, takeBackup } from '#main/core/backups/rescue.ts';
import { salvage } from '#main/core/backups/salvage.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { StoreError } from '#main/core/store/errors.ts';
import { checkStore } from '#main/core/store/integrity.ts';
import { openStore } from '#main/core/store/open.ts';
import { salvagedWords } from '#main/hosts/rescue-page.ts';
import { note } from '#tests/reliability/at-work/figures.ts';
import { operation } from '#tests/support/store.ts';

/** As many of the 300 damaged stores of the bar as run in 20 seconds; OFFICE_DAMAGED runs more. */
const DAMAGED = Number(process.env['OFFICE_DAMAGED'] ?? 24);
/** What found a fault before is run each time. */
const TELLING_SEEDS = [29, 47, 90];
const seeds = new Set([...Array.from({ length: DAMAGED }, (_, seed) => seed), ...TELLING_SEEDS]);
const SETTINGS = 400;

type Damage = (file: string, seed: number) => void;

function change(file: string, edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  edit(bytes);
  writeFileSync(file, bytes);
}

/** The same place for the same seed, somewhere behind the header. */
const placeOf = (bytes: Buffer, seed: number): number => 100 + ((seed * 7_919_317) % (bytes.length - 100));

const damages: Readonly<Record<string, Damage>> = {
  'a flipped byte': (file, seed) =>
    change(file, (bytes) => {
      const place = placeOf(bytes, seed);
      bytes[place] = bytes[place]! ^ 0xff;
    }),
  'a cut-off end': (file, seed) =>
    truncateSync(file, 512 + ((seed * 104_729) % (readFileSync(file).length - 1_000))),
  'a zeroed page': (file, seed) =>
    change(file, (bytes) => {
      const page = seed % 4 === 0 ? 0 : Math.floor(placeOf(bytes, seed) / 4_096);
      bytes.fill(0, page * 4_096, (page + 1) * 4_096);
    }),
  'a wrong header': (file, seed) =>
    change(file, (bytes) => {
      bytes[seed % 16] = 0x7f;
    }),
  'a foreign file': (file, seed) => writeFileSync(file, Buffer.from(`PK 这是一个表格 ${seed}`.repeat(500))),
  'a page of another store': (file, seed) =>
    change(file, (bytes) => {
      const target = Math.floor(placeOf(bytes, seed) / 4_096) * 4_096;
      bytes.copyWithin(target, 8_192, 12_288);
    }),
};
const kinds = Object.keys(damages);

describe('a damaged store', () => {
  let base: string;
  let pattern: string;
  const outcomes = { refused: 0, found: 0, harmless: 0 };

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'damaged-'));
    pattern = join(base, 'pattern');
    const store = openStore(pattern, { programVersion: '0.1.0' });
    store.transact(operation(), (tx) => {
      for (let number = 0; number < SETTINGS; number += 1)
        tx.insert('setting', { name: `设置${number}`, value: JSON.stringify('内容'.repeat(50)) });
    });
    await makeBackup({
      dataFolder: pattern,
      kind: 'daily',
      programVersion: '0.1.0',
      now: Date.now(),
      progress: () => undefined,
      throwIfCancelled: () => undefined,
    });
    store.close();
    return () => {
      const { refused, found, harmless } = outcomes;
      note(
        'damaged stores',
        `${refused} refused and ${found} found, all replaced by their backup, ${harmless} harmless`,
      );
      rmSync(base, { recursive: true, force: true });
    };
  });

  function damagedFolder(kind: string, seed: number): string {
    const folder = join(base, `${seed}`);
    cpSync(pattern, folder, { recursive: true });
    damages[kind]!(join(folder, 'store.db'), seed);
    return folder;
  }

  const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

  /** @returns how it went; throws where anything else than plain words comes out */
  function open(folder: string): 'refused' | 'found' | 'harmless' {
    try {
      const store = openStore(folder, { programVersion: '0.1.0' });
      const reader = store.read();
      try {
        const isFound = store.noteFullCheck(checkStore(reader)).length > 0;
        if (isFound) expect(() => store.writeUnlogged(() => undefined)).toThrow('只能查阅和导出');
        return isFound ? 'found' : 'harmless';
      } finally {
        reader.close();
        store.close();
      }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      expect(error.message).toMatch(/\p{Script=Han}/u);
      expect(isDamage(error)).toBe(true);
      return 'refused';
    }
  }

  it.each([...seeds].map((seed) => ({ seed, kind: kinds[seed % kinds.length]! })))(
    'by $kind ($seed) is found, and then takes no writes and is replaced by the backup, or opens unharmed; where it is refused nothing of it changes',
    async ({ seed, kind }) => {
      const folder = damagedFolder(kind, seed);
      const file = join(folder, 'store.db');
      const before = hashOf(file);
      const outcome = open(folder);
      outcomes[outcome] += 1;
      if (outcome === 'refused') expect(hashOf(file)).toBe(before);
      if (outcome !== 'harmless') {
        const found = hashOf(file);
        const { aside, backup } = await surveyDamage(folder);
        expect(hashOf(join(aside, 'store.db'))).toBe(found);
        expect(hashOf(file)).toBe(found);
        expect(backup?.found.name).toBeDefined();
        await takeBackup(folder, backup!.found);
        expect(open(folder)).toBe('harmless');
        const former = readdirSync(folder).find((name) => name.startsWith('恢复前的数据'));
        expect(hashOf(join(folder, former!, 'store.db'))).toBe(found);
      }
      rmSync(folder, { recursive: true });
    },
  );

  it('gives what can still be read as a workbook in Chinese', async () => {
    // The first seed hits the list of tables, of which nothing can be read.
    const folder = damagedFolder('a flipped byte', 2);
    const { salvaged } = await surveyDamage(folder);
    if (typeof salvaged === 'string') throw new Error(salvaged);
    expect(salvaged.rows).toBeGreaterThan(SETTINGS / 2);
    const { sheets } = readWorkbook(readFileSync(salvaged.workbook), defaultReadLimits);
    expect(sheets.map(({ name }) => name)).toContain('设置');
  });

  it('gives tables that are called the same a sheet each', async () => {
    const file = join(base, 'called-the-same.db');
    const driver = new Driver(file);
    for (const table of ['inspector_leave', 'duty_leave'])
      driver.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, uid TEXT, reason TEXT) STRICT;
        INSERT INTO ${table} (uid, reason) VALUES ('1', '${table}')`);
    driver.close();
    const workbook = join(base, 'called-the-same.xlsx');
    expect(await salvage(file, workbook)).toBe(2);
    const { sheets } = readWorkbook(readFileSync(workbook), defaultReadLimits);
    expect(sheets.map(({ name }) => name)).toEqual(['请假', '请假(2)']);
  });

  it('is offered its backup also where what can be read cannot be written, which is said', async () => {
    const folder = damagedFolder('a flipped byte', 2);
    const { aside } = await surveyDamage(folder);
    const workbook = join(aside, '读得出来的内容.xlsx');
    rmSync(workbook);
    mkdirSync(join(workbook, 'in the way'), { recursive: true });
    const { salvaged, backup } = await surveyDamage(folder);
    expect(salvaged).toBe('unwritten');
    expect(salvagedWords(salvaged)).toContain('腾出磁盘空间');
    expect(backup).not.toBeNull();
  });

  it('is copied aside once, however often the program is started', async () => {
    const folder = damagedFolder('a wrong header', 9);
    const { aside } = await surveyDamage(folder);
    expect((await surveyDamage(folder)).aside).toBe(aside);
    change(join(folder, 'store.db'), (bytes) => bytes.fill(0, 200, 300));
    expect((await surveyDamage(folder)).aside).not.toBe(aside);
  });

  it('of which no backup is whole says so, and keeps everything', async () => {
    const folder = damagedFolder('a wrong header', 3);
    for (const name of readdirSync(join(folder, 'backups')))
      if (name.endsWith('.db')) writeFileSync(join(folder, 'backups', name), '坏了');
    const { aside, backup, salvaged } = await surveyDamage(folder);
    expect(backup).toBeNull();
    expect(salvaged).toBe('nothing');
    expect(existsSync(join(aside, 'store.db'))).toBe(true);
  });
});
