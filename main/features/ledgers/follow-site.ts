import { type LedgerDefinition, storedName } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { defineQuery, integer } from '#main/core/store/query.ts';
import type { SiteFollower } from '#main/features/key-sites/index.ts';
import { tableOf } from './columns.ts';

const idColumns = { id: integer };

/** Where ledgers name key sites. */
const siteColumns = ledgerDefinitions.flatMap((definition: LedgerDefinition) =>
  definition.columns
    .filter(({ kind }) => kind === 'site')
    .map((column) => {
      const [table, name] = [tableOf(definition), storedName(column)];
      const rowsOfSite = defineQuery<typeof idColumns, { siteId: number }>({
        name: `ledgers.${definition.key}.${column.key}OfSite`,
        sql: `SELECT id FROM ${table} WHERE ${name} = @siteId`,
        columns: idColumns,
      });
      return { table, name, rowsOfSite };
    }),
);

/** Rows that name a site name the entry that it became. */
export const ledgersFollowSite: SiteFollower = (db, fromId, toId) => {
  for (const { table, name, rowsOfSite } of siteColumns)
    for (const { id } of db.all(rowsOfSite, { siteId: fromId })) db.update(table, id, { [name]: toId });
};
