import { v7 } from 'uuid';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { blanksOf, hiddenColumns, type SealedTable } from './hidden-columns.ts';
import type { Vault } from './vault.ts';

/* The rows of campaigns as they lie in the store: sealed where there is a vault, else as they are. */

interface Holder {
  readonly vault: Vault | null;
}

/** @returns its id */
export function insertRow(
  db: WriteStore,
  { vault }: Holder,
  table: SealedTable,
  row: RowValues & { uid?: string },
): number {
  const uid = row.uid ?? v7();
  return db.insert(table, { ...row, uid, ...hiddenPart(vault, table, uid, row) });
}

/** @param stored opened; what the patch says of hidden columns is sealed together with the others */
export function updateRow(
  db: WriteStore,
  { vault }: Holder,
  table: SealedTable,
  stored: { readonly id: number; readonly uid: string },
  patch: RowValues,
): void {
  const isHidden = Object.keys(patch).some((name) => Object.hasOwn(hiddenColumns[table], name));
  const hidden = isHidden ? hiddenPart(vault, table, stored.uid, { ...stored, ...patch }) : {};
  db.update(table, stored.id, { ...patch, ...hidden });
}

/** A row that is not sealed is as it is, also beside sealed ones. */
export function openedRow<R extends { readonly uid: string; readonly sealed: string | null }>(
  vault: Vault | null,
  table: SealedTable,
  row: R,
): R {
  return row.sealed === null ? row : { ...row, ...openedWords(vault, table, row.uid, row.sealed) };
}

export function openedWords(vault: Vault | null, table: SealedTable, uid: string, sealed: string): RowValues {
  if (vault === null) throw new Error(`${table}/${uid} is sealed and there is no key`);
  return vault.open(sealed, placeOf(table, uid)) as RowValues;
}

/** Hidden columns and the seal, as they are written. */
export function hiddenPart(vault: Vault | null, table: SealedTable, uid: string, row: object): RowValues {
  const cells = Object.entries(row) as [string, RowValues[string]][];
  const words = Object.fromEntries(cells.filter(([name]) => Object.hasOwn(hiddenColumns[table], name)));
  if (vault === null) return { ...words, sealed: null };
  return { ...blanksOf(table), sealed: vault.seal(words, placeOf(table, uid)) };
}

function placeOf(table: SealedTable, uid: string): string {
  return `${table}/${uid}`;
}
