import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { KeySiteCursor, KeySiteFilter } from '#shared/contract/key-sites.ts';
import { api } from '#renderer/app/client.ts';
import { siteTables, siteTerms } from '#renderer/ui/shared-queries.ts';

const PAGE = 200;

/** The list, page after page; what was shown stays while the next filter is answered. */
export function useSiteList(filter: KeySiteFilter) {
  const list = useInfiniteQuery(
    api.keySites.list.infiniteOptions({
      input: (after: KeySiteCursor | null) => ({ filter, after, limit: PAGE }),
      initialPageParam: null as KeySiteCursor | null,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
      meta: { tables: siteTables },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  return { list, rows };
}

export function useSiteCounts(filter: KeySiteFilter) {
  return useQuery(
    api.keySites.counts.queryOptions({
      input: filter,
      placeholderData: (before) => before,
      meta: { tables: siteTables },
    }),
  ).data;
}

export function useSite(uid: string) {
  return useQuery(api.keySites.get.queryOptions({ input: { uid }, meta: { tables: siteTables } }));
}

/** Trades and kinds of the office's lists. */
export function useSiteTerms() {
  return useQuery(siteTerms()).data;
}

/** Those that what is being entered is likely the same as; none while there is no name. */
export function useSimilarSites(entered: {
  name: string;
  organizationUid: string | null;
  address: string;
  exceptUid: string | null;
}) {
  return (
    useQuery(
      api.keySites.similar.queryOptions({
        input: entered,
        enabled: entered.name.trim() !== '',
        placeholderData: (before) => before,
        meta: { tables: siteTables },
      }),
    ).data ?? []
  );
}
