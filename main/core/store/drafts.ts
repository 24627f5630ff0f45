/** Autosave: one durable, unlogged row per document, user and window; the saving operation removes it. */
import { defineQuery, defineStatement, integer, text } from './query.ts';
import type { ReadStore } from './read-store.ts';
import type { WriteStore } from './write-store.ts';

interface DraftKey {
  /** Which paper or form, like 'meetings/UID'. */
  readonly document: string;
  readonly userUid: string;
  readonly windowUid: string;
}

const draftColumns = { content: text, updated_at: integer };

const draftByKey = defineQuery<typeof draftColumns, DraftKey>({
  name: 'store.draftByKey',
  sql: `SELECT content, updated_at FROM draft
    WHERE document = @document AND user_uid = @userUid AND window_uid = @windowUid`,
  columns: draftColumns,
});

const upsertDraft = defineStatement<DraftKey & { content: string; now: number }>({
  name: 'store.upsertDraft',
  sql: `INSERT INTO draft (document, user_uid, window_uid, content, updated_at)
    VALUES (@document, @userUid, @windowUid, @content, @now)
    ON CONFLICT DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`,
});

const deleteDraft = defineStatement<DraftKey>({
  name: 'store.deleteDraft',
  sql: 'DELETE FROM draft WHERE document = @document AND user_uid = @userUid AND window_uid = @windowUid',
});

/** To be called in writeUnlogged. */
export function putDraft(tx: WriteStore, key: DraftKey, content: string, now: number): void {
  tx.run(upsertDraft, { ...key, content, now });
}

export function getDraft(
  store: ReadStore,
  key: DraftKey,
): { content: string; updatedAt: number } | undefined {
  const row = store.get(draftByKey, key);
  return row && { content: row.content, updatedAt: row.updated_at };
}

/** To be called in the transaction that saves the document. */
export function removeDraft(tx: WriteStore, key: DraftKey): void {
  tx.run(deleteDraft, key);
}
