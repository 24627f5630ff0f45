import { useQuery } from '@tanstack/react-query';
import type { CollectionOrigin } from '#shared/rules/collections/definition.ts';
import { api } from '#renderer/app/client.ts';

const tables = ['collection', 'collection_unit', 'collection_return', 'collection_row'];

export function useCollections() {
  return useQuery(api.collections.list.queryOptions({ meta: { tables } }));
}

export function useCollection(uid: string) {
  return useQuery(api.collections.get.queryOptions({ input: { uid }, meta: { tables } }));
}

export function useCollectedTable(uid: string) {
  return useQuery(api.collections.table.queryOptions({ input: { uid }, meta: { tables } }));
}

/** What can be handed out, asked anew each time that a dialog opens. */
export function useOrigins() {
  return useQuery({ ...api.collections.origins.queryOptions(), gcTime: 0 });
}

export function useProposal(origin: CollectionOrigin) {
  return useQuery({ ...api.collections.propose.queryOptions({ input: { origin } }), gcTime: 0 });
}
