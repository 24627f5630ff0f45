import { randomUUID } from 'node:crypto';
import type { LibraryFields, library as contract } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import { numberKey, titleKey } from '#shared/rules/library/citations.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { entryColumnsOf } from './columns.ts';
import { entriesOfNumber, entriesOfTitle, type EntryRecord } from './queries.ts';
import { fieldsOf, requireEntry } from './rows.ts';

type Names = 'add' | 'correct' | 'remove';

/** The entries themselves; their clauses are changed by `clauses.ts`. */
export const entries: Pick<Handlers<typeof contract>, Names> = {
  add(fields, { db, now, summarize }) {
    requireSound(fields);
    refuseTwice(db, fields);
    summarize(fields.title);
    return { uid: insertEntry(db, fields, now).uid };
  },

  correct({ uid, base, set }, { db, summarize }) {
    const record = requireEntry(db, uid);
    const stored = fieldsOf(db, record);
    const wanted = { ...stored, ...decidePatch<LibraryFields>(stored, base, set) };
    requireSound(wanted);
    if (wanted.replacedByUid === uid)
      throw new AppError('badInput', { detail: '文件不能替代它自己，请另选一份', field: 'replacedByUid' });
    if (wanted.title !== record.title || wanted.number !== record.number) refuseTwice(db, wanted, uid);
    db.update('library_entry', record.id, { ...storedColumns(db, wanted) });
    summarize(wanted.title);
    return { uid };
  },

  remove({ uid }, { db, summarize }) {
    const record = requireEntry(db, uid);
    db.remove('library_entry', record.id);
    summarize(record.title);
    return { uid };
  },
};

export function insertEntry(
  db: WriteStore,
  fields: LibraryFields,
  now: number,
  receivedId: number | null = null,
): { id: number; uid: string } {
  const uid = randomUUID();
  const columns = { uid, ...storedColumns(db, fields), received_id: receivedId, created_at: now };
  return { id: db.insert('library_entry', columns), uid };
}

/** Entries of the same title or number. */
export function similarEntries(db: ReadStore, title: string, number: string): EntryRecord[] {
  const { key } = numberKey(number);
  const found = [
    ...(title === '' ? [] : db.all(entriesOfTitle, { key: titleKey(title) })),
    ...(key === '' ? [] : db.all(entriesOfNumber, { key }).filter((entry) => isSameYear(entry, number))),
  ];
  return [...new Map(found.map((entry) => [entry.id, entry])).values()];
}

function isSameYear(entry: EntryRecord, number: string): boolean {
  return numberKey(entry.number).year === numberKey(number).year;
}

function storedColumns(db: ReadStore, { replacedByUid, ...fields }: LibraryFields) {
  const replacedBy = replacedByUid === null ? null : requireEntry(db, replacedByUid).id;
  return { ...entryColumnsOf(fields), replaced_by_id: replacedBy };
}

function requireSound({ validity, replacedByUid, inForceFrom, inForceTo }: LibraryFields): void {
  if (replacedByUid !== null && validity !== 'replaced')
    throw new AppError('badInput', {
      detail: '选了替代它的文件，效力请选“被替代”；没有被替代的，请清空“由哪份文件替代”',
      field: 'validity',
    });
  if (inForceFrom !== null && inForceTo !== null && inForceTo < inForceFrom)
    throw new AppError('badInput', { detail: '失效日期不能早于施行日期，请核对', field: 'inForceTo' });
}

/** One order may carry several rules, and a title may come again in another year: only both together are the same. */
function refuseTwice(db: ReadStore, { title, number }: LibraryFields, ownUid?: string): void {
  const twin = similarEntries(db, title, number).find(
    (entry) =>
      entry.uid !== ownUid &&
      titleKey(entry.title) === titleKey(title) &&
      numberKey(entry.number).key === numberKey(number).key &&
      isSameYear(entry, number),
  );
  if (twin === undefined) return;
  const words = number === '' ? '都没有写文号，' : `文号也是“${number}”，`;
  throw new AppError('refused', {
    reason: `文件库里已有“${twin.title}”，${words}不能重复录入。请打开它修改，或把文号写清楚。`,
    field: 'number',
  });
}
