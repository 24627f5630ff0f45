import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { committeesOf, rosterTables } from '#renderer/ui/shared-queries.ts';

export function useCommittees(day: string | null) {
  return useQuery({ ...committeesOf(day), placeholderData: (old) => old });
}

export function useRoster(committeeUid: string, day: string | null) {
  return useQuery(
    api.rosters.roster.queryOptions({
      input: { committeeUid, day },
      meta: { tables: rosterTables },
      placeholderData: (old) => (old?.committee.uid === committeeUid ? old : undefined),
    }),
  );
}

export function usePositions() {
  return useQuery(api.rosters.positions.queryOptions({ meta: { tables: ['committee_position'] } }));
}
