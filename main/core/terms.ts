import type { SeenTerm, WantedTerm } from '#shared/contract/terms.ts';
import { AppError } from '#shared/errors.ts';
import { integer, type Row, text } from './store/query.ts';
import type { TableName } from './store/tables.ts';
import type { WriteStore } from './store/write-store.ts';

/* Lists of the office's own words, see shared/contract/terms.ts: every table of them has these columns. */

export const termColumns = { id: integer, uid: text, name: text, aliases: text, position: integer };
export type TermRecord = Row<typeof termColumns>;

/** By every word that means it in a table. */
export function termIndex<Record extends TermRecord>(records: readonly Record[]): Map<string, Record> {
  return new Map(
    records.flatMap((record) =>
      [...aliasesOf(record), record.name].map((word) => [word.toLowerCase(), record] as const),
    ),
  );
}

export function toTerm(row: TermRecord): SeenTerm {
  return { uid: row.uid, name: row.name, aliases: aliasesOf(row) };
}

/** Those that the office no longer wants. */
export function goneTerms<Record extends TermRecord>(
  rows: readonly Record[],
  wanted: readonly WantedTerm[],
): Record[] {
  const kept = new Set(wanted.map(({ uid }) => uid));
  return rows.filter(({ uid }) => !kept.has(uid));
}

/** @param whenNew further columns of a new one */
export function writeTerms(
  db: WriteStore,
  table: TableName,
  rows: readonly TermRecord[],
  wanted: readonly WantedTerm[],
  whenNew: { role?: string; split?: string } = {},
): void {
  for (const [index, { uid, name, aliases }] of wanted.entries()) {
    const columns = { name, aliases: JSON.stringify(aliases), position: index + 1 };
    const row = rows.find((each) => each.uid === uid);
    if (row !== undefined) db.update(table, row.id, columns);
    else if (uid === null) db.insert(table, { ...columns, ...whenNew });
    else throw new AppError('notFound', { what: `“${name}”` });
  }
}

/**
 * A word in a table must mean one term only.
 * @throws AppError duplicate
 */
export function requireDistinctWords(what: string, wanted: readonly WantedTerm[]): void {
  const seen = new Set<string>();
  for (const word of wanted.flatMap(({ name, aliases }) => [name, ...new Set(aliases)])) {
    if (seen.has(word)) throw new AppError('duplicate', { what: `${what}的名称或别称`, value: word });
    seen.add(word);
  }
}

/** A column of a JSON list of words. */
export function aliasesOf({ aliases }: Pick<TermRecord, 'aliases'>): string[] {
  const list: unknown = JSON.parse(aliases);
  return Array.isArray(list) ? list.filter((alias) => typeof alias === 'string') : [];
}
