import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ResultScope } from '#shared/contract/finding-results.ts';
import type { FindingCursor, FindingFilter, FindingSort } from '#shared/contract/findings.ts';
import { api } from '#renderer/app/client.ts';
import { siteTerms } from '#renderer/ui/shared-queries.ts';

const findingTables = [
  'finding',
  'finding_reinspection',
  'task',
  'task_unit',
  'campaign',
  'site_trade',
  'key_site',
  'listed_supervision',
  'organization_state',
  'setting',
];
const PAGE = 100;

/** The list, page after page; what was shown stays while the next filter is answered. */
export function useFindingList(filter: FindingFilter, sort: FindingSort) {
  const list = useInfiniteQuery(
    api.findings.list.infiniteOptions({
      input: (after: FindingCursor | null) => ({ filter, sort, after, limit: PAGE }),
      initialPageParam: null as FindingCursor | null,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
      meta: { tables: findingTables },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  return { list, rows };
}

export function useFindingCounts(filter: FindingFilter) {
  return useQuery(
    api.findings.counts.queryOptions({
      input: filter,
      placeholderData: (before) => before,
      meta: { tables: findingTables },
    }),
  ).data;
}

/** Of a task; null: it is no finding. */
export function useFindingOfTask(uid: string) {
  return useQuery(api.findings.ofTask.queryOptions({ input: { uid }, meta: { tables: findingTables } }));
}

/** The object of 双随机 that a finding was handed over from; null: it comes from none. */
export function useDrawnTarget(findingUid: string) {
  return useQuery(
    api.randomInspection.targetOfFinding.queryOptions({
      input: { uid: findingUid },
      meta: { tables: ['random_target', 'finding'] },
    }),
  );
}

const resultTables = [...findingTables, 'visit', 'campaign_target', 'campaign_sweep', 'key_site_kind'];

export function useFindingResults(scope: ResultScope, isAsked: boolean) {
  return useQuery(
    api.findings.results.queryOptions({
      input: scope,
      enabled: isAsked,
      meta: { tables: resultTables },
    }),
  );
}

export function useRepeatedFindings(scope: ResultScope) {
  return useQuery(api.findings.repeated.queryOptions({ input: scope, meta: { tables: resultTables } })).data;
}

export function useCampaignNames() {
  return useQuery(
    api.campaigns.list.queryOptions({
      input: { text: '' },
      meta: { tables: ['campaign', 'campaign_kind', 'campaign_county', 'campaign_target'] },
    }),
  ).data;
}

export function useTrades() {
  return useQuery(siteTerms()).data?.trades;
}
