import type { Query, QueryClient } from '@tanstack/react-query';
import type { TableChange } from '#shared/contract/events.ts';

/** For an answer that every operation may change, such as what can be undone. */
export const ANY_TABLE = '*';

/** Whether an answer that depends on these tables is old after these changes. */
export function isTouched(tables: readonly string[] | undefined, changes: readonly TableChange[]): boolean {
  if (tables === undefined || changes.length === 0) return false;
  return tables.includes(ANY_TABLE) || changes.some((change) => tables.includes(change.table));
}

/** Fetches again what is on screen and marks the rest as old. */
export async function applyChanges(queryClient: QueryClient, changes: readonly TableChange[]): Promise<void> {
  const predicate = (query: Query) => isTouched(query.meta?.tables, changes);
  await queryClient.invalidateQueries({ predicate });
}
