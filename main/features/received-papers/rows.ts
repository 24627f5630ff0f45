import type { ReceivedDetail, ReceivedEntry, ReceivedSummary } from '#shared/contract/received-papers.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { entriesOfReceived, entryByUid, type EntryRow, receivedByUid, type ReceivedRow } from './queries.ts';

/** @throws AppError notFound */
export function requireReceived(db: ReadStore, uid: string): ReceivedRow {
  const row = db.get(receivedByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '该收文' });
  return row;
}

/** @throws AppError notFound */
export function requireEntry(db: ReadStore, uid: string): EntryRow {
  const row = db.get(entryByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这条办理记录' });
  return row;
}

export function entriesOf(db: ReadStore, receivedId: number): ReceivedEntry[] {
  return db.all(entriesOfReceived, { receivedId }).map((entry) => ({
    uid: entry.uid,
    kind: entry.kind,
    person: entry.person,
    day: entry.day,
    readOn: entry.read_on,
    text: entry.text,
  }));
}

export function toSummary(row: ReceivedRow, entries: readonly ReceivedEntry[]): ReceivedSummary {
  return {
    uid: row.uid,
    year: row.year,
    serial: row.serial,
    sender: row.sender,
    theirNumber: row.their_number,
    title: row.title,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    status: row.status,
    doneOn: row.done_on,
    unread: entries
      .filter(({ kind, readOn }) => kind === 'circulation' && readOn === null)
      .map(({ person }) => person),
  };
}

export function detailOf(db: ReadStore, uid: string): ReceivedDetail {
  const row = requireReceived(db, uid);
  const entries = entriesOf(db, row.id);
  return {
    ...toSummary(row, entries),
    urgency: row.urgency,
    secrecy: row.secrecy,
    copies: row.copies,
    note: row.note,
    registeredBy: row.registered_by,
    entries,
  };
}

/** As it stands in lists. */
export function entryText({ kind, person, day, readOn, text }: ReceivedEntry): string {
  if (kind === 'circulation') return `${person} ${readOn ?? '未阅'}`;
  return [person, text, day].filter((part) => part !== '').join(' ');
}
