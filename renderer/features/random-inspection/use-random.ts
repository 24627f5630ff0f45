import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RandomObjectFilter } from '#shared/contract/random-inspection.ts';
import type { TargetFilter } from '#shared/contract/random-results.ts';
import { api } from '#renderer/app/client.ts';
import { randomTables } from './words.ts';

const PAGE = 200;
const meta = { tables: randomTables };

export function useItems() {
  return useQuery(api.randomInspection.items.queryOptions({ meta }));
}

export function useClasses() {
  return useQuery(api.randomInspection.classes.queryOptions({ meta }));
}

export function usePlans() {
  return useQuery(api.randomInspection.plans.queryOptions({ meta }));
}

export function useDraws() {
  return useQuery(api.randomInspection.draws.queryOptions({ meta }));
}

export function useDraw(uid: string) {
  return useQuery(api.randomInspection.draw.queryOptions({ input: { uid }, meta }));
}

export function useCertificate(uid: string) {
  return useQuery(api.randomInspection.certificate.queryOptions({ input: { uid }, meta }));
}

export function useTargets(filter: TargetFilter) {
  return useQuery({
    ...api.randomInspection.targets.queryOptions({ input: filter, meta }),
    placeholderData: keepPreviousData,
  });
}

export function usePublications() {
  return useQuery(api.randomInspection.publications.queryOptions({ meta }));
}

export function useInspectors() {
  return useQuery(api.randomInspection.inspectors.queryOptions({ meta }));
}

export function useSettings() {
  return useQuery(api.randomInspection.settings.queryOptions({ meta }));
}

/** The library, page after page; what was shown stays while the next filter is answered. */
export function useObjects(filter: RandomObjectFilter) {
  const list = useInfiniteQuery(
    api.randomInspection.objects.infiniteOptions({
      input: (after: number | null) => ({ filter, after, limit: PAGE }),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
      meta,
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  return { list, rows, total: list.data?.pages[0]?.total ?? 0 };
}
