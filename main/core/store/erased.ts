/**
 * What of the log was changed on purpose: personal data taken out of it, old row changes cleared away.
 * Each act leaves rows in `erased_record` or `log_clearing`. They are read here from the row changes that recorded them,
 * never from the tables: those row changes are in the chain, so that a false entry is found like any other tampering.
 */
import { defineQuery, integer, oneOf, text } from './query.ts';
import type { ReadStore } from './read-store.ts';

export type ErasedKind = 'line' | 'change';

export interface ErasedLog {
  /** The digest with which a row change entered the chain, given what it is now; of an untouched one the same. */
  readonly enteredChange: (id: number, digest: string) => string;
  readonly enteredLine: (id: number, hash: string) => string;
  /** Row changes of operations up to here may be gone. */
  readonly clearedThrough: number;
  /** Whether words were taken out of an operation or of its row changes. */
  isTouched(operation: { id: number; change_start: number; change_count: number }): boolean;
}

const erasedRecords = defineQuery({
  name: 'store.erasedRecords',
  sql: `SELECT after ->> 'kind' AS kind, after ->> 'record_id' AS record_id, after ->> 'original' AS original,
      after ->> 'present' AS present
    FROM row_change WHERE table_name = 'erased_record' AND kind = 'insert' ORDER BY id`,
  columns: { kind: oneOf('line', 'change'), record_id: integer, original: text, present: text },
});

const clearedThrough = defineQuery({
  name: 'store.clearedThrough',
  sql: `SELECT ifnull(max(after ->> 'through_operation'), 0) AS id FROM row_change
    WHERE table_name = 'log_clearing' AND kind = 'insert'`,
  columns: { id: integer },
});

export function readErased(store: ReadStore): ErasedLog {
  const known = {
    line: new Map<number, { original: string; present: string }>(),
    change: new Map<number, { original: string; present: string }>(),
  };
  // Of one that was erased twice the last entry counts; it names the first original.
  for (const { kind, record_id, original, present } of store.all(erasedRecords))
    known[kind].set(record_id, { original, present });
  const entered = (kind: ErasedKind) => (id: number, now: string) => {
    const record = known[kind].get(id);
    return record?.present === now ? record.original : now;
  };
  return {
    enteredChange: entered('change'),
    enteredLine: entered('line'),
    clearedThrough: store.get(clearedThrough)?.id ?? 0,
    isTouched: ({ id, change_start: start, change_count: count }) =>
      known.line.has(id) ||
      [...known.change.keys()].some((change) => change >= start && change < start + count),
  };
}
