import type {
  PaperFilter,
  PaperPage,
  papers as contract,
  PaperSummary,
  PaperView,
} from '#shared/contract/papers.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { matchOf } from '#main/features/search/index.ts';
import { requireKind } from './kinds.ts';
import {
  countByStatus,
  countMine,
  papersOfAll,
  papersOfMine,
  papersOfRegister,
  papersOfStatus,
  papersOfSubjectRows,
  type SummaryRow,
} from './list-queries.ts';
import { toSummary } from './rows.ts';

const FIRST_ID = Number.MAX_SAFE_INTEGER;
const LAST_DAY = '9999-12-31';

interface Asked extends PaperFilter {
  after: string | null;
  limit: number;
}

/** Rows of one view from a place on; the place is that of the last row shown, so that pages never shift. */
export function listPapers(db: ReadStore, asked: Asked, userUid: string | null): PaperPage {
  const rows = rowsOf(db, { ...asked, limit: asked.limit + 1 }, userUid);
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > asked.limit && last !== undefined;
  return { rows: shown.map(toSummary), next: hasMore ? keyOf(last) : null };
}

function rowsOf(
  db: ReadStore,
  { view, kind, year, text, after, limit }: Asked,
  userUid: string | null,
): SummaryRow[] {
  const { day: beforeDay, id: beforeId } = readKey(after);
  const filter = {
    kindId: kind === null ? null : requireKind(db, { code: kind }).id,
    text: matchOf(text),
    beforeId,
    limit,
  };
  switch (view) {
    case 'all':
      return db.all(papersOfAll, filter);
    case 'mine':
      return db.all(papersOfMine, { ...filter, userUid });
    case 'register': {
      const [firstDay, lastDay] = year === null ? ['', LAST_DAY] : [`${year}-01-01`, `${year}-12-31`];
      return db.all(papersOfRegister, { ...filter, firstDay, lastDay, beforeDay });
    }
    default:
      return db.all(papersOfStatus, { ...filter, status: view });
  }
}

function keyOf(row: SummaryRow): string {
  return `${row.issued_on ?? row.signed_on ?? ''} ${row.id}`;
}

function readKey(after: string | null): { day: string; id: number } {
  const [day = '', id = ''] = after?.split(' ') ?? [];
  return after === null ? { day: LAST_DAY, id: FIRST_ID } : { day, id: Number(id) };
}

/** Everything that took a number and was issued, or else signed, in the time; the first day first. */
export function registeredBetween(db: ReadStore, { from, to }: { from: string; to: string }): PaperSummary[] {
  const page = { beforeDay: LAST_DAY, beforeId: FIRST_ID, limit: -1 };
  return db
    .all(papersOfRegister, { kindId: null, text: '', firstDay: from, lastDay: to, ...page })
    .map(toSummary)
    .toReversed();
}

type Names = 'list' | 'counts' | 'ofSubject';

export const paperLists: Pick<Handlers<typeof contract>, Names> = {
  list: (asked, { db, caller }) => listPapers(db, asked, caller.userUid),

  counts(_input, { db, caller }) {
    const counts: Record<Exclude<PaperView, 'register'>, number> = {
      all: 0,
      mine: db.get(countMine, { userUid: caller.userUid })?.count ?? 0,
      draft: 0,
      review: 0,
      signing: 0,
      signed: 0,
      issued: 0,
      void: 0,
    };
    for (const { status, count } of db.all(countByStatus)) {
      counts.all += count;
      if (status in counts) counts[status as keyof typeof counts] = count;
    }
    return counts;
  },

  ofSubject: ({ kind, uid }, { db }) => papersOfSubject(db, kind, uid),
};

/** Papers that were made for a meeting, a task, a roster change …, the oldest first. */
export function papersOfSubject(db: ReadStore, kind: string, uid: string) {
  return db.all(papersOfSubjectRows, { kind, uid }).map(toSummary);
}
