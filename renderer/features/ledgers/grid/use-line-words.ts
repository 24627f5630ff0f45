import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Term } from '#shared/contract/terms.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { placeFinder } from '#shared/rules/ledgers/places.ts';
import type { LineWords } from '#shared/rules/ledgers/read-line.ts';
import { SITES_AT_ONCE } from '#shared/contract/ledgers.ts';
import { api } from '#renderer/app/client.ts';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

/**
 * Finds what the words of a grid's cells stand for.
 * @param siteNames of key sites, as they were written
 */
export function useLineWords(
  { levels }: LedgerDefinition,
  terms: Record<string, Term[]> | undefined,
  siteNames: readonly string[],
): LineWords {
  const { data: sites } = useQuery({
    ...api.ledgers.sitesNamed.queryOptions({
      input: { names: siteNames.slice(0, SITES_AT_ONCE) },
      placeholderData: (before) => before,
      meta: { tables: ['key_site'] },
    }),
    enabled: siteNames.length > 0,
  });
  const { data: places } = useQuery(organizationTree(null));
  return useMemo(() => {
    const byWord = new Map(
      Object.entries(terms ?? {}).flatMap(([list, words]) =>
        words.flatMap(({ uid, name, aliases }) =>
          [name, ...aliases].map((word) => [`${list} ${word.toLowerCase()}`, uid] as const),
        ),
      ),
    );
    const known = (places ?? []).filter(({ level }) => level !== 'memberUnit');
    return {
      findPlace: placeFinder(known, levels),
      uidOf({ key, kind }, text) {
        if (kind !== 'site') return byWord.get(`${key} ${text.toLowerCase()}`) ?? null;
        const uid = sites?.[text];
        return uid === undefined ? { problem: `正在查找“${text}”，请稍候` } : uid;
      },
    };
  }, [places, levels, terms, sites]);
}
