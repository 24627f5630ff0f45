import { useMemo } from 'react';
import { matchRoute, useLocation, useRouter } from 'wouter';
import type { PageEntry } from '../page-entry.ts';
import { pages } from '../pages.ts';
import { useSession } from '../session.tsx';

/** The pages this user may see. */
export function useVisiblePages(): readonly PageEntry[] {
  const { rights } = useSession().user;
  return useMemo(() => pages.filter((page) => rights.includes(page.right)), [rights]);
}

/** The page that the address names, or null. */
export function useCurrentPage(): PageEntry | null {
  const [location] = useLocation();
  const { parser } = useRouter();
  return useVisiblePages().find((page) => matchRoute(parser, page.path, location)[0]) ?? null;
}

/** A page and those above it, the uppermost first. */
export function trailOf(page: PageEntry, all: readonly PageEntry[] = pages): PageEntry[] {
  const parent = all.find((candidate) => candidate.path === page.parent);
  return parent === undefined ? [page] : [...trailOf(parent, all), page];
}
