import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVisiblePages } from '../shell/current-page.ts';
import { findPages } from './find-pages.ts';
import { type SearchResult, searchProviders } from './search-providers.ts';

/** Pages at once, then what the providers find; what was found stays while the next letter is looked up. */
export function useResults(text: string): readonly SearchResult[] {
  const pages = useVisiblePages();
  const wanted = text.trim();
  const { data = [] } = useQuery({
    queryKey: ['palette', wanted],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(searchProviders.map((provider) => provider.find(wanted, signal)));
      return found.flat();
    },
    enabled: wanted !== '' && searchProviders.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return wanted === '' ? findPages(pages, '') : [...findPages(pages, wanted), ...data];
}
