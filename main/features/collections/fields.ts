import type { FieldKind, FieldValue } from '#shared/rules/foreign-forms/fields.ts';
import {
  type CollectedColumn,
  type ColumnKind,
  numberKinds,
  plainHeading,
  type RowValues,
} from '#shared/rules/collections/definition.ts';
import { showValue } from '#shared/rules/collections/show-value.ts';
import { addDecimals } from '#shared/rules/collections/sums.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  type FieldSource,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allCollections, collectedRows, type CollectionRow } from './queries.ts';
import { definitionOf, originOf } from './rows.ts';

/*
 * What was collected in tables of the clerk's own, for forms of other offices: of collections that were due in the
 * time. Columns are known by their headings, so that the collection of the next quarter fills the same form.
 */

interface Collected {
  title: string;
  columns: readonly CollectedColumn[];
  rows: readonly { unit: string; values: RowValues }[];
}

interface ToldRow {
  title: string;
  unit: string;
  columns: readonly CollectedColumn[];
  values: RowValues;
}

const ownTables = (db: ReadStore): CollectionRow[] =>
  db.all(allCollections).filter((row) => originOf(row).kind === 'form');

function collectedIn(scope: FieldScope): Collected[] {
  const due = ownTables(scope.db).filter(({ due_on }) => between(due_on, scope));
  return due.map((row) => ({
    title: row.title,
    columns: definitionOf(row).columns,
    rows: scope.db.all(collectedRows, { collectionId: row.id }).map(({ unit, said }) => ({
      unit,
      // Written by our own merging, in this form.
      values: JSON.parse(said) as RowValues,
    })),
  }));
}

function rowsOf(scope: FieldScope): ToldRow[] {
  return collectedIn(scope).flatMap(({ title, columns, rows }) =>
    rows.map(({ unit, values }) => ({ title, unit, columns, values })),
  );
}

/** Of two collections that mean different kinds by one heading, the later one says what it is. */
function headings(db: ReadStore): CollectedColumn[] {
  const columns = ownTables(db).flatMap((row) => definitionOf(row).columns);
  return [...Map.groupBy(columns, ({ heading }) => plainHeading(heading)).values()].flatMap(
    ([first]) => first ?? [],
  );
}

const fieldKinds: Readonly<Record<ColumnKind, FieldKind>> = {
  text: 'text',
  whole: 'number',
  decimal: 'number',
  money: 'number',
  day: 'day',
  choice: 'text',
  yesNo: 'text',
};

function valueOf(own: CollectedColumn | undefined, values: RowValues): FieldValue {
  const value = own && values[own.key];
  if (own === undefined || value === undefined) return null;
  return numberKinds.includes(own.kind) ? Number(showValue(own, value)) : showValue(own, value);
}

function sameHeading(heading: string) {
  const wanted = plainHeading(heading);
  return (own: CollectedColumn): boolean => plainHeading(own.heading) === wanted;
}

export const collectionFields: readonly FieldSource[] = [
  fieldSource<ToldRow>({
    key: 'collected',
    name: '下发收集的内容(每行一行)',
    columns: ({ db }) => [
      column('number', '序号', 'number', (_row, place) => place + 1),
      column('title', '下发收集名称', 'text', ({ title }) => title),
      column('unit', '填报单位', 'text', ({ unit }) => unit),
      ...headings(db).map(
        ({ heading, kind }): FieldColumn<ToldRow> =>
          column(`heading:${heading}`, heading, fieldKinds[kind], ({ columns, values }) =>
            valueOf(columns.find(sameHeading(heading)), values),
          ),
      ),
    ],
    rows: rowsOf,
  }),
  fieldSource<Collected[]>({
    key: 'collectedSums',
    name: '下发收集的合计',
    kind: 'single',
    columns: ({ db }) =>
      headings(db)
        .filter(({ kind }) => numberKinds.includes(kind))
        .map(
          ({ heading }): FieldColumn<Collected[]> =>
            column(`sum:${heading}`, `${heading}合计`, 'number', (all) => sumOf(heading, all)),
        ),
    rows: (scope) => [collectedIn(scope)],
  }),
];

/** Null where nobody has written anything: that is no 0. What is text in another collection is no summand. */
function sumOf(heading: string, all: readonly Collected[]): number | null {
  const values = all.flatMap(({ columns, rows }) => {
    const own = columns.find(sameHeading(heading));
    return own === undefined || !numberKinds.includes(own.kind)
      ? []
      : rows.map(({ values: said }) => showValue(own, said[own.key])).filter((text) => text !== '');
  });
  return values.length === 0 ? null : Number(addDecimals(values));
}
