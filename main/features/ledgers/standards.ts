import type { LedgerDefinition, LedgerStandards } from '#shared/rules/ledgers/definition.ts';
import { usualStandards } from '#shared/rules/ledgers/due.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting } from '#main/features/office/settings.ts';

/** Numbers of the ledger that the office may change; what it has not set stands as the program has it. */
export function standardsOf(db: ReadStore, definition: LedgerDefinition): LedgerStandards {
  const usual = usualStandards(definition);
  return { ...usual, ...readSetting<LedgerStandards>(db, standardsSetting(definition), {}, isStandards) };
}

export function standardsSetting({ key }: LedgerDefinition): string {
  return `ledgers.${key}`;
}

function isStandards(value: unknown): value is LedgerStandards {
  return typeof value === 'object' && value !== null;
}
