import { localDay } from '#shared/calendar/days.ts';
import type { AttachmentSubject } from '#shared/contract/attachments.ts';
import type { ArchiveItem, ArchiveTarget } from '#main/core/archive/archive-part.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { attachmentsOfSubject } from './queries.ts';

/** Puts the files that are kept beside something into an archive. */
export async function archiveFilesOf(
  db: ReadStore,
  subject: AttachmentSubject,
  target: ArchiveTarget,
  item: Pick<ArchiveItem, 'below' | 'kind' | 'belongsTo'>,
): Promise<void> {
  for (const { name, note, sha256, added_at: addedAt } of db.all(attachmentsOfSubject, subject)) {
    const title = note === '' ? name : `${name}（${note}）`;
    await target.keep({ ...item, title, day: localDay(addedAt) }, { name, sha256 });
  }
}

export function hasFiles(db: ReadStore, subject: AttachmentSubject): boolean {
  return db.all(attachmentsOfSubject, subject).length > 0;
}
