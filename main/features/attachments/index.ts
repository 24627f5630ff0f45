import type { AttachmentSubject, attachments as contract } from '#shared/contract/attachments.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, ReadContext, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { attachmentByUid, attachmentsOfSubject } from './queries.ts';

export { archiveFilesOf, hasFiles } from './archive.ts';

/** May refuse that files of a subject change, in words. */
export type SubjectGuard = (subject: AttachmentSubject, db: ReadStore) => void;

/** @param guards of the features whose files must not always change */
export function attachmentsWith(guards: readonly SubjectGuard[]): Handlers<typeof contract> {
  function requireChangeable(db: ReadStore, uid: string) {
    const found = requireAttachment(db, uid);
    for (const guard of guards) guard({ kind: found.subject_kind, uid: found.subject_uid }, db);
    return found;
  }

  return {
    list: (subject, { db }) =>
      db
        .all(attachmentsOfSubject, subject)
        .map(({ uid, name, bytes, note, added_at, added_by, thumbnail }) => ({
          uid,
          name,
          bytes,
          note,
          addedAt: added_at,
          addedBy: added_by,
          isPhoto: thumbnail !== null,
        })),

    attach(file, context) {
      for (const guard of guards) guard(file.subject, context.db);
      context.summarize(file.name);
      return attachFile(file, context);
    },

    setNote({ uid, note }, { db, summarize }) {
      const found = requireChangeable(db, uid);
      db.update('attachment', found.id, { note });
      summarize(found.name);
      return { uid };
    },

    remove({ uid }, { db, summarize }) {
      const found = requireChangeable(db, uid);
      db.remove('attachment', found.id);
      summarize(found.name);
      return { uid };
    },
  };
}

interface KeptFile {
  subject: AttachmentSubject;
  name: string;
  bytes: number;
  sha256: string;
  thumbnail: string | null;
}

/** The row of a file that is kept already; the same file twice is attached once. */
export function attachFile(
  { subject, name, bytes, sha256, thumbnail }: KeptFile,
  { db, caller, now }: Pick<WriteContext, 'db' | 'caller' | 'now'>,
): { uid: string } {
  const there = db
    .all(attachmentsOfSubject, subject)
    .find((each) => each.sha256 === sha256 && each.name === name);
  if (there !== undefined) return { uid: there.uid };
  const id = db.insert('attachment', {
    subject_kind: subject.kind,
    subject_uid: subject.uid,
    name,
    bytes,
    sha256,
    note: '',
    added_at: now,
    added_by: caller.userName,
    thumbnail,
  });
  const added = db.all(attachmentsOfSubject, subject).find((each) => each.id === id);
  if (added === undefined) throw new Error('the new attachment is not there');
  return { uid: added.uid };
}

/** The same files beside another thing; their bytes are kept once. */
export function copyFiles(
  from: AttachmentSubject,
  to: AttachmentSubject,
  context: Pick<WriteContext, 'db' | 'caller' | 'now'>,
): void {
  for (const { name, bytes, sha256, thumbnail } of context.db.all(attachmentsOfSubject, from))
    attachFile({ subject: to, name, bytes, sha256, thumbnail }, context);
}

/** The kept files of a subject, in the order in which they were added. */
export function filesOf(db: ReadStore, subject: AttachmentSubject) {
  return db.all(attachmentsOfSubject, subject);
}

export interface AttachmentContent {
  name: string;
  sha256: string;
  subject: AttachmentSubject;
  thumbnail: string | null;
}

/** Handlers that only the core itself calls. */
export const attachmentsForCore = {
  content({ uid }: { uid: string }, { db }: ReadContext): AttachmentContent {
    const { name, sha256, thumbnail, ...subject } = requireAttachment(db, uid);
    return { name, sha256, thumbnail, subject: { kind: subject.subject_kind, uid: subject.subject_uid } };
  },
};

function requireAttachment(db: ReadStore, uid: string) {
  const found = db.get(attachmentByUid, { uid });
  if (found === undefined) throw new AppError('notFound', { what: '这个附件' });
  return found;
}
