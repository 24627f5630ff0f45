/**
 * The hash chain over the log.
 * What: hash of an operation = SHA-256(previous hash, canonical JSON of the operation, digest of its row changes).
 * Flow: log-line.ts takes it when an operation is closed; verify-chain.ts takes it again from the stored rows.
 * Invariants: operation ids and row_change ids run from 1 without gap; the digest is taken over one digest per
 * row change, in order, so that a row image may be changed on purpose and the chain still holds: see erased.ts.
 */
import { createHash, hash } from 'node:crypto';
import type { ChangeRow, OperationRow } from './log-queries.ts';
import type { TableChange } from './operation.ts';

/** What stands before the first operation. */
export const chainStart = '0'.repeat(64);

export interface ChainHead {
  readonly operationId: number;
  readonly hash: string;
}

/** Version of the canonical form; a change of its fields gets a new number. */
const canonicalVersion = 1;

export function operationHash(previous: string, row: OperationRow): string {
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
    row.continues_id,
    row.change_start,
    row.change_count,
    row.summary,
    row.result,
  ]);
  return hash('sha256', `${previous}\n${canonical}\n${row.change_digest}`);
}

export function changeDigest(row: ChangeRow): string {
  const { id, operation_id, table_name, row_id, kind, before, after } = row;
  return hash('sha256', JSON.stringify([id, operation_id, table_name, row_id, kind, before, after]));
}

interface ChangeSummary {
  readonly count: number;
  readonly digest: string;
  readonly tables: readonly TableChange[];
}

/** Above this number of rows of one table the pages are told the table and the count, not the rows. */
const listedRows = 200;

/** Characters: one after the other takes longer, and all in one is long in memory. */
const DIGESTED_AT_ONCE = 16_384;

/**
 * Digest, number and affected rows of row changes given in order.
 * @param entered the digest with which a row change entered the chain, given what it is now
 */
export function summarizeChanges(
  rows: Iterable<ChangeRow>,
  entered: (id: number, digest: string) => string = (_id, digest) => digest,
): ChangeSummary {
  const digest = createHash('sha256');
  let count = 0;
  let block = '';
  const tables = new Map<string, { ids: Set<number>; uids: Set<string> }>();
  for (const row of rows) {
    count += 1;
    block += entered(row.id, changeDigest(row));
    if (block.length >= DIGESTED_AT_ONCE) {
      digest.update(block);
      block = '';
    }
    const touched = tables.get(row.table_name) ?? { ids: new Set(), uids: new Set() };
    tables.set(row.table_name, touched);
    touched.ids.add(row.row_id);
    if (touched.ids.size <= listedRows) touched.uids.add(rowUid(row));
  }
  return {
    count,
    digest: digest.update(block).digest('hex'),
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

/** How the image of a table that begins with these two columns begins: what follows may be long, and is not read. */
const uidInImage = /^\{"id":\d+,"uid":"([^"\\]*)"/u;

function rowUid(row: Pick<ChangeRow, 'before' | 'after'>): string {
  const image = row.after ?? row.before;
  const [, uid] = uidInImage.exec(image ?? '') ?? [];
  if (uid !== undefined) return uid;
  try {
    return String(parseImage(image).uid ?? '');
  } catch {
    // A damaged image, of which its digest tells.
    return '';
  }
}
