import type { SiteTerms } from '#shared/contract/key-sites.ts';
import type { SeenTerm, WantedTerm } from '#shared/contract/terms.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { goneTerms, requireDistinctWords, type TermRecord, toTerm, writeTerms } from '#main/core/terms.ts';
import { allKinds, allTrades, kindUse, type KindRecord, tradeUse } from './queries.ts';

/** Trades and kinds as the office has them. */
export function listTerms(db: ReadStore): SiteTerms {
  const [ofTrade, ofKind] = [usesOf(db, tradeUse), usesOf(db, kindUse)];
  return {
    trades: db.all(allTrades).map((row) => ({ ...toTerm(row), usedBy: ofTrade.get(row.id) ?? 0 })),
    kinds: db.all(allKinds).map((row) => ({
      ...toTerm(row),
      role: row.role,
      usedBy: ofKind.get(row.id) ?? 0,
    })),
  };
}

/** @throws AppError notFound */
export function requireTrade(db: ReadStore, uid: string): TermRecord {
  const row = db.all(allTrades).find((trade) => trade.uid === uid);
  if (row === undefined) throw new AppError('notFound', { what: '所选的行业' });
  return row;
}

/** @throws AppError notFound */
export function requireKind(db: ReadStore, uid: string): KindRecord {
  const row = db.all(allKinds).find((kind) => kind.uid === uid);
  if (row === undefined) throw new AppError('notFound', { what: '所选的类别' });
  return row;
}

/** A type, not an interface: a patch is decided over fields by name. */
type Lists<Term> = { trades: Term[]; kinds: Term[] };

/** Both lists as the office wants them; what sites still have stays. */
export function setTerms(
  { base, set }: { base: Lists<SeenTerm>; set: Lists<WantedTerm> },
  { db, summarize }: WriteContext,
): { count: number } {
  // Each list is one field: two clerks at it at the same time see each other's.
  const stored = { trades: db.all(allTrades).map(toTerm), kinds: db.all(allKinds).map(toTerm) };
  const changes = decidePatch<Lists<WantedTerm>>(stored, base, set);
  if (changes.trades !== undefined) setTrades(db, changes.trades);
  if (changes.kinds !== undefined) setKinds(db, changes.kinds);
  summarize(`行业 ${set.trades.length} 个，类别 ${set.kinds.length} 个`);
  return { count: set.trades.length + set.kinds.length };
}

function setTrades(db: WriteStore, wanted: readonly WantedTerm[]): void {
  requireDistinctWords('行业', wanted);
  const rows = db.all(allTrades);
  const uses = usesOf(db, tradeUse);
  for (const row of goneTerms(rows, wanted)) {
    refuseUsed(`行业“${row.name}”`, uses.get(row.id));
    db.remove('site_trade', row.id);
  }
  writeTerms(db, 'site_trade', rows, wanted);
}

function setKinds(db: WriteStore, wanted: readonly WantedTerm[]): void {
  requireDistinctWords('类别', wanted);
  const rows = db.all(allKinds);
  const uses = usesOf(db, kindUse);
  for (const row of goneTerms(rows, wanted)) {
    if (row.role !== 'other')
      throw new AppError('refused', { reason: `“${row.name}”要用来统计督查覆盖面，可以改名，不能删除。` });
    refuseUsed(`类别“${row.name}”`, uses.get(row.id));
    db.remove('site_kind', row.id);
  }
  writeTerms(db, 'site_kind', rows, wanted, { role: 'other' });
}

function refuseUsed(what: string, count = 0): void {
  if (count > 0) throw new AppError('inUse', { what, by: ` ${count} 个单位` });
}

function usesOf(db: ReadStore, query: typeof tradeUse): Map<number, number> {
  return new Map(db.all(query).map(({ id, count }) => [id, count]));
}
