/**
 * The hash chain over the log.
 * What: hash of an operation = SHA-256(previous hash, canonical JSON of the operation, digest of its row changes).
 * Flow: transact takes it when it closes an operation; verifyChain (verify-chain.ts) takes it again from the stored rows.
 * Invariants: operation ids and row_change ids run from 1 without gap; the digest is taken over one digest per
 * row change, in order, so that row images may one day be replaced by their digests and the chain still holds.
 */
import { hash } from 'node:crypto';
import type { Database } from './database.ts';
import type { HostKind, Outcome, TableChange, UndoKind } from './operation.ts';

/** One stored line of the log. */
export interface OperationRow {
  readonly id: number;
  readonly uid: string;
  readonly hash: string | null;
  readonly at: number;
  readonly name: string;
  readonly label: string;
  readonly undo: UndoKind;
  readonly compensation: string | null;
  readonly outcome: Outcome;
  readonly user_uid: string | null;
  readonly user_name: string;
  readonly window_uid: string;
  readonly host: HostKind;
  readonly undoes_id: number | null;
  readonly change_start: number;
  readonly change_count: number;
  readonly change_digest: string;
  readonly summary: string;
  readonly result: string | null;
}

export interface ChangeRow {
  readonly id: number;
  readonly operation_id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly before: string | null;
  readonly after: string | null;
}

/** What stands before the first operation. */
export const chainStart = '0'.repeat(64);

/** Version of the canonical form; a change of its fields gets a new number. */
const canonicalVersion = 1;

export function operationHash(previous: string, row: Omit<OperationRow, 'hash'>): string {
  const canonical = JSON.stringify([
    canonicalVersion,
    row.id,
    row.uid,
    row.at,
    row.name,
    row.label,
    row.undo,
    row.compensation,
    row.outcome,
    row.user_uid,
    row.user_name,
    row.window_uid,
    row.host,
    row.undoes_id,
    row.change_start,
    row.change_count,
    row.summary,
    row.result,
  ]);
  return hash('sha256', `${previous}\n${canonical}\n${row.change_digest}`);
}

function changeDigest(row: ChangeRow): string {
  return hash(
    'sha256',
    JSON.stringify([row.id, row.operation_id, row.table_name, row.row_id, row.kind, row.before, row.after]),
  );
}

export interface ChangeSummary {
  readonly count: number;
  readonly digest: string;
  readonly tables: readonly TableChange[];
}

/** Above this number of rows of one table the pages are told the table and the count, not the rows. */
const listedRows = 200;

/** Digest, number and affected rows of row changes given in order. */
export function summarizeChanges(rows: Iterable<ChangeRow>): ChangeSummary {
  const digests: string[] = [];
  const tables = new Map<string, { ids: Set<number>; uids: Set<string> }>();
  for (const row of rows) {
    digests.push(changeDigest(row));
    const touched = tables.get(row.table_name) ?? { ids: new Set(), uids: new Set() };
    tables.set(row.table_name, touched);
    touched.ids.add(row.row_id);
    if (touched.ids.size <= listedRows) touched.uids.add(rowUid(row));
  }
  return {
    count: digests.length,
    digest: hash('sha256', digests.join('')),
    tables: [...tables].map(([table, { ids, uids }]) => ({
      table,
      rows: ids.size > listedRows ? null : [...uids].map((uid) => ({ uid })),
      count: ids.size,
    })),
  };
}

/** A row image as the triggers wrote it. */
export type RowImage = Readonly<Record<string, string | number | null>>;

function isRowImage(value: unknown): value is RowImage {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseImage(json: string | null): RowImage {
  const value: unknown = JSON.parse(json ?? '{}');
  return isRowImage(value) ? value : {};
}

export function rowUid(row: Pick<ChangeRow, 'before' | 'after'>): string {
  return String(parseImage(row.after ?? row.before).uid ?? '');
}

const operationColumns = `id, uid, hash, at, name, label, undo, compensation, outcome, user_uid, user_name,
  window_uid, host, undoes_id, change_start, change_count, change_digest, summary, result`;

/** SQL that the mechanisms of the log share; every text is prepared once per connection. */
export const logSql = {
  insert: `INSERT INTO operation (${operationColumns}) VALUES (@id, @uid, @hash, @at, @name, @label, @undo,
    @compensation, @outcome, @user_uid, @user_name, @window_uid, @host, @undoes_id, @change_start, @change_count,
    @change_digest, @summary, @result)`,
  close: `UPDATE operation SET outcome = @outcome, summary = @summary, result = @result, hash = @hash,
    change_count = @change_count, change_digest = @change_digest WHERE id = @id`,
  last: `SELECT ${operationColumns} FROM operation ORDER BY id DESC LIMIT 1`,
  byId: `SELECT ${operationColumns} FROM operation WHERE id = ?`,
  byUid: `SELECT ${operationColumns} FROM operation WHERE uid = ?`,
  page: `SELECT ${operationColumns} FROM operation WHERE id > ? ORDER BY id LIMIT 500`,
  changes: `SELECT id, operation_id, table_name, row_id, kind, before, after FROM row_change
    WHERE id >= ? AND id < ? ORDER BY id`,
  changesDescending: `SELECT id, operation_id, table_name, row_id, kind, before, after FROM row_change
    WHERE id >= ? AND id < ? ORDER BY id DESC`,
  lastChange: `SELECT ifnull(max(id), 0) AS id FROM row_change`,
} as const;

export interface ChainHead {
  readonly operationId: number;
  readonly hash: string;
}

/** Number and hash of the last operation; undefined for an empty store. */
export function chainHead(database: Database): ChainHead | undefined {
  const row = database.prepare<[], OperationRow>(logSql.last).get();
  return row ? { operationId: row.id, hash: row.hash ?? '' } : undefined;
}
