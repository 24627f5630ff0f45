import type { SeenTerm, SiteTerms, WantedTerm } from '#shared/contract/key-sites.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { allKinds, allTrades, kindUse, type KindRecord, tradeUse, type TradeRecord } from './queries.ts';

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
export function requireTrade(db: ReadStore, uid: string): TradeRecord {
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

/** By every word that means it in a table. */
export function termIndex<Record extends TradeRecord>(records: readonly Record[]): Map<string, Record> {
  return new Map(
    records.flatMap((record) =>
      [...aliasesOf(record), record.name].map((word) => [word.toLowerCase(), record] as const),
    ),
  );
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
  for (const row of goneOf(rows, wanted)) {
    refuseUsed(`行业“${row.name}”`, uses.get(row.id));
    db.remove('site_trade', row.id);
  }
  writeTerms(db, 'site_trade', rows, wanted, {});
}

function setKinds(db: WriteStore, wanted: readonly WantedTerm[]): void {
  requireDistinctWords('类别', wanted);
  const rows = db.all(allKinds);
  const uses = usesOf(db, kindUse);
  for (const row of goneOf(rows, wanted)) {
    if (row.role !== 'other')
      throw new AppError('refused', { reason: `“${row.name}”要用来统计督查覆盖面，可以改名，不能删除。` });
    refuseUsed(`类别“${row.name}”`, uses.get(row.id));
    db.remove('site_kind', row.id);
  }
  writeTerms(db, 'site_kind', rows, wanted, { role: 'other' });
}

function writeTerms(
  db: WriteStore,
  table: 'site_trade' | 'site_kind',
  rows: readonly TradeRecord[],
  wanted: readonly WantedTerm[],
  whenNew: { role?: string },
): void {
  for (const [index, { uid, name, aliases }] of wanted.entries()) {
    const columns = { name, aliases: JSON.stringify(aliases), position: index + 1 };
    const row = rows.find((each) => each.uid === uid);
    if (row !== undefined) db.update(table, row.id, columns);
    else if (uid === null) db.insert(table, { ...columns, ...whenNew });
    else throw new AppError('notFound', { what: `“${name}”` });
  }
}

function goneOf<Record extends TradeRecord>(
  rows: readonly Record[],
  wanted: readonly WantedTerm[],
): Record[] {
  const kept = new Set(wanted.map(({ uid }) => uid));
  return rows.filter(({ uid }) => !kept.has(uid));
}

function refuseUsed(what: string, count = 0): void {
  if (count > 0) throw new AppError('inUse', { what, by: ` ${count} 个单位` });
}

/** A word in a table must mean one term only. */
function requireDistinctWords(what: string, wanted: readonly WantedTerm[]): void {
  const seen = new Set<string>();
  for (const word of wanted.flatMap(({ name, aliases }) => [name, ...new Set(aliases)])) {
    if (seen.has(word)) throw new AppError('duplicate', { what: `${what}的名称或别称`, value: word });
    seen.add(word);
  }
}

function usesOf(db: ReadStore, query: typeof tradeUse): Map<number, number> {
  return new Map(db.all(query).map(({ id, count }) => [id, count]));
}

function toTerm(row: TradeRecord): SeenTerm {
  return { uid: row.uid, name: row.name, aliases: aliasesOf(row) };
}

function aliasesOf({ aliases }: TradeRecord): string[] {
  const list: unknown = JSON.parse(aliases);
  return Array.isArray(list) ? list.filter((alias) => typeof alias === 'string') : [];
}
