import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import type { RowChecks } from '#main/core/fields/collected-ledger.ts';

/**
 * What ledgers find in rows as soon as these are read, by the key of the collected ledger: the job that reads returned
 * tables loads the one that it needs, without what hands out and stores.
 */
export const returnedChecks: Readonly<Record<string, () => Promise<RowChecks>>> = {
  fireParts: async () => (await import('./fire-figures/part-checks.ts')).partChecks,
  ...Object.fromEntries(
    ledgerDefinitions.map((definition) => [
      definition.key,
      async () => (await import('./ledgers/returned-checks.ts')).rowChecksOf(definition),
    ]),
  ),
};
