import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose, packDiagnosis } from '#main/core/diagnosis/diagnosis.ts';
import { makeBackup } from '#main/core/backups/make-backup.ts';
import { listTables } from '#main/core/store/schema.ts';
import { startTestOffice } from '#tests/support/core.ts';

/* Whatever stands in any text column of a full office, or in names and errors around it: none of it gets in. */

const MARKERS = 50;
const kinds = [
  '王小明',
  'WangXiaoming',
  '13800138000',
  'SecretError',
  '/home/wang/秘密',
  "code: 'ESECRET'",
  'x@y.cn',
];
const markers = Array.from(
  { length: MARKERS },
  (_, index) => `暗号${index}号${kinds[index % kinds.length]}号${index}号暗`,
);
let base: string;
let folder: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), markers[4]!.replaceAll('/', '')));
  folder = join(base, '暗号1号王小明');
  const office = await startTestOffice(undefined, {}, folder);
  await office.close();
  const watch = { progress: () => undefined, throwIfCancelled: () => undefined };
  await makeBackup({ dataFolder: folder, kind: 'daily', programVersion: '0.1.0', now: Date.now(), ...watch });
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const told = markers.map(
    (marker) => `MABC1234 2026-11-30T01:02:03.004Z ${marker}\nError: ${marker}\n${marker}\n`,
  );
  appendFileSync(join(folder, 'logs', 'errors.log'), told.join(''));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Writes markers over every text of every table; what the schema forbids is not asked here. @returns how many columns */
function markAllTexts(): number {
  const database = new Driver(join(folder, 'store.db'));
  database.pragma('foreign_keys = OFF');
  database.pragma('ignore_check_constraints = ON');
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  let marked = 0;
  for (const { name } of listTables(database).filter(({ type }) => type === 'table')) {
    fillOneRow(database, name);
    for (const column of textColumns(database, name)) {
      marked += 1;
      const marker = markers[marked % MARKERS]!;
      const write = (sql: string) =>
        database.prepare(`UPDATE "${name}" SET "${column}" = ${sql}`).run(marker);
      try {
        write('? || hex(randomblob(4))');
      } catch {
        // An index looks into it as JSON.
        write('json_quote(? || hex(randomblob(4)))');
      }
    }
  }
  database.close();
  return marked;
}

function textColumns(database: Driver.Database, table: string): string[] {
  const sql = "SELECT name FROM pragma_table_xinfo(?) WHERE type = 'TEXT' AND hidden = 0";
  return database.prepare<[string], string>(sql).pluck().all(table);
}

/** A table that the office left empty holds nothing to mark. */
function fillOneRow(database: Driver.Database, table: string): void {
  if (Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()) > 0) return;
  const columns = database
    .prepare<[string], { name: string; type: string }>(
      'SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0',
    )
    .all(table);
  const valueOf: Record<string, string> = {
    TEXT: `'"${markers[0]}"'`,
    BLOB: `CAST('${markers[0]}' AS BLOB)`,
    INTEGER: '1',
  };
  const values = columns.map(({ type }) => valueOf[type]);
  const names = columns.map(({ name }) => `"${name}"`);
  database.exec(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${values.join(', ')})`);
}

const asked = () => ({ dataFolder: folder, programVersion: '0.1.0', host: 'cli', now: Date.now() });

async function packed(): Promise<Record<string, string>> {
  const files = unzipSync(packDiagnosis(await diagnose(asked())));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

describe('a diagnosis', () => {
  it('tells versions, sizes, rows, settings, checks, backups and errors', async () => {
    const files = await packed();
    expect(Object.keys(files)).toEqual([
      '说明.txt',
      '程序和电脑.txt',
      '数据文件.txt',
      '各表行数.txt',
      '设置.txt',
      '备份.txt',
      '最近的错误.txt',
    ]);
    expect(files['程序和电脑.txt']).toMatch(/^程序：0\.1\.0.*\n打开方式：cli\nNode：\d+/);
    expect(files['数据文件.txt']).toContain('quick_check：ok');
    expect(files['数据文件.txt']).toContain('journal_mode：wal');
    expect(files['各表行数.txt']).toMatch(/^organization（机构）：[1-9]/m);
    expect(files['设置.txt']).toMatch(/^office\.name："（\d+ 个字）"$/m);
    expect(files['备份.txt']).toMatch(/ daily，\d+\.\d MB，数据第 \d+ 版/);
    expect(files['最近的错误.txt']).toContain('MABC1234 2026-11-30T01:02:03.004Z');
  });

  it('holds none of what stands in any text column, path, name or error', async () => {
    expect(markAllTexts()).toBeGreaterThan(500);
    const text = Object.values(await packed()).join('\n');
    expect(text).toMatch(/organization（机构）：[1-9]/);
    expect(markers.filter((marker) => text.includes(marker))).toEqual([]);
    expect(text).not.toMatch(/暗号|号暗|王小明|WangXiao|13800138000|Secret|ESECRET|@/);
    expect(text).not.toContain(base);
  });

  it('is made of a damaged store too, as far as its files go', async () => {
    writeFileSync(join(folder, 'store.db'), '坏了'.repeat(5000));
    const files = await packed();
    expect(files['数据文件.txt']).toMatch(/打不开：storeUnavailable (notAStore|damaged)/);
    expect(files['备份.txt']).toContain('daily');
  });
});
