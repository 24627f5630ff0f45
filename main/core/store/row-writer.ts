import { atOnce } from './at-once.ts';
import { StoreError } from './errors.ts';
import { newUid } from './new-uid.ts';
import type { PreparedStatement } from './database.ts';
import type { StatementCache } from './read-store.ts';
import { tableColumns } from './schema.ts';

export type RowValues = Readonly<Record<string, string | number | null>>;

/** Generic writes to one row, for any table with `id` and `uid`. Only names that the schema knows get into SQL. */
export class RowWriter {
  readonly #cache: StatementCache;
  readonly #columns = new Map<string, ReadonlySet<string>>();
  /** Of rows added in this transaction, by table: a long one would ask the log for each row. */
  readonly #lastIds = new Map<string, number>();

  constructor(cache: StatementCache) {
    this.#cache = cache;
  }

  /** Another transaction begins: what the last one has added may have been rolled back. */
  begin(): void {
    this.#lastIds.clear();
  }

  insert(table: string, row: RowValues): number {
    this.#requireColumns(table, Object.keys(row));
    const id = Number(row.id ?? this.#nextId(table));
    const full = { ...row, id, uid: row.uid ?? newUid() };
    const names = Object.keys(full);
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
      VALUES (${names.map((name) => `@${name}`).join(', ')})`;
    this.#cache.prepare(sql).run(full);
    // An id that was given, as undo does, may be lower than others that are taken.
    const last = this.#lastIds.get(table);
    if (row.id === undefined || last !== undefined) this.#lastIds.set(table, Math.max(id, last ?? id));
    return id;
  }

  insertMany(table: string, rows: Iterable<RowValues>): number[] {
    return atOnce(this.#cache.database, table, () => this.#insertAll(table, rows));
  }

  #insertAll(table: string, rows: Iterable<RowValues>): number[] {
    const ids: number[] = [];
    let names: string[] = [];
    let insert: PreparedStatement | undefined;
    let next = this.#nextId(table);
    for (const row of rows) {
      if (insert === undefined) {
        names = Object.keys(row);
        insert = this.#insertOf(table, names);
      }
      if (Object.keys(row).length !== names.length)
        throw new StoreError('misuse', `一起新增到数据表 ${table} 的行，列不相同。`);
      insert.run(next, newUid(), ...names.map((name) => row[name]));
      ids.push(next);
      next += 1;
    }
    if (ids.length > 0) this.#lastIds.set(table, next - 1);
    return ids;
  }

  #insertOf(table: string, names: readonly string[]): PreparedStatement {
    this.#requireColumns(table, names);
    if (names.includes('id') || names.includes('uid'))
      throw new StoreError('misuse', `一起新增到数据表 ${table} 的行，编号由程序给出。`);
    const columns = ['id', 'uid', ...names];
    return this.#cache.prepare(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
      VALUES (${columns.map(() => '?').join(', ')})`,
    );
  }

  update(table: string, id: number, patch: RowValues): void {
    const names = Object.keys(patch);
    this.#requireColumns(table, names);
    if (names.length === 0) return;
    const changes = names.map((name, index) => `"${name}" = @v${index}`).join(', ');
    const values = Object.fromEntries(names.map((name, index) => [`v${index}`, patch[name]]));
    const done = this.#cache
      .prepare(`UPDATE "${table}" SET ${changes} WHERE id = @id`)
      .run({ ...values, id });
    requireOneRow(done.changes, table, id);
  }

  remove(table: string, id: number): void {
    this.#requireColumns(table, []);
    requireOneRow(this.#cache.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id).changes, table, id);
  }

  #requireColumns(table: string, names: readonly string[]): void {
    const known = this.#columns.get(table) ?? new Set(tableColumns(this.#cache.database, table));
    if (known.size === 0) throw new StoreError('misuse', `没有数据表 ${table}。`);
    this.#columns.set(table, known);
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new StoreError('misuse', `数据表 ${table} 没有这些列：${unknown.join('、')}`);
  }

  /** Undo brings rows back under their old id, so an id is never given out twice. */
  #nextId(table: string): number {
    const last = this.#lastIds.get(table);
    if (last !== undefined) return last + 1;
    const sql = `SELECT max(ifnull((SELECT max(id) FROM "${table}"), 0),
      ifnull((SELECT max(row_id) FROM row_change WHERE table_name = '${table}'), 0)) + 1 AS id`;
    return this.#cache.prepare<{ id: number }>(sql).get()?.id ?? 1;
  }
}

function requireOneRow(changes: number, table: string, id: number): void {
  if (changes !== 1) throw new StoreError('misuse', `数据表 ${table} 中没有编号为 ${id} 的行。`);
}
