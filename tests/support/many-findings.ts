import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { type Database, storeFile } from '#main/core/store/database.ts';
import { openStore } from '#main/core/store/open.ts';
import { indexedText } from '#main/features/search/index.ts';
import { startTestCore } from './core.ts';
import { setUpLongLists } from './long-lists.ts';

const CAMPAIGNS = 8;

interface Definition {
  name: string;
  type: 'trigger' | 'index';
  sql: string;
}

/** Triggers and indexes of what is filled: built once at the end, they cost a tenth. */
function definitions(database: Database): Definition[] {
  return database
    .prepare<[], Definition>(
      `SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('trigger', 'index')
        AND tbl_name IN ('task', 'task_unit', 'finding', 'finding_list')`,
    )
    .all();
}

/** One in twenty is owed, as many again lie with the office or were given up; the others are closed. */
const rows = `WITH RECURSIVE
  row (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < @rows),
  day AS (SELECT n, date('2006-11-01', format('+%d days', n * 7300 / @rows)) AS found FROM row),
  made AS (SELECT n, found, date(found, format('+%d days', 15 + n % 90)) AS due,
    CASE WHEN n % 20 = 0 THEN 'inProgress' WHEN n % 40 = 1 THEN 'reported' WHEN n % 80 = 3 THEN 'accepted'
      WHEN n % 80 = 7 THEN 'cancelled' ELSE 'closed' END AS status,
    json_extract('["国际酒店","购物广场","加油站","中心小学","人民医院","服装厂","冷链物流中心","金融大厦"]',
      format('$[%d]', n % 8)) AS brand,
    json_extract('["疏散通道堆放货物","消火栓无水","防火门损坏","电动自行车停放充电","应急照明不亮"]',
      format('$[%d]', n / 8 % 5)) AS what
    FROM day)`;
const uid = "format('%08x-0000-7000-8000-%012x', n, n)";

function fill(database: Database, count: number): void {
  const run = (sql: string): void => void database.prepare(sql).run({ rows: count });
  const built = definitions(database);
  for (const { type, name } of built) database.exec(`DROP ${type} "${name}"`);
  run(`INSERT INTO task (id, uid, kind, title, content, status, assigned_on, due_on, first_due_on, feedback_cycle,
      feedback_day, pressed_count, extended_count, closed_on, source_kind, source_text, search_text)
    ${rows} SELECT n, ${uid}, 'finding', format('第%d号%s：%s', n, brand, what), '立即整改', status, found, due, due,
      'none', 0, n % 4, 0, iif(status = 'closed', due, NULL), '', '',
      indexed_text(format('第%d号%s：%s', n, brand, what)) FROM made`);
  run(`INSERT INTO task_unit (uid, task_id, organization_id, role, position)
    ${rows}, unit AS MATERIALIZED (SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM organization
      WHERE level = 'township')
    SELECT ${uid}, n, unit.id, 'lead', 0 FROM made JOIN unit ON unit.place = n % (SELECT count(*) FROM unit)`);
  run(`INSERT INTO finding (uid, task_id, campaign_id, county_id, trade_id, place, spot, what, severity, element, article,
      demand, found_on, responsible, measures, funds, time_limit, emergency_plan, closed_by)
    ${rows}, county AS MATERIALIZED (SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM organization
      WHERE level = 'county')
    SELECT ${uid}, n, nullif(n % ${CAMPAIGNS + 1}, 0), county.id, 1 + n % 18, format('第%d号%s', n, brand), '', what,
      iif(n % 50 = 3, 'major', 'ordinary'), '', '', '立即整改', found, '', '', '', '', '', ''
    FROM made JOIN county ON county.place = n % (SELECT count(*) FROM county)`);
  database.exec('INSERT INTO finding_list SELECT * FROM finding_as_listed');
  database.exec('INSERT INTO task_search (rowid, body) SELECT id, search_text FROM task');
  for (const { sql } of built) database.exec(sql);
}

/** An office with so many findings, written without the log: twenty years, eight campaigns. */
export async function growManyFindings(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'office-many-findings-'));
  const office = await startTestCore(folder);
  const client = office.window();
  await setUpLongLists(client);
  const { kindUid } = await client.campaigns.choices();
  const fields = { kindUid: kindUid!, document: '', announced: true };
  for (let place = 1; place <= CAMPAIGNS; place += 1) {
    const days = { firstDay: `20${10 + place}-01-01`, lastDay: `20${10 + place}-12-31` };
    await client.campaigns.add({ title: `第${place}次督查`, ...fields, ...days });
  }
  await office.core.close();
  const database = new Driver(join(folder, storeFile));
  database.function('indexed_text', { deterministic: true }, (title) => indexedText(String(title)));
  database.transaction(() => fill(database, count))();
  database.close();
  const store = openStore(folder);
  store.noteFullCheck();
  store.close();
  return folder;
}
