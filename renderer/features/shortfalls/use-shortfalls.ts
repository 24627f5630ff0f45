import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ANY_TABLE } from '#renderer/app/changes.ts';
import { api } from '#renderer/app/client.ts';

export function useShortfallItems() {
  return useQuery(
    api.shortfalls.items.queryOptions({
      meta: { tables: ['shortfall_item', 'shortfall_figure', 'shortfall_plan'] },
    }),
  );
}

/** Its numbers may be counted from any ledger. */
export function useShortfallTable(itemUid: string) {
  return useQuery({
    ...api.shortfalls.table.queryOptions({ input: { itemUid }, meta: { tables: [ANY_TABLE] } }),
    placeholderData: keepPreviousData,
  });
}
