/**
 * Takes words out of the log.
 * Flow: a record of the log that holds one → it is written without → the caller keeps, in `erased_record`, the digest
 * with which the record had entered the chain and that of what is left.
 * Runs inside a transaction, before its line is closed; row changes of the open operation itself are only rewritten,
 * because their digest is taken at the end.
 */
import { ERASED, valueWithoutTerms, withoutTerms } from '#shared/rules/erasure/terms.ts';
import { changeDigest, chainStart, operationHash, parseImage } from './chain.ts';
import { type ErasedKind, readErased } from './erased.ts';
import { type ChangeRow, changesOfRow, headById, operationById, type OperationRow } from './log-queries.ts';
import { defineQuery, defineStatement, integer, type Row } from './query.ts';
import type { WriteStore } from './write-store.ts';

export interface RowKey {
  table: string;
  rowId: number;
}

export interface RewrittenRecord {
  kind: ErasedKind;
  id: number;
  original: string;
  present: string;
  operationId: number;
}

const rewriteChange = defineStatement<{ id: number; before: string | null; after: string | null }>({
  name: 'store.rewriteChange',
  sql: 'UPDATE row_change SET before = @before, after = @after WHERE id = @id',
});

const rewriteLine = defineStatement<{ id: number; summary: string; result: string | null }>({
  name: 'store.rewriteLine',
  sql: 'UPDATE operation SET summary = @summary, result = @result WHERE id = @id',
});

const idColumns = { id: integer };
type Id = Row<typeof idColumns>;

/** Lines that changed nothing: exports, refused tries. They may name whom no row of theirs names. */
const linesWithoutChanges = defineQuery<typeof idColumns, { term: string }>({
  name: 'store.linesWithoutChanges',
  sql: `SELECT id FROM operation WHERE change_count = 0 AND hash IS NOT NULL
    AND (instr(summary, @term) OR instr(result, @term)) ORDER BY id`,
  columns: idColumns,
});

/** @param rows whose past is looked through @param openId number of the operation that does this */
export function eraseFromLog(
  tx: WriteStore,
  {
    rows,
    terms,
    pattern,
    openId,
  }: { rows: readonly RowKey[]; terms: readonly string[]; pattern: RegExp; openId: number },
): RewrittenRecord[] {
  const erased = readErased(tx);
  const rewritten: RewrittenRecord[] = [];
  const lines = new Set<number>();
  for (const { table, rowId } of rows) {
    for (const change of tx.all(changesOfRow, { table, rowId, after: 0 })) {
      lines.add(change.operation_id);
      const record = eraseFromChange(tx, change, pattern);
      if (record !== null && change.operation_id !== openId)
        rewritten.push({ ...record, original: erased.enteredChange(record.id, record.original) });
    }
  }
  for (const term of terms) for (const { id } of tx.all(linesWithoutChanges, { term }) as Id[]) lines.add(id);
  lines.delete(openId);
  for (const id of lines) {
    const line = tx.get(operationById, { id });
    const record = line === undefined ? null : eraseFromLine(tx, line, pattern);
    if (record !== null) rewritten.push(record);
  }
  return rewritten;
}

/** Takes whole texts of rows out of their past: what stands in these columns. Lines do not hold such texts. */
export function blankInLog(
  tx: WriteStore,
  { rows, columns, openId }: { rows: readonly RowKey[]; columns: readonly string[]; openId: number },
): RewrittenRecord[] {
  const erased = readErased(tx);
  const blanked = (json: string): string => {
    const image = parseImage(json);
    const blanks = columns.filter((column) => typeof image[column] === 'string');
    return JSON.stringify({ ...image, ...Object.fromEntries(blanks.map((column) => [column, ERASED])) });
  };
  return rows
    .flatMap(({ table, rowId }) => tx.all(changesOfRow, { table, rowId, after: 0 }))
    .flatMap((change) => {
      const record = rewrite(tx, change, blanked);
      if (record === null || change.operation_id === openId) return [];
      return [{ ...record, original: erased.enteredChange(record.id, record.original) }];
    });
}

function eraseFromChange(tx: WriteStore, change: ChangeRow, pattern: RegExp): RewrittenRecord | null {
  return rewrite(tx, change, (json) => imageWithout(json, pattern));
}

function rewrite(
  tx: WriteStore,
  change: ChangeRow,
  without: (json: string) => string,
): RewrittenRecord | null {
  const of = (json: string | null): string | null => (json === null ? null : without(json));
  const [before, after] = [of(change.before), of(change.after)];
  if (before === change.before && after === change.after) return null;
  const { id, operation_id: operationId } = change;
  tx.run(rewriteChange, { id, before, after });
  const present = changeDigest({ ...change, before, after });
  return { kind: 'change', id, operationId, original: changeDigest(change), present };
}

/** An image as it stands where nothing is to go, so that its digest stays. */
function imageWithout(json: string, pattern: RegExp): string {
  return jsonWithout(json, parseImage(json), pattern);
}

function jsonWithout(json: string, value: unknown, pattern: RegExp): string {
  const left = JSON.stringify(valueWithoutTerms(value, pattern));
  return left === JSON.stringify(value) ? json : left;
}

function eraseFromLine(tx: WriteStore, line: OperationRow, pattern: RegExp): RewrittenRecord | null {
  const summary = withoutTerms(line.summary, pattern);
  const result = line.result === null ? null : jsonWithout(line.result, JSON.parse(line.result), pattern);
  if (summary === line.summary && result === line.result) return null;
  const { id } = line;
  tx.run(rewriteLine, { id, summary, result });
  const previous = tx.get(headById, { id: id - 1 })?.hash ?? chainStart;
  const present = operationHash(previous, { ...line, summary, result });
  return { kind: 'line', id, operationId: id, original: line.hash ?? '', present };
}
