import { useQuery } from '@tanstack/react-query';
import type { InspectorFilter } from '#shared/contract/inspectors.ts';
import { api } from '#renderer/app/client.ts';

/** Whose changes make what is shown of the pool old. */
const poolTables = [
  'inspector',
  'inspector_skill',
  'inspector_leave',
  'inspection_skill',
  'organization_state',
];

/** What was shown stays while the next filter is answered. */
export function useInspectors(filter: InspectorFilter) {
  return useQuery(
    api.inspectors.list.queryOptions({
      input: filter,
      placeholderData: (before) => before,
      meta: { tables: poolTables },
    }),
  );
}

export function useInspector(uid: string) {
  return useQuery(api.inspectors.get.queryOptions({ input: { uid }, meta: { tables: poolTables } }));
}

export function useSkills() {
  return useQuery(api.inspectors.skills.queryOptions({ meta: { tables: poolTables } })).data ?? [];
}

/** Who is away, from a day to a day. */
export function useLeaveOfDays(from: string, to: string) {
  return (
    useQuery(api.inspectors.leaveOfDays.queryOptions({ input: { from, to }, meta: { tables: poolTables } }))
      .data ?? []
  );
}

/** People of the rosters; none while nothing is typed. */
export function useCandidates(text: string) {
  return (
    useQuery(
      api.inspectors.candidates.queryOptions({
        input: { text },
        enabled: text !== '',
        placeholderData: (before) => before,
        meta: { tables: ['person', 'appointment', 'inspector'] },
      }),
    ).data ?? []
  );
}

export function useVehicles() {
  return useQuery(
    api.inspectors.vehicles.queryOptions({ meta: { tables: ['vehicle', 'organization_state'] } }),
  );
}
