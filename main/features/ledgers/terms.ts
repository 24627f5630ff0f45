import type { ledgers as contract } from '#shared/contract/ledgers.ts';
import type { Term, WantedTerm } from '#shared/contract/terms.ts';
import { AppError } from '#shared/errors.ts';
import { columnOf, type LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { goneTerms, requireDistinctWords, type TermRecord, toTerm } from '#main/core/terms.ts';
import { ledgerQueries, termsOfList } from './queries.ts';

/** The office's own words, by key of the column that they are for. */
export function listTerms(db: ReadStore, definition: LedgerDefinition): Record<string, Term[]> {
  const lists = definition.columns.filter(({ kind }) => kind === 'term');
  return Object.fromEntries(
    lists.map(({ key: list }) => {
      const uses = usesOf(db, definition, list);
      const terms = db.all(termsOfList, { ledger: definition.key, list });
      return [list, terms.map((term) => ({ ...toTerm(term), usedBy: uses.get(term.id) ?? 0 }))];
    }),
  );
}

export const setTerms: Handlers<typeof contract>['setTerms'] = (
  { ledger, list, base, set },
  { db, summarize },
) => {
  const definition = ledgerOf(ledger);
  const { name } = columnOf(definition, list);
  const rows = db.all(termsOfList, { ledger, list });
  const changes = decidePatch<{ terms: WantedTerm[] }>({ terms: rows.map(toTerm) }, base, set);
  if (changes.terms !== undefined) writeWanted(changes.terms);
  summarize(`${definition.name}的${name} ${set.terms.length} 个`);
  return { count: set.terms.length };

  function writeWanted(wanted: readonly WantedTerm[]): void {
    requireDistinctWords(name, wanted);
    const uses = usesOf(db, definition, list);
    for (const row of goneTerms(rows, wanted)) {
      const count = uses.get(row.id) ?? 0;
      if (count > 0)
        throw new AppError('inUse', { what: `${name}“${row.name}”`, by: ` ${count} ${definition.unit}` });
      db.remove('ledger_term', row.id);
    }
    writeLines(db, { ledger, list }, rows, wanted);
  }
};

interface TermList {
  ledger: string;
  list: string;
}

function writeLines(
  db: WriteStore,
  ofList: TermList,
  rows: readonly TermRecord[],
  wanted: readonly WantedTerm[],
): void {
  for (const [index, { uid, name, aliases }] of wanted.entries()) {
    const columns = { name, aliases: JSON.stringify(aliases), position: index + 1 };
    const row = rows.find((each) => each.uid === uid);
    if (row !== undefined) db.update('ledger_term', row.id, columns);
    else if (uid === null) db.insert('ledger_term', { ...columns, ...ofList });
    else throw new AppError('notFound', { what: `“${name}”` });
  }
}

/** At the end of the list. @returns the uid of each by its name */
export function addTerms(db: WriteStore, ofList: TermList, names: readonly string[]): Map<string, string> {
  const last = Math.max(0, ...db.all(termsOfList, ofList).map(({ position }) => position));
  for (const [index, name] of names.entries())
    db.insert('ledger_term', { ...ofList, name, aliases: '[]', position: last + index + 1 });
  return new Map(db.all(termsOfList, ofList).map(({ name, uid }) => [name, uid]));
}

function usesOf(db: ReadStore, definition: LedgerDefinition, list: string): Map<number, number> {
  const query = ledgerQueries(definition).termUse.get(list);
  return new Map((query === undefined ? [] : db.all(query)).map(({ id, count }) => [id, count]));
}
