import type { ReceivedFilter, ReceivedPage } from '#shared/contract/received-papers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { matchOf } from '#main/features/search/index.ts';
import { receivedDone, receivedOfAll, receivedOpen, type ReceivedRow } from './queries.ts';
import { entriesOf, toSummary } from './rows.ts';

const queries = { open: receivedOpen, done: receivedDone, all: receivedOfAll };
const LAST_DAY = '9999-12-31';

interface Asked extends ReceivedFilter {
  after: string | null;
  limit: number;
}

/** Rows of one view from a place on, the last day first. */
export function listReceived(db: ReadStore, asked: Asked): ReceivedPage {
  const { view, year, text, after, limit } = asked;
  const [beforeDay = '', beforeId = ''] = after?.split(' ') ?? [LAST_DAY, String(Number.MAX_SAFE_INTEGER)];
  const [firstDay, lastDay] = year === null ? ['', LAST_DAY] : [`${year}-01-01`, `${year}-12-31`];
  const asking = {
    text: matchOf(text),
    firstDay,
    lastDay,
    beforeDay,
    beforeId: Number(beforeId),
    limit: limit + 1,
  };
  const rows = db.all(queries[view], asking);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => toSummary(row, entriesOf(db, row.id))),
    next: rows.length > limit && last !== undefined ? keyOf(last) : null,
  };
}

/** All that came in during the time, the first day first. */
export function receivedBetween(db: ReadStore, { from, to }: { from: string; to: string }): ReceivedRow[] {
  const all = { text: '', beforeDay: LAST_DAY, beforeId: Number.MAX_SAFE_INTEGER, limit: -1 };
  return db.all(receivedOfAll, { ...all, firstDay: from, lastDay: to }).toReversed();
}

function keyOf(row: ReceivedRow): string {
  return `${row.received_on} ${row.id}`;
}
