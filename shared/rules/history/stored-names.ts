import { storedName } from '../ledgers/definition.ts';
import { ledgerDefinitions } from '../ledgers/definitions/index.ts';
import { columnNames, columnNamesOfTables } from './column-names.ts';
import { moreColumnNames } from './more-column-names.ts';
import { tableNames } from './table-names.ts';

/** What a table of the store is called in Chinese; one without a name as it is stored. */
export function tableNameOf(table: string): string {
  return tableNames[table] ?? ledgerDefinitions.find((each) => each.table === table)?.name ?? table;
}

/** What a column of a table is called in Chinese; one without a name as it is stored. */
export function columnNameOf(table: string, column: string): string {
  const ledger = ledgerDefinitions.find((each) => each.table === table);
  if (column === 'due_on' && ledger?.due !== undefined) return `下次${ledger.due.name}`;
  return (
    ledger?.columns.find((each) => storedName(each) === column)?.name ??
    columnNamesOfTables[`${table}.${column}`] ??
    columnNames[column] ??
    moreColumnNames[column] ??
    column
  );
}
