import { namingColumns } from '#main/core/packs/row-names.ts';
import { sqlOf } from '#main/core/packs/schema-map.ts';
import type { RowImage } from '#main/core/store/chain.ts';
import { defineQuery, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { loggedTables } from '#main/core/store/tables.ts';
import type { RowScreen } from './index.ts';

/* What rows are called, whatever their table: exports are asked for by uid, and the log has to be read by people. */

const LONGEST = 40;

/** Names of organizations are kept over time; the last one is meant. */
const organizationName = defineQuery<{ name: typeof text }, { uid: string }>({
  name: 'history.organizationName',
  sql: `SELECT state.name FROM organization
    JOIN organization_state AS state ON state.organization_id = organization.id
    WHERE organization.uid = @uid ORDER BY state.first_day DESC LIMIT 1`,
  columns: { name: text },
});

/** @param screen what other features keep secret @returns name by uid; without those that have none or are secret */
export function namesOf(db: ReadStore, uids: readonly string[], screen: RowScreen): [string, string][] {
  return uids.flatMap((uid): [string, string][] => {
    const name = db.get(organizationName, { uid })?.name ?? nameAnywhere(db, uid, screen);
    return name === '' ? [] : [[uid, name.slice(0, LONGEST)]];
  });
}

/** Rows of two tables may have one uid, as a finding and its task: the first that has a name. */
function nameAnywhere(db: ReadStore, uid: string, screen: RowScreen): string {
  for (const table of loggedTables) {
    const row = db.get(sqlOf<RowImage, { uid: string }>(`SELECT * FROM ${table} WHERE uid = @uid`), { uid });
    if (row === undefined) continue;
    if (screen(db, table, row)) return '';
    const name = nameIn(row);
    if (name !== '') return name;
  }
  return '';
}

/** Empty: it has none of its own. */
export function nameIn(row: RowImage): string {
  return namingColumns.map((column) => String(row[column] ?? '')).find(isName) ?? '';
}

/** Some columns hold JSON, or a bare number, under the name of what others write in words. */
function isName(words: string): boolean {
  return words !== '' && !/^(?:[[{].*|\d+)$/su.test(words);
}
