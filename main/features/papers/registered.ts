import type { PaperFilter, PaperSummary } from '#shared/contract/papers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { listPapers } from './list.ts';

const PAGE = 500;

/** What took a number, the last day first; a page at a time is in memory. */
export function* registeredPapers(db: ReadStore, filter: Omit<PaperFilter, 'view'>): Generator<PaperSummary> {
  let after: string | null = null;
  do {
    const asked = { ...filter, view: 'register', after, limit: PAGE } as const;
    const page: ReturnType<typeof listPapers> = listPapers(db, asked, null);
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
