import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, storeFile } from '#main/core/store/database.ts';
import { searchIndexes } from '#main/core/store/search-indexes.ts';
import { runCommandLine as run } from '#tests/support/command-line.ts';
import { startTestOffice } from '#tests/support/core.ts';

let folder: string;
const openOffice = () => startTestOffice(undefined, {}, folder);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
  const office = await openOffice();
  const { client } = office;
  await client.library.loadCatalogue();
  const { rows } = await client.library.list({
    text: '责任制',
    level: null,
    view: 'all',
    after: null,
    limit: 5,
  });
  await client.library.addClauses({
    uid: rows[0]!.uid,
    replaces: false,
    clauses: [{ number: '第一条', heading: '', text: '示例条文。' }],
  });
  await office.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How many entries the index of the library finds by a phrase. */
function found(phrase: string): number {
  const database = openDatabase(join(folder, storeFile), 'read');
  const sql = 'SELECT count(*) FROM library_search WHERE library_search MATCH ?';
  const count = database.prepare<[string], number>(sql).pluck().get(phrase) ?? 0;
  database.close();
  return count;
}

describe('rebuild-search on the command line', () => {
  it('knows every full-text index of the store', () => {
    const database = openDatabase(join(folder, storeFile), 'read');
    const sql = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'";
    const tables = database.prepare<[], string>(sql).pluck().all();
    database.close();
    expect(searchIndexes.map(({ table }) => table).toSorted()).toEqual(tables.toSorted());
  });

  it('builds what was lost anew from the texts themselves', async () => {
    const database = openDatabase(join(folder, storeFile), 'write');
    database.exec("INSERT INTO library_search (library_search) VALUES ('delete-all')");
    database.close();
    expect(found('"示 例 条 文"')).toBe(0);
    const { code, out } = await run('rebuild-search', '--data', folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^发文：0 条\n.*文件库：\d+ 条\n.*消防水源：\d+ 条\n.*$/su);
    expect(found('"示 例 条 文"')).toBe(1);
    expect(found('"乡 镇 消 防 队"')).toBe(1);
  });

  it('says what to do while the program is running, and where there is no data', async () => {
    const office = await startTestOffice();
    const running = await run('rebuild-search', '--data', office.dataFolder);
    await office.close();
    expect({ code: running.code, out: running.out }).toEqual({ code: 1, out: '' });
    expect(running.said).toContain('正由另一个已打开的程序使用');
    const missing = await run('rebuild-search', '--data', join(folder, 'nowhere'));
    expect(missing.code).toBe(1);
    expect(missing.said).toContain('请用 --data 指明数据文件夹');
    expect((await run('rebuild-search', '--date', folder)).code).toBe(2);
  });
});
