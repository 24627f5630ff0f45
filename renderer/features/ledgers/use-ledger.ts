import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LedgerFilter, LedgerSort } from '#shared/contract/ledgers.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { api } from '#renderer/app/client.ts';

const PAGE = 200;

export const everyRow: LedgerFilter = { placeUid: null, due: 'all', chosen: {}, text: '' };

/** Whose changes make what is shown of a ledger old. */
export function tablesOf({ table, columns }: LedgerDefinition): string[] {
  const sites = columns.some(({ kind }) => kind === 'site') ? ['key_site'] : [];
  return [table, 'ledger_term', 'setting', 'organization', 'organization_state', ...sites];
}

/** The list, page after page; what was shown stays while the next filter is answered. */
export function useLedgerList(definition: LedgerDefinition, filter: LedgerFilter, sort: LedgerSort) {
  const list = useInfiniteQuery(
    api.ledgers.list.infiniteOptions({
      input: (offset: number) => ({ ledger: definition.key, filter, sort, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: ({ rows }, pages) => (rows.length < PAGE ? undefined : pages.length * PAGE),
      placeholderData: (before) => before,
      meta: { tables: tablesOf(definition) },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  return { list, rows };
}

export function useLedgerCounts(definition: LedgerDefinition, filter: LedgerFilter) {
  return useQuery(
    api.ledgers.counts.queryOptions({
      input: { ledger: definition.key, filter },
      placeholderData: (before) => before,
      meta: { tables: tablesOf(definition) },
    }),
  ).data;
}

export function useLedgerRow(definition: LedgerDefinition, uid: string) {
  const input = { ledger: definition.key, uid };
  return useQuery(api.ledgers.get.queryOptions({ input, meta: { tables: tablesOf(definition) } }));
}

/** The office's own words by key of their column. */
export function useLedgerTerms(definition: LedgerDefinition) {
  const input = { ledger: definition.key };
  return useQuery(
    api.ledgers.terms.queryOptions({ input, meta: { tables: ['ledger_term', definition.table] } }),
  ).data;
}

export function useLedgerStandards(definition: LedgerDefinition) {
  const input = { ledger: definition.key };
  return useQuery(api.ledgers.standards.queryOptions({ input, meta: { tables: ['setting'] } })).data;
}
