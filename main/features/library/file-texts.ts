import type { KeptFileTexts, library as contract } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import { textOfDocument } from '#shared/text-document.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { filesOf } from '#main/features/attachments/index.ts';
import { indexedDocument } from '#main/features/search/index.ts';
import { passagesOfEntry } from './queries.ts';
import { requireEntry } from './rows.ts';

/*
 * The words of attached files, so that searching finds them: passages beside the clauses, which belong to their file
 * and go with it. They are nothing that could be cited.
 */

const READABLE = /\.(?:docx|pdf|txt)$/iu;
/** Long enough that words at a break are few, short enough to be shown around what was found. */
const PASSAGE_CHARACTERS = 1_000;

/** Attached files that can be read, with whether their words are found already. */
export function readableFiles(
  db: ReadStore,
  { id, uid }: { id: number; uid: string },
): { uid: string; isRead: boolean }[] {
  const read = new Set(db.all(passagesOfEntry, { entryId: id }).map((passage) => passage.attachment_id));
  return filesOf(db, { kind: 'libraryEntry', uid })
    .filter(({ name }) => READABLE.test(name))
    .map((file) => ({ uid: file.uid, isRead: read.has(file.id) }));
}

export interface FileToRead {
  attachmentUid: string;
  path: string;
  name: string;
}

export interface ReadFileTexts {
  files: KeptFileTexts['files'];
  /** Why others could not be read. */
  problems: string[];
}

/** The job that reads them; stores nothing. One that cannot be read is no trouble for the others. */
export async function readFileTexts(files: readonly FileToRead[], job: JobContext): Promise<ReadFileTexts> {
  const done: ReadFileTexts = { files: [], problems: [] };
  for (const [place, { attachmentUid, path, name }] of files.entries()) {
    job.throwIfCancelled();
    job.progress(place / files.length, `读取“${name}”`);
    try {
      const text = textOfDocument(await job.readTextDocument(path));
      done.files.push({ attachmentUid, passages: passagesOf(text) });
    } catch (error) {
      job.throwIfCancelled();
      done.problems.push(`“${name}”没有读入：${error instanceof Error ? error.message : '读不出来'}`);
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
  { uid, files },
  { db, summarize },
) => {
  const entry = requireEntry(db, uid);
  const attached = filesOf(db, { kind: 'libraryEntry', uid });
  for (const { attachmentUid, passages } of files) {
    const file = attached.find((each) => each.uid === attachmentUid);
    if (file === undefined) throw new AppError('notFound', { what: '这份文件的附件' });
    for (const old of db.all(passagesOfEntry, { entryId: entry.id }))
      if (old.attachment_id === file.id) db.remove('library_clause', old.id);
    for (const [place, text] of passages.entries())
      db.insert('library_clause', {
        entry_id: entry.id,
        attachment_id: file.id,
        position: place + 1,
        number: '',
        heading: '',
        text,
        search_text: indexedDocument('', text),
      });
  }
  summarize(`${entry.title}：${files.length} 个附件`);
  return { uid };
};
