/**
 * Walks the whole log and takes every hash again.
 * Finds: changed, removed, added, swapped operations and row changes. A cut-off end is found by the anchor. What was
 * erased on purpose must be as the chain itself says that it was left.
 * Reads 500 operations at a time, so that no read transaction stays open for long.
 */
import { chainStart, operationHash, summarizeChanges } from './chain.ts';
import { type ErasedLog, readErased } from './erased.ts';
import { formatInstant } from './format-instant.ts';
import { changesBetween, operationsAfter, type OperationRow } from './log-queries.ts';
import { defineQuery, integer } from './query.ts';
import type { ReadStore } from './read-store.ts';

/** Both ends in one statement, so that a commit in between cannot make them differ. */
const logEnds = defineQuery({
  name: 'store.logEnds',
  sql: `SELECT (SELECT ifnull(max(id), 0) FROM row_change) AS last_change,
    ifnull((SELECT change_start + change_count - 1 FROM operation ORDER BY id DESC LIMIT 1), 0) AS expected`,
  columns: { last_change: integer, expected: integer },
});

/** More findings than that say nothing new. */
const enoughFindings = 20;

const wrongEnd = '操作日志末尾的改动记录与操作不符。';

interface Position {
  readonly id: number;
  readonly hash: string;
  readonly nextChange: number;
}

/**
 * @param accepted findings that somebody has looked into: as if they were not there, however many
 * @returns findings in Chinese; empty when the log is complete and untouched
 */
export function verifyChain(store: ReadStore, accepted: readonly string[] = []): string[] {
  const findings: string[] = [];
  const erased = readErased(store);
  let at: Position = { id: 0, hash: chainStart, nextChange: 1 };
  for (;;) {
    const page = store.all(operationsAfter, { id: at.id });
    if (page.length === 0) break;
    for (const row of page) {
      const wrong = findFault(store, row, at, erased);
      if (wrong !== undefined && !accepted.includes(wrong)) findings.push(wrong);
      if (findings.length >= enoughFindings) return findings;
      at = { id: row.id, hash: row.hash ?? '', nextChange: row.change_start + row.change_count };
    }
  }
  const ends = store.get(logEnds);
  const isEndWrong = ends !== undefined && ends.last_change !== ends.expected;
  if (isEndWrong && !accepted.includes(wrongEnd)) findings.push(wrongEnd);
  return findings;
}

function findFault(
  store: ReadStore,
  row: OperationRow,
  previous: Position,
  erased: ErasedLog,
): string | undefined {
  if (row.id !== previous.id + 1) return `操作日志缺少第 ${previous.id + 1} 号到第 ${row.id - 1} 号操作。`;
  const { change_start: start, change_count: count } = row;
  const changes = summarizeChanges(
    store.iterate(changesBetween, { start, end: start + count }),
    erased.enteredChange,
  );
  const isWhole = changes.count === count && changes.digest === row.change_digest;
  const isCleared = changes.count === 0 && row.id <= erased.clearedThrough;
  const intact =
    start === previous.nextChange &&
    (isWhole || isCleared) &&
    erased.enteredLine(row.id, operationHash(previous.hash, row)) === row.hash;
  return intact
    ? undefined
    : `第 ${row.id} 号操作（${row.label}，${row.user_name}，${formatInstant(row.at)}）的记录被改动过。`;
}
