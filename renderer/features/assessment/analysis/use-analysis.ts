import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

export const analysisTables = [
  'score',
  'assessment_object',
  'assessment_group',
  'assessment_period',
  'organization_state',
  'organization_succession',
];

export function useAnalysis(groupUid: string) {
  return useQuery(api.analysis.group.queryOptions({ input: { groupUid }, meta: { tables: analysisTables } }));
}
