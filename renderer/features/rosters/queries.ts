import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

/** Whatever changes one of these makes what is shown of a roster old. */
export const rosterTables = [
  'committee',
  'committee_position',
  'person',
  'appointment',
  'organization',
  'organization_state',
];

export function useCommittees(day: string | null) {
  return useQuery(
    api.rosters.committees.queryOptions({
      input: { day },
      meta: { tables: rosterTables },
      placeholderData: (old) => old,
    }),
  );
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
