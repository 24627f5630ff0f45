import { useQuery } from '@tanstack/react-query';
import type { ProfileChoice } from '#shared/contract/township-profiles.ts';
import { ANY_TABLE } from '#renderer/app/changes.ts';
import { api } from '#renderer/app/client.ts';

export function useProfile(choice: ProfileChoice) {
  return useQuery(
    api.townshipProfiles.show.queryOptions({
      input: choice,
      placeholderData: (before) => before,
      meta: { tables: [ANY_TABLE] },
    }),
  );
}

export function useProfilePaper(choice: ProfileChoice) {
  return useQuery(api.townshipProfiles.paper.queryOptions({ input: choice, meta: { tables: [ANY_TABLE] } }));
}
