import { useQuery } from '@tanstack/react-query';
import type { FireWords } from '#shared/contract/fire-figures.ts';
import { api } from '#renderer/app/client.ts';

/** The office's trades and causes; undefined until they are there. */
export function useFireWords(): FireWords | undefined {
  return useQuery(api.fireFigures.words.queryOptions({ meta: { tables: ['fire_word', 'fire_figure_part'] } }))
    .data;
}
