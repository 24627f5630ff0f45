import type { FireWords, fireFigures as contract } from '#shared/contract/fire-figures.ts';
import type { WantedTerm } from '#shared/contract/terms.ts';
import { AppError } from '#shared/errors.ts';
import { type FireSplit, fireSplits, splitNames } from '#shared/rules/fire-figures/parts.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { goneTerms, requireDistinctWords, toTerm, writeTerms } from '#main/core/terms.ts';
import { type WordRecord, wordsOfAll, wordUse } from './queries.ts';

type Lists<Item> = { trade: Item[]; cause: Item[] };

export function wordsBySplit(db: ReadStore): Lists<WordRecord> {
  const all = db.all(wordsOfAll);
  const of = (split: FireSplit) => all.filter((word) => word.split === split);
  return { trade: of('trade'), cause: of('cause') };
}

export const wordHandlers: Pick<Handlers<typeof contract>, 'words' | 'setWords'> = {
  words(_, { db }): FireWords {
    const uses = usesOf(db);
    const { trade, cause } = wordsBySplit(db);
    const told = (rows: readonly WordRecord[]) =>
      rows.map((row) => ({ ...toTerm(row), usedBy: uses.get(row.id) ?? 0 }));
    return { trade: told(trade), cause: told(cause) };
  },

  setWords({ base, set }, { db, summarize }) {
    const rows = wordsBySplit(db);
    const stored = { trade: rows.trade.map(toTerm), cause: rows.cause.map(toTerm) };
    const changes = decidePatch<Lists<WantedTerm>>(stored, base, set);
    // A heading in a table has to tell which of the two it is.
    requireDistinctWords('场所或行业、起火原因', [...set.trade, ...set.cause]);
    for (const split of fireSplits) {
      const wanted = changes[split];
      if (wanted !== undefined) setList(db, split, rows[split], wanted);
    }
    summarize(`${splitNames.trade} ${set.trade.length} 个，${splitNames.cause} ${set.cause.length} 个`);
    return { count: set.trade.length + set.cause.length };
  },
};

function setList(
  db: WriteStore,
  split: FireSplit,
  rows: readonly WordRecord[],
  wanted: readonly WantedTerm[],
): void {
  const uses = usesOf(db);
  for (const row of goneTerms(rows, wanted)) {
    const count = uses.get(row.id) ?? 0;
    if (count > 0)
      throw new AppError('inUse', { what: `${splitNames[split]}“${row.name}”`, by: ` ${count} 条火灾数据` });
    db.remove('fire_word', row.id);
  }
  writeTerms(db, 'fire_word', rows, wanted, { split });
}

function usesOf(db: ReadStore): Map<number, number> {
  return new Map(db.all(wordUse).map(({ id, count }) => [id, count]));
}
