import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SourceRow, SourceTable } from '../excel/read/source-table.ts';
import { writePieces } from '../files/pieces-file.ts';
import type { ReadStore } from '../store/read-store.ts';
import { getStaged, removeStaged, stagedPieces, tokensWithPieces } from '../store/staging.ts';
import type { WriteStore } from '../store/write-store.ts';
import type { Sealing } from './list-import.ts';

/*
 * A table that waits for the clerk's yes. Its rows stand in packed pieces beside their head, so that a long one is a tenth
 * of its length and nobody holds all of its text; sealed, it is one text.
 */

export interface StagedTable {
  table: SourceTable;
  sheets: string[];
}

/** In the job's own folder. */
export interface StagedFiles {
  /** JSON of a Head. */
  payloadFile: string;
  /** See pieces-file.ts; null for none. */
  piecesFile: string | null;
}

type Head = { sheet: string; sheets: string[] } | { sealed: string };

const ROWS_PER_PIECE = 1_000;
/** The quickest. */
const PACKING = { level: 1 };

export function writeStagedTable(folder: string, staged: StagedTable, sealing: Sealing | null): StagedFiles {
  const payloadFile = join(folder, 'staged.json');
  const put = (head: Head): void => writeFileSync(payloadFile, JSON.stringify(head), { mode: 0o600 });
  if (sealing !== null) {
    put({ sealed: sealing.seal(staged) });
    return { payloadFile, piecesFile: null };
  }
  const { table, sheets } = staged;
  put({ sheet: table.sheet, sheets });
  const piecesFile = join(folder, 'staged-rows');
  writePieces(piecesFile, packed(table.rows));
  return { payloadFile, piecesFile };
}

/** @returns null: there is none, or it is sealed and cannot be opened here */
export function readStagedTable(
  db: ReadStore,
  token: string,
  sealing: () => Sealing | null,
): StagedTable | null {
  const staged = getStaged(db, token);
  if (staged === undefined) return null;
  // Written by the job above, in this form.
  const head = JSON.parse(staged.payload) as Head;
  if ('sealed' in head) return (sealing()?.open(head.sealed) ?? null) as StagedTable | null;
  const rows: SourceRow[] = [];
  for (const piece of stagedPieces(db, token)) for (const row of unpacked(piece)) rows.push(row);
  return { table: { sheet: head.sheet, rows }, sheets: head.sheets };
}

/** Removes each waiting table that has one of these words in it. */
export function removeStagedTablesWith(tx: WriteStore, words: readonly string[]): void {
  for (const token of tokensWithPieces(tx)) if (hasOneOf(tx, token, words)) removeStaged(tx, token);
}

function hasOneOf(db: ReadStore, token: string, words: readonly string[]): boolean {
  for (const piece of stagedPieces(db, token)) {
    const text = textIn(piece);
    if (words.some((word) => text.includes(word))) return true;
  }
  return false;
}

function* packed(rows: readonly SourceRow[]): Generator<Uint8Array> {
  for (let first = 0; first < rows.length; first += ROWS_PER_PIECE)
    yield deflateRawSync(JSON.stringify(rows.slice(first, first + ROWS_PER_PIECE)), PACKING);
}

function unpacked(piece: Uint8Array): SourceRow[] {
  // Packed above.
  return JSON.parse(textIn(piece)) as SourceRow[];
}

function textIn(piece: Uint8Array): string {
  return inflateRawSync(piece).toString();
}
