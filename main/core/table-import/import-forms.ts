import { hash } from 'node:crypto';
import { HEADING_ROWS, headingWord } from '#shared/rules/tables/headings.ts';
import { type Mapping, mappingByWords, type TableForm } from '#shared/rules/tables/form.ts';
import type { ListColumns } from '#shared/rules/tables/list-columns.ts';
import type { TableRow } from '#shared/rules/tables/row-texts.ts';
import { defineQuery, defineStatement, text } from '../store/query.ts';
import type { ReadStore } from '../store/read-store.ts';
import type { WriteStore } from '../store/write-store.ts';

/* Forms are known again by the words of their headings. */

const formColumns = { mapping: text };

const formByDigest = defineQuery<typeof formColumns, { list: string; digest: string }>({
  name: 'store.importForm',
  sql: 'SELECT mapping FROM import_form WHERE list = @list AND digest = @digest',
  columns: formColumns,
});

const putForm = defineStatement<{ list: string; digest: string; mapping: string }>({
  name: 'store.putImportForm',
  sql: `INSERT INTO import_form (list, digest, mapping) VALUES (@list, @digest, @mapping)
    ON CONFLICT (list, digest) DO UPDATE SET mapping = excluded.mapping`,
});

function digestOf(headings: readonly string[]): string {
  return hash('sha256', JSON.stringify(headings.map(headingWord)));
}

/** In place of a meaning: the column was known by its words, and still not wanted. */
const NOT_WANTED = '';

/**
 * How the columns under these headings were taken last; null: never. What had no meaning then may have one by now: the
 * office's own words are columns of some lists.
 */
export function rememberedMapping<Meaning extends string>(
  db: ReadStore,
  list: string,
  headings: readonly string[],
  columns: ListColumns<Meaning>,
): Mapping | null {
  const row = db.get(formByDigest, { list, digest: digestOf(headings) });
  if (row === undefined) return null;
  // Written below, in this form.
  const remembered = (JSON.parse(row.mapping) as Mapping).map((meaning) =>
    meaning === null || meaning === NOT_WANTED || Object.hasOwn(columns, meaning) ? meaning : null,
  );
  const today = mappingByWords(headings, columns);
  return remembered.map((meaning, place) => {
    if (meaning !== null) return meaning === NOT_WANTED ? null : meaning;
    const now = today[place] ?? null;
    return remembered.includes(now) ? null : now;
  });
}

/** The first row by whose words a form is known. */
export function rememberedForm<Meaning extends string>(
  db: ReadStore,
  list: string,
  rows: readonly TableRow[],
  columns: ListColumns<Meaning>,
): TableForm | null {
  for (const { row, cells } of rows.slice(0, HEADING_ROWS)) {
    const mapping = rememberedMapping(db, list, cells, columns);
    if (mapping !== null) return { headingRow: row, mapping };
  }
  return null;
}

export function rememberForm<Meaning extends string>(
  db: WriteStore,
  list: { key: string; columns: (db: ReadStore) => ListColumns<Meaning> },
  headings: readonly string[],
  mapping: Mapping,
): void {
  const byWords = mappingByWords(headings, list.columns(db));
  const remembered = mapping.map(
    (meaning, place) => meaning ?? ((byWords[place] ?? null) === null ? null : NOT_WANTED),
  );
  db.run(putForm, { list: list.key, digest: digestOf(headings), mapping: JSON.stringify(remembered) });
}
