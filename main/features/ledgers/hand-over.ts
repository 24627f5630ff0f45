import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { HandOver } from '#main/features/organizations/index.ts';
import { rowKeyOf, tableOf } from './columns.ts';
import { ledgerQueries } from './queries.ts';
import { Rows } from './rows.ts';

/** Only names depend on the day. */
const ANY_DAY = '9999-12-31';

/** All rows of a ledger at a place go together to what takes its ground over. */
export const ledgerHandOvers: readonly HandOver[] = ledgerDefinitions.map((definition) => ({
  kind: `ledgers.${definition.key}`,
  kindName: `${definition.name}台账`,
  find: (db, organizationIds) =>
    db.all(ledgerQueries(definition).countAt, { ids: JSON.stringify(organizationIds) }).map((row) => ({
      uid: row.uid,
      organizationId: row.organization_id,
      slot: definition.key,
      slotName: definition.name,
      exclusive: false,
      state: `${row.count} ${definition.unit}在册`,
      stays: '仍列在原名下',
    })),
  give(db, itemUid, toId) {
    const rows = new Rows(db, definition, ANY_DAY);
    const to = rows.places.uidOf(toId);
    for (const record of db.all(ledgerQueries(definition).ofPlace, { organizationUid: itemUid })) {
      const values = { ...rows.valuesOf(record), [PLACE]: to };
      db.update(tableOf(definition), record.id, {
        organization_id: toId,
        row_key: rowKeyOf(definition, values),
      });
    }
  },
}));
