import DatabaseConstructor from 'better-sqlite3';

/** Each would run in a page that made elements out of it. */
const markups = [
  '<img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1>',
  '<script>window.ran=1</script>',
  '<iframe srcdoc=<script>parent.ran=1</script>>',
  '</title></textarea></style><body onload=window.ran=1>',
];

/** What says who did what when is sealed by its chain; searches find nothing else by these texts. */
const left =
  /^(operation|row_change|store_meta|migration|past_password|user_key|user_secret|recovery_key|entry_key)$|_search/;

/**
 * Puts markup behind every Chinese text of a store, also within its JSON, past the program, which is not running.
 * @returns how many columns carry it now
 */
export function markTexts(storeFile: string): number {
  const database = new DatabaseConstructor(storeFile);
  try {
    database.pragma('foreign_keys = OFF');
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
      )
      .all();
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
    let count = 0;
    database.function('marked', (text: unknown) =>
      typeof text === 'string' ? marked(text, markups[count % markups.length] ?? '') : text,
    );
    for (const { table, column } of textColumns(database)) {
      const change = `UPDATE OR IGNORE "${table}" SET "${column}" = marked("${column}") WHERE typeof("${column}") = 'text'`;
      if (database.prepare(change).run().changes > 0) count += 1;
    }
    for (const { sql } of triggers) database.exec(sql);
    return count;
  } finally {
    database.close();
  }
}

function textColumns(database: DatabaseConstructor.Database): { table: string; column: string }[] {
  return database
    .prepare<[], { table: string; column: string; type: string; hidden: number }>(
      `SELECT m.name AS "table", c.name AS "column", c.type, c.hidden FROM sqlite_master m, pragma_table_xinfo(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.pk = 0`,
    )
    .all()
    .filter(({ table, type, hidden }) => type === 'TEXT' && hidden === 0 && !left.test(table));
}

function marked(text: string, markup: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  if (!/^[[{"]/.test(text)) return text + markup;
  try {
    return JSON.stringify(markedWithin(JSON.parse(text), markup));
  } catch {
    return text + markup;
  }
}

function markedWithin(value: unknown, markup: string): unknown {
  if (typeof value === 'string') return marked(value, markup);
  if (Array.isArray(value)) return value.map((part) => markedWithin(part, markup));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, markedWithin(part, markup)]));
}
