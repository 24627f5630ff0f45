import { hash } from 'node:crypto';
import { HEADING_ROWS, headingWord } from '#shared/rules/tables/headings.ts';
import type { Mapping, TableForm } from '#shared/rules/tables/form.ts';
import type { TableRow } from '#shared/rules/tables/row-texts.ts';
import { defineQuery, defineStatement, text } from '../store/query.ts';
import type { ReadStore } from '../store/read-store.ts';
import type { WriteStore } from '../store/write-store.ts';

/* Forms are known again by the words of their headings. */

const columns = { mapping: text };

const formByDigest = defineQuery<typeof columns, { list: string; digest: string }>({
  name: 'store.importForm',
  sql: 'SELECT mapping FROM import_form WHERE list = @list AND digest = @digest',
  columns,
});

const putForm = defineStatement<{ list: string; digest: string; mapping: string }>({
  name: 'store.putImportForm',
  sql: `INSERT INTO import_form (list, digest, mapping) VALUES (@list, @digest, @mapping)
    ON CONFLICT (list, digest) DO UPDATE SET mapping = excluded.mapping`,
});

function digestOf(headings: readonly string[]): string {
  return hash('sha256', JSON.stringify(headings.map(headingWord)));
}

/** How the columns under these headings were taken last; null: never. */
export function rememberedMapping(db: ReadStore, list: string, headings: readonly string[]): Mapping | null {
  const row = db.get(formByDigest, { list, digest: digestOf(headings) });
  // Written below, in this form.
  return row === undefined ? null : (JSON.parse(row.mapping) as Mapping);
}

/** The first row by whose words a form is known. */
export function rememberedForm(db: ReadStore, list: string, rows: readonly TableRow[]): TableForm | null {
  for (const { row, cells } of rows.slice(0, HEADING_ROWS)) {
    const mapping = rememberedMapping(db, list, cells);
    if (mapping !== null) return { headingRow: row, mapping };
  }
  return null;
}

export function rememberForm(
  db: WriteStore,
  list: string,
  headings: readonly string[],
  mapping: Mapping,
): void {
  db.run(putForm, { list, digest: digestOf(headings), mapping: JSON.stringify(mapping) });
}
