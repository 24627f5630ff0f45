import type { ledgers as contract } from '#shared/contract/ledgers.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { editHandlers } from './edit.ts';
import { importOf } from './import.ts';
import { listHandlers } from './list.ts';

export { collectedLedgers } from './collected.ts';
export { LedgerWriter } from './edit.ts';
export { type PlacedRow, placedRows } from './placed-rows.ts';
export { ledgerHandOvers } from './hand-over.ts';

/** All ledgers (台账), see shared/rules/ledgers/definition.ts. */
export const ledgers: Handlers<typeof contract> = {
  ...listHandlers,
  ...editHandlers,
  importTable(input, context) {
    const { ledger } = input.options;
    const { name } = ledgerOf(ledger);
    const summarize = (summary: string) => context.summarize(`${name}：${summary}`);
    return importList(importOf(ledger))(input, { ...context, summarize });
  },
};
