import { randomUUID } from 'node:crypto';
import type { ReceivedEntryKind, receivedPapers as contract } from '#shared/contract/received-papers.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { entriesOfReceived, type ReceivedRow } from './queries.ts';
import { requireEntry, requireReceived } from './rows.ts';

type Names = 'addEntries' | 'correctEntry' | 'removeEntry' | 'finish' | 'reopen';

const names: Readonly<Record<ReceivedEntryKind, string>> = {
  proposal: '拟办',
  instruction: '批示',
  circulation: '传阅',
  result: '办理结果',
};

/** 拟办, 批示, 传阅 and 办理结果 of a received paper. */
export const entries: Pick<Handlers<typeof contract>, Names> = {
  addEntries({ uid, kind, persons, day, text }, { db, summarize }) {
    const row = requireReceived(db, uid);
    if (kind === 'circulation' && persons.length === 0) {
      throw new AppError('refused', { reason: '请填写传阅给谁。' });
    }
    if (kind !== 'circulation' && text === '') {
      throw new AppError('refused', { reason: `请填写${names[kind]}的内容。` });
    }
    const people = persons.length === 0 ? [''] : persons;
    const uids = people.map((person) => insertEntry(db, row, { kind, person, day, text }));
    summarize(`${row.title}：${names[kind]}`);
    return { uids };
  },

  correctEntry({ uid, base, set }, { db, summarize }) {
    const row = requireEntry(db, uid);
    const stored = { person: row.person, day: row.day, readOn: row.read_on, text: row.text };
    const corrected = { ...stored, ...decidePatch(stored, base, set) };
    if (corrected.readOn !== null && corrected.readOn < corrected.day) {
      throw new AppError('refused', { reason: '阅毕日期不能早于送阅日期，请核对。', field: 'readOn' });
    }
    if (corrected.readOn !== null && row.kind !== 'circulation') {
      throw new AppError('refused', { reason: '只有传阅才登记阅毕日期。' });
    }
    db.update('received_entry', row.id, {
      person: corrected.person,
      day: corrected.day,
      read_on: corrected.readOn,
      text: corrected.text,
    });
    summarize(`${names[row.kind]} ${corrected.person}`.trim());
    return { uid };
  },

  removeEntry({ uid }, { db, summarize }) {
    const row = requireEntry(db, uid);
    db.remove('received_entry', row.id);
    summarize(`${names[row.kind]} ${row.person}`.trim());
    return { uid };
  },

  finish({ uid, day, result }, { db, summarize }) {
    const row = requireReceived(db, uid);
    if (row.status === 'done') throw new AppError('refused', { reason: '这份收文已经办结了。' });
    if (day < row.received_on)
      throw new AppError('refused', { reason: '办结日期不能早于收文日期。', field: 'day' });
    insertEntry(db, row, { kind: 'result', person: '', day, text: result });
    db.update('received_paper', row.id, { status: 'done', done_on: day });
    summarize(row.title);
    return { uid };
  },

  reopen({ uid }, { db, summarize }) {
    const row = requireReceived(db, uid);
    if (row.status === 'open') throw new AppError('refused', { reason: '这份收文还没有办结。' });
    db.update('received_paper', row.id, { status: 'open', done_on: null });
    summarize(row.title);
    return { uid };
  },
};

interface NewEntry {
  kind: ReceivedEntryKind;
  person: string;
  day: string;
  text: string;
}

export function insertEntry(db: WriteStore, row: Pick<ReceivedRow, 'id'>, entry: NewEntry): string {
  const uid = randomUUID();
  const last = db.all(entriesOfReceived, { receivedId: row.id }).at(-1)?.position ?? 0;
  db.insert('received_entry', { uid, received_id: row.id, position: last + 1, ...entry });
  return uid;
}
