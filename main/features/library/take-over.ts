import type { LibraryFields, library as contract } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { copyFiles } from '#main/features/attachments/index.ts';
import { requireReceived } from '#main/features/received-papers/index.ts';
import { insertEntry, similarEntries } from './entries.ts';
import { entryOfReceived } from './queries.ts';
import { linkOf, requireEntry } from './rows.ts';

/** A received paper becomes an entry, with its files; both know each other from then on. */
export const takeOver: Pick<Handlers<typeof contract>, 'ofReceived' | 'takeOver'> = {
  ofReceived({ receivedUid }, { db }) {
    const entry = db.get(entryOfReceived, { uid: receivedUid });
    return entry === undefined ? null : linkOf(entry);
  },

  takeOver({ receivedUid, linkToUid, anyway }, context) {
    const { db, now, summarize } = context;
    const received = requireReceived(db, receivedUid);
    const there = db.get(entryOfReceived, { uid: receivedUid });
    if (there !== undefined) return { uid: there.uid };
    summarize(received.title);
    if (linkToUid !== null) return link(received, linkToUid, context);
    const [twin] = similarEntries(db, received.title, received.their_number);
    if (twin !== undefined && !anyway)
      throw new AppError('refused', {
        reason: `文件库里已有标题或文号相同的“${twin.title}”。请与它关联，或确认另存一份。`,
      });
    const fields: LibraryFields = {
      title: received.title,
      number: received.their_number,
      issuer: received.sender,
      level: 'superior',
      issuedOn: null,
      inForceFrom: null,
      inForceTo: null,
      validity: 'valid',
      replacedByUid: null,
      subjects: '',
      abstract: '',
    };
    const { uid } = insertEntry(db, fields, now, received.id);
    bringFiles(receivedUid, uid, context);
    return { uid };
  },
};

function link({ id, uid }: { id: number; uid: string }, linkToUid: string, context: WriteContext) {
  const entry = requireEntry(context.db, linkToUid);
  if (entry.received_id !== null)
    throw new AppError('refused', {
      reason: `“${entry.title}”已经和另一份收文关联，请改为另存一份。`,
    });
  context.db.update('library_entry', entry.id, { received_id: id });
  bringFiles(uid, linkToUid, context);
  return { uid: linkToUid };
}

function bringFiles(receivedUid: string, entryUid: string, context: WriteContext): void {
  const from = { kind: 'receivedPaper', uid: receivedUid };
  copyFiles(from, { kind: 'libraryEntry', uid: entryUid }, context);
}
