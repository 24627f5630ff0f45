import type { SiteImportOptions } from '#shared/contract/key-sites.ts';
import { type Meaning, siteTableColumns } from '#shared/rules/key-sites/headings.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { ListImport } from '#main/core/table-import/list-import.ts';
import { aliasesOf } from '#main/core/terms.ts';
import { siteColumnsOf, writeKinds } from '../columns.ts';
import { allKinds, allTrades } from '../queries.ts';
import { type ImportedValues, type Interpretation, type InterpretedRow, interpret } from './interpret.ts';

export const siteImport: ListImport<Meaning, SiteImportOptions, Interpretation> = {
  key: 'keySites',
  what: '重点单位',
  unit: '家',
  columns: (db) =>
    siteTableColumns(db.all(allKinds).map((kind) => ({ ...kind, words: [kind.name, ...aliasesOf(kind)] }))),
  understand: interpret,
  write({ rows, newTrades }, { db }) {
    const trades = addTrades(db, newTrades);
    const columnsOf = ({ values }: InterpretedRow) =>
      siteColumnsOf({ ...values, tradeId: tradeIdOf(values.trade, trades) });
    const changed = addSites(db, rows, columnsOf);
    for (const row of changed) {
      const id = row.site?.record?.id;
      if (id === undefined) continue;
      db.update('key_site', id, columnsOf(row));
      writeKinds(db, id, row.values.kindIds);
    }
  },
};

/**
 * Newcomers have no kinds to compare with: a long table has many of them.
 * @returns the rows of sites that are there already
 */
function addSites(
  db: WriteStore,
  rows: Iterable<InterpretedRow>,
  columnsOf: (row: InterpretedRow) => RowValues,
): InterpretedRow[] {
  const changed: InterpretedRow[] = [];
  const kinds: { place: number; kindId: number }[] = [];
  function* newcomers(): Generator<RowValues> {
    let place = 0;
    for (const row of rows) {
      if (row.action === 'change') changed.push(row);
      if (row.action !== 'add') continue;
      for (const kindId of new Set(row.values.kindIds)) kinds.push({ place, kindId });
      place += 1;
      yield columnsOf(row);
    }
  }
  const ids = db.insertMany('key_site', newcomers());
  db.insertMany(
    'key_site_kind',
    kinds.map(({ place, kindId }) => ({ site_id: ids[place] ?? 0, kind_id: kindId })),
  );
  return changed;
}

/** At the end of the list. */
function addTrades(db: WriteStore, names: readonly string[]): Map<string, number> {
  const last = Math.max(0, ...db.all(allTrades).map(({ position }) => position));
  return new Map(
    names.map((name, index) => [name, db.insert('site_trade', { name, position: last + index + 1 })]),
  );
}

function tradeIdOf(trade: ImportedValues['trade'], added: ReadonlyMap<string, number>): number | null {
  if (trade === null) return null;
  return 'id' in trade ? trade.id : (added.get(trade.newName) ?? null);
}
