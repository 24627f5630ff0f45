import { randomUUID } from 'node:crypto';
import type { papers as contract, PaperSubject } from '#shared/contract/papers.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireKind, requireSeries } from './kinds.ts';
import { numberOf, requireFree } from './numbers.ts';
import { type KindRow, numberOfPaper, type PaperRow, type SeriesRow } from './queries.ts';
import { requirePaper } from './rows.ts';
import { searchText } from './search-text.ts';

type Names = 'enterEarlier' | 'correctEarlier' | 'removeEarlier';

type EarlierPaper = {
  title: string;
  addressee: string;
  serial: number;
  issuedOn: string;
};

/** Papers issued before the program: register and numbers know them, the series goes on after the highest. */
export const earlierPapers: Pick<Handlers<typeof contract>, Names> = {
  enterEarlier({ kind: code, seriesUid, items }, context) {
    const { db, summarize } = context;
    const kind = requireKind(db, { code });
    const series = requireSeries(db, { uid: seriesUid });
    const uids = items.map((item) => enterEarlierPaper(context, { kind, series }, item, null).uid);
    summarize(`${series.name}${items.length}份`);
    return { uids };
  },

  correctEarlier({ uid, base, set }, context) {
    const { db, now, summarize } = context;
    const row = requireEarlier(db, uid);
    const number = requireNumber(db, row);
    const stored: EarlierPaper = {
      title: row.title,
      addressee: row.addressee,
      serial: number.serial,
      issuedOn: row.issued_on ?? '',
    };
    const corrected = { ...stored, ...decidePatch(stored, base, set) };
    const series = requireSeries(db, { id: number.series_id });
    const wanted = numberOf(db, series, corrected.serial, corrected.issuedOn);
    if (wanted.serial !== number.serial || wanted.year !== number.year) {
      freeNumber(context, series, corrected);
      db.update('paper_number', number.id, { ...wanted });
    }
    const text = wanted.serial === number.serial && wanted.year === number.year ? number.text : wanted.text;
    db.update('paper', row.id, { ...columnsOf(corrected, text), updated_at: now });
    summarize(`${text} ${corrected.title}`);
    return { uid };
  },

  removeEarlier({ uid }, { db, summarize }) {
    const row = requireEarlier(db, uid);
    db.remove('paper_number', requireNumber(db, row).id);
    db.remove('paper', row.id);
    summarize(`${row.number_text} ${row.title}`);
    return { uid };
  },
};

/**
 * An issued paper of which the program has no text, with its number.
 * @throws AppError refused for a day ahead, duplicate where the number is taken
 */
export function enterEarlierPaper(
  context: WriteContext,
  { kind, series }: { kind: KindRow; series: SeriesRow },
  item: EarlierPaper,
  subject: PaperSubject | null,
): { id: number; uid: string } {
  const { db, now, caller } = context;
  const number = freeNumber(context, series, item);
  const uid = randomUUID();
  const id = db.insert('paper', {
    uid,
    kind_id: kind.id,
    origin: 'earlier',
    status: 'issued',
    ...columnsOf(item, number.text),
    series_id: series.id,
    subject_kind: subject?.kind ?? null,
    subject_uid: subject?.uid ?? null,
    drafted_by: caller.userName,
    drafter_uid: caller.userUid,
    created_at: now,
    updated_at: now,
  });
  db.insert('paper_number', {
    series_id: series.id,
    ...number,
    paper_id: id,
    source: 'entered',
    status: 'used',
    taken_at: now,
    taken_by: caller.userName,
  });
  return { id, uid };
}

function columnsOf({ title, addressee, issuedOn }: EarlierPaper, number: string) {
  return {
    title,
    addressee,
    number_text: number,
    search_text: searchText({ title, number, addressee }),
    signed_on: issuedOn,
    issued_on: issuedOn,
  };
}

function freeNumber({ db, today }: WriteContext, series: SeriesRow, item: EarlierPaper) {
  if (item.issuedOn > today) {
    throw new AppError('refused', {
      reason: `“${item.title}”的印发日期 ${item.issuedOn} 还没有到，请核对。`,
    });
  }
  const number = numberOf(db, series, item.serial, item.issuedOn);
  requireFree(db, series, number);
  return number;
}

function requireEarlier(db: ReadStore, uid: string): PaperRow {
  const row = requirePaper(db, uid);
  if (row.origin === 'earlier' && row.status === 'issued') return row;
  throw new AppError('refused', { reason: '只有补录的公文可以这样改。' });
}

function requireNumber(db: ReadStore, row: PaperRow) {
  const number = db.get(numberOfPaper, { paperId: row.id });
  if (number === undefined) throw new AppError('notFound', { what: '它的文号' });
  return number;
}
