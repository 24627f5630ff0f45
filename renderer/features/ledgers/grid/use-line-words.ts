import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Term } from '#shared/contract/terms.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { placeFinder } from '#shared/rules/ledgers/places.ts';
import type { LineWords } from '#shared/rules/ledgers/read-line.ts';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

/** Finds what the words of a grid's cells stand for. */
export function useLineWords(
  { levels }: LedgerDefinition,
  terms: Record<string, Term[]> | undefined,
): LineWords {
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
      uidOf: ({ key }, text) => byWord.get(`${key} ${text.toLowerCase()}`) ?? null,
    };
  }, [places, levels, terms]);
}
