import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { type Database, storeFile } from '#main/core/store/database.ts';
import { openStore } from '#main/core/store/open.ts';
import { indexedDocument } from '#main/features/search/index.ts';
import { startTestCore } from './core.ts';
import { setUpLongLists } from './long-lists.ts';

const CLAUSES = [1, 2, 3, 4, 5];

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
        AND tbl_name IN ('library_entry', 'library_clause')`,
    )
    .all();
}

const words = (list: readonly string[], turn: string) =>
  `json_extract('${JSON.stringify(list)}', format('$[%d]', (${turn}) % ${list.length}))`;
const places = ['安澜市', '临川市', '城东区', '河口县', '省级', '长宁县', '北山区'];
const subjects = [
  '消防水源',
  '高层建筑',
  '微型消防站',
  '电动自行车',
  '养老机构',
  '消火栓管理',
  '疏散通道',
  '专职消防队',
  '挂牌督办',
];
const kinds = ['管理办法', '工作规则', '实施方案', '暂行规定', '建设标准', '通知'];
const duties = [
  '有关部门应当按照职责分工组织防火检查，发现火灾隐患的责令立即改正，并记入台账',
  '乡镇人民政府、街道办事处应当明确专人负责，每季度向县级消防安全委员会办公室报告',
  '单位应当保障疏散通道、安全出口畅通，不得堆放可燃物，并定期组织演练',
  '市政消火栓应当统一编号，由管理单位每半年检查一次压力和出水，损坏的在三日内修复',
  '违反前款规定的，由消防救援机构责令限期改正，逾期不改正的依法处理',
];
const title = `format('%s%s%s（第%d号）', ${words(places, 'n')}, ${words(subjects, 'n / 7')}, ${words(kinds, 'n / 63')}, n)`;
const clause = `format('%s。涉及%s的，适用第%d号规定。', ${words(duties, 'n + c')}, ${words(subjects, 'n * 3 + c')}, n + c)`;
const uid = (number: string) => `format('%08x-0000-7000-8000-%012x', ${number}, ${number})`;

function fill(database: Database, count: number): void {
  const built = definitions(database);
  for (const { type, name } of built) database.exec(`DROP ${type} "${name}"`);
  const rows = `WITH RECURSIVE row (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < @count)`;
  const run = (sql: string): void => void database.prepare(sql).run({ count });
  run(`${rows}, made AS (SELECT n, ${title} AS title, format('消安〔%d〕%d号', 2006 + n % 20, n) AS number FROM row)
    INSERT INTO library_entry (id, uid, title, number, issuer, level, issued_on, validity, subjects, abstract,
      title_key, number_key, search_text, created_at)
    SELECT n, ${uid('n')}, title, number, '', ${words(['own', 'superior', 'normative', 'standard'], 'n')},
      date('2006-11-01', format('+%d days', n % 7300)), iif(n % 9 = 0, 'repealed', 'valid'), '', '',
      title, number, indexed_text(title, number), 0 FROM made`);
  run(`${rows}, part (c) AS (SELECT value FROM json_each('${JSON.stringify(CLAUSES)}')),
      made AS (SELECT n, c, (n - 1) * ${CLAUSES.length} + c AS id, ${clause} AS text FROM row JOIN part)
    INSERT INTO library_clause (id, uid, entry_id, position, number, heading, text, search_text)
    SELECT id, ${uid('id')}, n, c, format('第%d条', c), '', text, indexed_text('', text) FROM made`);
  database.exec('INSERT INTO library_search (rowid, body) SELECT key, body FROM library_passage');
  for (const { sql } of built) database.exec(sql);
}

/** An office with so many laws and papers of five clauses each, written without the log. */
export async function growManyDocuments(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'office-many-documents-'));
  const office = await startTestCore(folder);
  await setUpLongLists(office.window());
  await office.core.close();
  const database = new Driver(join(folder, storeFile));
  database.function('indexed_text', { deterministic: true }, (one, other) =>
    indexedDocument(String(one), String(other)),
  );
  database.transaction(() => fill(database, count))();
  database.close();
  const store = openStore(folder);
  store.noteFullCheck();
  store.close();
  return folder;
}
