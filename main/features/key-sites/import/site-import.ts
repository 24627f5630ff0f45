import type { SiteImportOptions } from '#shared/contract/key-sites.ts';
import { type Meaning, siteTableColumns } from '#shared/rules/key-sites/headings.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { ListImport } from '#main/core/table-import/list-import.ts';
import { aliasesOf } from '#main/core/terms.ts';
import { siteColumnsOf, writeKinds } from '../columns.ts';
import { allKinds, allTrades } from '../queries.ts';
import { type ImportedValues, type Interpretation, interpret } from './interpret.ts';

export const siteImport: ListImport<Meaning, SiteImportOptions, Interpretation> = {
  key: 'keySites',
  what: '重点单位',
  unit: '家',
  columns: (db) =>
    siteTableColumns(db.all(allKinds).map((kind) => ({ ...kind, words: [kind.name, ...aliasesOf(kind)] }))),
  understand: interpret,
  write({ rows, newTrades }, { db }) {
    const trades = addTrades(db, newTrades);
    db.searchedAtEnd('key_site', () => {
      for (const { action, site, values } of rows) {
        if (action !== 'add' && action !== 'change') continue;
        const columns = siteColumnsOf({ ...values, tradeId: tradeIdOf(values.trade, trades) });
        const id = site?.record?.id;
        if (id === undefined) addSite(db, columns, values.kindIds);
        else {
          db.update('key_site', id, columns);
          writeKinds(db, id, values.kindIds);
        }
      }
    });
  },
};

/** A newcomer has no kinds to compare with: a long table has many of them. */
function addSite(db: WriteStore, columns: RowValues, kindIds: readonly number[]): void {
  const siteId = db.insert('key_site', columns);
  for (const kindId of new Set(kindIds)) db.insert('key_site_kind', { site_id: siteId, kind_id: kindId });
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
