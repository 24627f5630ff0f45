import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVisiblePages } from '../shell/current-page.ts';
import { findPages } from './find-pages.ts';
import { type SearchResult, searchProviders } from './search-providers.ts';

interface Results {
  readonly results: readonly SearchResult[];
  /** What stands first was found for the last text, until this one has been looked up. */
  readonly isOld: boolean;
}

/** Pages at once, then what the providers find. */
export function useResults(text: string): Results {
  const pages = useVisiblePages();
  const wanted = text.trim();
  const {
    data = [],
    isPlaceholderData,
    isLoading,
  } = useQuery({
    queryKey: ['palette', wanted],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(searchProviders.map((provider) => provider.find(wanted, signal)));
      return found.flat();
    },
    enabled: wanted !== '' && searchProviders.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const found = findPages(pages, wanted);
  if (wanted === '') return { results: found, isOld: false };
  // A page that stands first is the first whatever is found.
  return { results: [...found, ...data], isOld: found.length === 0 && (isPlaceholderData || isLoading) };
}
