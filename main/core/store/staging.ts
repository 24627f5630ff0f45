/** What was read from a foreign file waits here for the clerk's yes; forgotten ones are cleaned up by age. */
import { bytes, defineQuery, defineStatement, integer, text } from './query.ts';
import type { ReadStore } from './read-store.ts';
import type { WriteStore } from './write-store.ts';

interface StagedImport {
  readonly token: string;
  /** Which import, like 'assessment.selfScores'. */
  readonly kind: string;
  readonly userUid: string;
  /** JSON of what was read. */
  readonly payload: string;
  readonly createdAt: number;
}

interface StagedPiece {
  readonly token: string;
  /** From 0. */
  readonly place: number;
  readonly content: Uint8Array;
}

interface NewStagedImport extends Omit<StagedImport, 'payload'> {
  /** Bytes are those of a text: a long one would take twice the memory as a string. */
  readonly payload: string | Uint8Array;
}

const stagedColumns = { kind: text, user_uid: text, payload: text, created_at: integer };

const stagedByToken = defineQuery<typeof stagedColumns, { token: string }>({
  name: 'store.stagedByToken',
  sql: 'SELECT kind, user_uid, payload, created_at FROM staged_import WHERE token = @token',
  columns: stagedColumns,
});

const originColumns = { kind: text, user_uid: text };

// What stands behind the payload in the row is not asked for: it would be read through.
const originByToken = defineQuery<typeof originColumns, { token: string }>({
  name: 'store.stagedOrigin',
  sql: 'SELECT kind, user_uid FROM staged_import WHERE token = @token',
  columns: originColumns,
});

const insertStaged = defineStatement<NewStagedImport>({
  name: 'store.insertStaged',
  sql: `INSERT INTO staged_import (token, kind, user_uid, payload, created_at)
    VALUES (@token, @kind, @userUid, CAST(@payload AS TEXT), @createdAt)`,
});

const insertPiece = defineStatement<StagedPiece>({
  name: 'store.insertStagedPiece',
  sql: 'INSERT INTO staged_piece (token, place, content) VALUES (@token, @place, @content)',
});

const piecesByToken = defineQuery<{ content: typeof bytes }, { token: string }>({
  name: 'store.stagedPieces',
  sql: 'SELECT content FROM staged_piece WHERE token = @token ORDER BY place',
  columns: { content: bytes },
});

const allWithPieces = defineQuery({
  name: 'store.stagedWithPieces',
  sql: 'SELECT DISTINCT token FROM staged_piece',
  columns: { token: text },
});

// Its pieces go with it.
const deleteStaged = defineStatement<{ token: string }>({
  name: 'store.deleteStaged',
  sql: 'DELETE FROM staged_import WHERE token = @token',
});

const deleteStagedBefore = defineStatement<{ instant: number }>({
  name: 'store.deleteStagedBefore',
  sql: 'DELETE FROM staged_import WHERE created_at < @instant',
});

/**
 * To be called in writeUnlogged.
 * @param pieces of what would be long as one text
 */
export function putStaged(tx: WriteStore, staged: NewStagedImport, pieces: Iterable<Uint8Array> = []): void {
  tx.run(insertStaged, staged);
  let place = 0;
  for (const content of pieces) {
    tx.run(insertPiece, { token: staged.token, place, content });
    place += 1;
  }
}

export function getStaged(store: ReadStore, token: string): StagedImport | undefined {
  const row = store.get(stagedByToken, { token });
  return (
    row && { token, kind: row.kind, userUid: row.user_uid, payload: row.payload, createdAt: row.created_at }
  );
}

/** In order, one after the other. */
export function* stagedPieces(store: ReadStore, token: string): Generator<Uint8Array> {
  for (const { content } of store.iterate(piecesByToken, { token })) yield content;
}

export function tokensWithPieces(store: ReadStore): string[] {
  return store.all(allWithPieces).map(({ token }) => token);
}

/** For which import it waits, and whose it is. */
export function stagedOrigin(
  store: ReadStore,
  token: string,
): Pick<StagedImport, 'kind' | 'userUid'> | undefined {
  const row = store.get(originByToken, { token });
  return row && { kind: row.kind, userUid: row.user_uid };
}

/** To be called in the transaction that takes the import over. */
export function removeStaged(tx: WriteStore, token: string): void {
  tx.run(deleteStaged, { token });
}

/** Removes what was staged before the given instant. @returns how many */
export function removeStagedBefore(tx: WriteStore, instant: number): number {
  return tx.run(deleteStagedBefore, { instant }).changes;
}
