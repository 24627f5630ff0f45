import { useQuery } from '@tanstack/react-query';
import type { OverviewChoice } from '#shared/contract/overview.ts';
import { ANY_TABLE } from '#renderer/app/changes.ts';
import { api } from '#renderer/app/client.ts';

/** What was shown stays while another county or time is counted. */
export function useOverview(choice: OverviewChoice) {
  return useQuery(
    api.overview.show.queryOptions({
      input: choice,
      placeholderData: (before) => before,
      meta: { tables: [ANY_TABLE] },
    }),
  );
}
