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

const draftColumns = { content: text, updated_at: integer, window_uid: text };

const draftsOfUser = defineQuery<typeof draftColumns, Omit<DraftKey, 'windowUid'>>({
  name: 'store.draftsOfUser',
  sql: `SELECT content, updated_at, window_uid FROM draft
    WHERE document = @document AND user_uid = @userUid ORDER BY updated_at DESC`,
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

const deleteOtherDrafts = defineStatement<DraftKey>({
  name: 'store.deleteOtherDrafts',
  sql: 'DELETE FROM draft WHERE document = @document AND user_uid = @userUid AND window_uid <> @windowUid',
});

/** To be called in writeUnlogged. */
export function putDraft(tx: WriteStore, key: DraftKey, content: string, now: number): void {
  tx.run(upsertDraft, { ...key, content, now });
}

/** What a user has of a document, from every window, the newest first. */
export function draftsOf(
  store: ReadStore,
  document: string,
  userUid: string,
): { content: string; updatedAt: number; windowUid: string }[] {
  return store.all(draftsOfUser, { document, userUid }).map(({ content, updated_at, window_uid }) => ({
    content,
    updatedAt: updated_at,
    windowUid: window_uid,
  }));
}

/** To be called in the transaction that saves the document: what other windows hold is not in it, and stays. */
export function removeDraft(tx: WriteStore, key: DraftKey): void {
  tx.run(deleteDraft, key);
}

/** What the user has of the document from other windows, once it was taken over or given up. */
export function removeOtherDrafts(tx: WriteStore, key: DraftKey): void {
  tx.run(deleteOtherDrafts, key);
}
