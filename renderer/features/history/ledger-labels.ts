import { cellText } from '#shared/rules/ledgers/cell-text.ts';
import { type LedgerColumn, type LedgerDefinition, storedName } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';

/* What the log shows of rows of a ledger: its definition knows the names and words. Null: it is no ledger's. */

const byTable = new Map(ledgerDefinitions.map((ledger) => [ledger.table, ledger]));

const coordinateNames: Readonly<Record<string, string>> = { longitude: '经度', latitude: '纬度' };
const MICRO = 1_000_000;

export function ledgerLabel(table: string): string | null {
  return byTable.get(table)?.name ?? null;
}

export function ledgerColumnLabel(table: string, column: string): string | null {
  const ledger = byTable.get(table);
  if (ledger === undefined) return null;
  if (column === 'due_on' && ledger.due !== undefined) return `下次${ledger.due.name}`;
  return columnOfTable(ledger, column)?.name ?? coordinateNames[column] ?? null;
}

/** A stored value as its ledger shows it. */
export function ledgerValueText(table: string, column: string, value: string | number): string | null {
  const ledger = byTable.get(table);
  if (ledger === undefined) return null;
  if (column in coordinateNames && typeof value === 'number') return (value / MICRO).toFixed(6);
  const shown = columnOfTable(ledger, column);
  return shown === undefined ? null : cellText(shown, value, () => '');
}

function columnOfTable({ columns }: LedgerDefinition, column: string): LedgerColumn | undefined {
  return columns.find((each) => storedName(each) === column);
}

const SETTING = 'ledgers.';

/** Of the standards of a ledger, by the name of their setting. */
export function ledgerSettingLabel(name: string): string | null {
  const ledger = ledgerDefinitions.find(({ key }) => name === `${SETTING}${key}`);
  return ledger === undefined ? null : `${ledger.name}的标准`;
}
