import { cellText } from '../ledgers/cell-text.ts';
import {
  type LedgerColumn,
  type LedgerDefinition,
  type LedgerStandards,
  storedName,
} from '../ledgers/definition.ts';
import { ledgerDefinitions } from '../ledgers/definitions/index.ts';
import { requirementOfKey } from '../ledgers/requirements.ts';

/* What the log shows of rows of a ledger: its definition knows the names and words. Null: it is no ledger's. */

const byTable = new Map(ledgerDefinitions.map((ledger) => [ledger.table, ledger]));

const coordinates: ReadonlySet<string> = new Set(['longitude', 'latitude']);
const MICRO = 1_000_000;

/** A stored value as its ledger shows it. */
export function ledgerValueText(table: string, column: string, value: string | number): string | null {
  const ledger = byTable.get(table);
  if (ledger === undefined) return null;
  if (coordinates.has(column) && typeof value === 'number') return (value / MICRO).toFixed(6);
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

/** Standards of a ledger in words; a setting's value does not tell whose it is, its keys do. Null: of something else. */
export function standardsText(setting: unknown): string | null {
  if (typeof setting !== 'object' || setting === null) return null;
  const entries = Object.entries(setting as LedgerStandards);
  const keys = entries.map(([key]) => key).filter((key) => requirementOfKey(key) === null);
  const ledger = ledgerDefinitions.find(
    ({ standards = [] }) =>
      standards.length > 0 &&
      standards.length === keys.length &&
      standards.every(({ key }) => keys.includes(key)),
  );
  if (ledger === undefined) return null;
  return entries
    .filter(([, { value }]) => value !== 0)
    .map(
      ([key, { value, source }]) =>
        `${standardName(ledger, key)} ${value}${source === '' ? '' : `(${source})`}`,
    )
    .join('；');
}

function standardName({ standards = [], columns, requirements }: LedgerDefinition, key: string): string {
  const required = requirementOfKey(key);
  if (required === null) return standards.find((each) => each.key === key)?.name ?? key;
  const kinds = columns.find((column) => column.key === requirements?.kind);
  return `${kinds === undefined ? '' : cellText(kinds, required.kind, () => '')}${required.item}`;
}
