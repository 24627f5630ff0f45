import type { LibraryFields, LibraryLink } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import { type Standing, standingOn } from '#shared/rules/library/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type ClauseRecord, clauseByUid, entryById, entryByUid, type EntryRecord } from './queries.ts';

/** @throws AppError notFound */
export function requireEntry(db: ReadStore, uid: string): EntryRecord {
  const record = db.get(entryByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这份文件' });
  return record;
}

/** @throws AppError notFound */
export function requireClause(db: ReadStore, uid: string): ClauseRecord {
  const record = db.get(clauseByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个条款' });
  return record;
}

export function fieldsOf(db: ReadStore, record: EntryRecord): LibraryFields {
  const { title, number, issuer, level, validity, subjects, abstract } = record;
  return {
    title,
    number,
    issuer,
    level,
    issuedOn: record.issued_on,
    inForceFrom: record.in_force_from,
    inForceTo: record.in_force_to,
    validity,
    replacedByUid: replacementOf(db, record)?.uid ?? null,
    subjects,
    abstract,
  };
}

export function standingOf(record: EntryRecord, today: string): Standing {
  const { validity, in_force_from: inForceFrom, in_force_to: inForceTo } = record;
  return standingOn({ validity, inForceFrom, inForceTo }, today);
}

export function linkOf({ uid, title, number }: EntryRecord): LibraryLink {
  return { uid, title, number };
}

export function replacementOf(db: ReadStore, { replaced_by_id: id }: EntryRecord): LibraryLink | null {
  const record = id === null ? undefined : db.get(entryById, { id });
  return record === undefined ? null : linkOf(record);
}
