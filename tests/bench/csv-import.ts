import { copyFileSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { openDatabase } from '#main/core/store/database.ts';
import type { Client } from '#tests/support/core.ts';
import { signedIn } from '#tests/support/five-years.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { resultOf, upload } from './jobs.ts';
import { timed } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Memory } from './office-process.ts';
import type { Report } from './report.ts';

/* Key sites from a CSV, held against SQLite alone that writes the same rows of the ledger and of the log. */

const ROWS = 100_000;
const TOWNSHIPS = 50;
const ROWS_AT_ONCE = 5_000;

async function writeCsv(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('单位名称,县区,乡镇,地址,负责人,电话,备注\n');
  let lines = '';
  for (let row = 1; row <= ROWS; row += 1) {
    lines += `第${row}号经营部,第一县,第${(row % TOWNSHIPS) + 1}镇,中山路${row}号,张三,1380000${row % 10_000},\n`;
    if (row % ROWS_AT_ONCE > 0) continue;
    if (!file.write(lines)) await once(file, 'drain');
    lines = '';
  }
  file.end();
  await once(file, 'finish');
}

async function setUp(client: Client): Promise<void> {
  const [city] = await client.organizations.tree({ day: null });
  const add = (level: 'county' | 'township', parentUid: string, names: string[]) =>
    client.organizations.add({
      items: names.map((name) => ({ level, parentUid, name, shortName: '', marks: [] })),
      from: null,
      document: '',
      afterUid: null,
    });
  const { uids } = await add('county', city!.uid, ['第一县']);
  await add(
    'township',
    uids[0]!,
    Array.from({ length: TOWNSHIPS }, (_, place) => `第${place + 1}镇`),
  );
}

type Rows = Record<string, string | number | null>[];

/**
 * Milliseconds of the same rows of ledger and log, in the same tables with all their indexes, by two statements in one
 * transaction.
 * @param search whether the full-text index of the ledger, which triggers keep, is written as well
 */
async function bareInserts(filled: string, empty: string, search: boolean): Promise<number> {
  const source = openDatabase(filled, 'read');
  const sites = source.prepare<[], Rows[number]>('SELECT * FROM key_site').all();
  const changes = source
    .prepare<[], Rows[number]>("SELECT * FROM row_change WHERE table_name = 'key_site'")
    .all();
  source.close();
  const target = openDatabase(empty, 'write');
  target.pragma('foreign_keys = OFF');
  const triggers = target.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  );
  for (const { name } of triggers.all())
    if (!search || name.startsWith('log_')) target.exec(`DROP TRIGGER "${name}"`);
  const insert = (table: string, [first = {}]: Rows) => {
    const names = Object.keys(first);
    return target.prepare(
      `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
    );
  };
  const [site, change] = [insert('key_site', sites), insert('row_change', changes)];
  const took = await timed(() => {
    target.exec('BEGIN IMMEDIATE');
    for (const row of sites) site.run(row);
    for (const row of changes) change.run(row);
    target.exec('COMMIT');
  });
  target.close();
  return took;
}

export async function reportCsvImport(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'office-csv-'));
  const [data, csv] = [join(folder, 'data'), join(folder, 'sites.csv')];
  const copies = [join(folder, 'bare.db'), join(folder, 'search.db')] as const;
  try {
    await writeCsv(csv);
    await prepared(data);
    for (const copy of copies) copyFileSync(join(data, 'store.db'), copy);
    const times = { read: 0, take: 0 };
    const office = await startOfficeProcess(data);
    const client = office.pipe;
    const fileToken = await upload(client, csv);
    await office.ask({ kind: 'watchMemory' });
    let preview: ListPreview | undefined;
    const given = { choice: nothingChosen, options: { placeUid: null } };
    times.read = await timed(async () => {
      const { jobUid } = await client.keySites.readTable({ source: { fileToken, sheet: null }, ...given });
      preview = (await resultOf(client, jobUid)) as ListPreview;
    });
    const { stagedUid = '', adds = 0 } = preview ?? {};
    if (adds !== ROWS) throw new Error(`not importable: ${JSON.stringify(preview?.problems.slice(0, 3))}`);
    times.take = await timed(() => client.keySites.importTable({ stagedUid, ...given }));
    const memory = await office.ask<Memory>({ kind: 'readMemory' });
    await office.close();
    const filled = join(data, 'store.db');
    const bare = await bareInserts(filled, copies[0], false);
    const withSearch = await bareInserts(filled, copies[1], true);
    const took = (times.read + times.take) / 1_000;
    report({ what: `${ROWS} sites from a CSV, read and checked`, value: times.read / 1_000, unit: 's' });
    report({ what: `${ROWS} sites, stored`, value: times.take / 1_000, unit: 's' });
    report({
      what: `${ROWS} sites from a CSV, in all`,
      value: took,
      unit: 's',
      baseline: { name: 'bare inserts', value: bare / 1_000 },
      bar: { of: 'ratio', most: 3 },
    });
    report({
      what: 'the same, held against inserts that write the search index too',
      value: took,
      unit: 's',
      baseline: { name: 'with search', value: withSearch / 1_000 },
    });
    report({
      what: 'memory of the core’s process, most meanwhile',
      value: memory.peak,
      unit: 'MB',
      bar: { of: 'figure', most: 512 },
    });
    report({ what: 'of that at rest, before the reading', value: memory.idle, unit: 'MB' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An office with its county, closed. */
async function prepared(data: string): Promise<void> {
  const office = await startOfficeProcess(data, false);
  const client = office.pipe;
  await client.office.setUp({
    officeName: '临川市消防安全委员会办公室',
    userName: '李明',
    cityName: '临川市',
    cityCode: null,
    memberUnits: false,
  });
  await signedIn(client);
  await setUp(client);
  await office.close();
}
