import type { KeptFileTexts, library as contract, LibraryFile } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import { textOfDocument } from '#shared/text-document.ts';
import { TextDocumentError } from '#main/core/documents/read/text-document-error.ts';
import type { WorkbookErrorCode } from '#main/core/excel/read/workbook-error.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { filesOf } from '#main/features/attachments/index.ts';
import { indexedDocument } from '#main/features/search/index.ts';
import { dropUnread, passagesOfEntry, putUnread, unreadOfEntry, untriedFiles } from './queries.ts';
import { requireEntry } from './rows.ts';

/*
 * The words of attached files, so that searching finds them: passages beside the clauses, which belong to their file
 * and go with it. They are nothing that could be cited.
 */

const READABLE = /\.(?:docx|pdf|txt)$/iu;
/** Long enough that words at a break are few, short enough to be shown around what was found. */
const PASSAGE_CHARACTERS = 1_000;

export function readableFiles(db: ReadStore, { id, uid }: { id: number; uid: string }): LibraryFile[] {
  const read = new Set(db.all(passagesOfEntry, { entryId: id }).map((passage) => passage.attachment_id));
  const reasons = new Map(db.all(unreadOfEntry, { uid }).map((row) => [row.attachment_id, row.reason]));
  return filesOf(db, { kind: 'libraryEntry', uid })
    .filter(({ name }) => READABLE.test(name))
    .map((file) => ({
      uid: file.uid,
      name: file.name,
      isRead: read.has(file.id),
      problem: reasons.get(file.id) ?? null,
    }));
}

export interface UntriedFile {
  id: number;
  entryUid: string;
  attachmentUid: string;
}

/** Handlers that only the core itself calls. */
export const libraryForCore = {
  /** Some of them, from the one after that id. */
  untriedFiles: (input: { after: number }, { db }: ReadContext): UntriedFile[] =>
    db
      .all(untriedFiles, input)
      .map((row) => ({ id: row.id, entryUid: row.entry_uid, attachmentUid: row.uid })),
};

export interface FileToRead {
  attachmentUid: string;
  path: string;
  name: string;
}

export interface ReadFileTexts {
  files: KeptFileTexts['files'];
  /** mayDoAgain: it was not for the file; the same may be read another time, and the reason is not kept. */
  unread: (KeptFileTexts['unread'][number] & { mayDoAgain: boolean })[];
}

const passing: readonly WorkbookErrorCode[] = [
  'too-slow',
  'out-of-memory',
  'reader-failed',
  'unreadable-file',
];

const NO_WORDS = '里面没有文字';

/** The job that reads them; stores nothing. One that cannot be read is no trouble for the others. */
export async function readFileTexts(files: readonly FileToRead[], job: JobContext): Promise<ReadFileTexts> {
  const done: ReadFileTexts = { files: [], unread: [] };
  for (const [place, { attachmentUid, path, name }] of files.entries()) {
    job.throwIfCancelled();
    job.progress(place / files.length, `读取“${name}”`);
    try {
      const passages = passagesOf(textOfDocument(await job.readTextDocument(path)));
      if (passages.length > 0) done.files.push({ attachmentUid, passages });
      else done.unread.push({ attachmentUid, reason: NO_WORDS, mayDoAgain: false });
    } catch (error) {
      job.throwIfCancelled();
      const isKnown = error instanceof TextDocumentError;
      const reason = isKnown ? error.message : '读不出来';
      done.unread.push({ attachmentUid, reason, mayDoAgain: isKnown && passing.includes(error.code) });
    }
  }
  return done;
}

/** Whole lines, as many as make a passage; a longer line is cut. */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  let passage = '';
  for (const line of text.split('\n'))
    for (let from = 0; from < Math.max(1, line.length); from += PASSAGE_CHARACTERS) {
      const part = line.slice(from, from + PASSAGE_CHARACTERS);
      if (passage !== '' && passage.length + part.length > PASSAGE_CHARACTERS) {
        passages.push(passage);
        passage = '';
      }
      passage = passage === '' ? part : `${passage}\n${part}`;
    }
  return passage === '' ? passages : [...passages, passage];
}

export const keepFileTexts: Handlers<typeof contract>['keepFileTexts'] = (
  { uid, files, unread },
  { db, summarize },
) => {
  const entry = requireEntry(db, uid);
  const attached = filesOf(db, { kind: 'libraryEntry', uid });
  const idOf = (attachmentUid: string): number => {
    const file = attached.find((each) => each.uid === attachmentUid);
    if (file === undefined) throw new AppError('notFound', { what: '这份文件的附件' });
    return file.id;
  };
  for (const { attachmentUid, reason } of unread)
    db.run(putUnread, { attachmentId: idOf(attachmentUid), reason });
  for (const { attachmentUid, passages } of files) {
    const id = idOf(attachmentUid);
    db.run(dropUnread, { attachmentId: id });
    for (const old of db.all(passagesOfEntry, { entryId: entry.id }))
      if (old.attachment_id === id) db.remove('library_clause', old.id);
    for (const [place, text] of passages.entries())
      db.insert('library_clause', {
        entry_id: entry.id,
        attachment_id: id,
        position: place + 1,
        number: '',
        heading: '',
        text,
        search_text: indexedDocument('', text),
      });
  }
  const failed = unread.length === 0 ? '' : `，${unread.length} 个读不出`;
  summarize(`${entry.title}：${files.length} 个附件${failed}`);
  return { uid };
};
