import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

const analysisTables = [
  'score',
  'assessment_object',
  'assessment_group',
  'assessment_period',
  'organization_state',
  'organization_succession',
];
/** Reasons name the tasks that points were taken for. */
const reasonTables = [...analysisTables, 'deduction', 'task'];

export function useAnalysis(groupUid: string) {
  return useQuery(api.analysis.group.queryOptions({ input: { groupUid }, meta: { tables: analysisTables } }));
}

export function useProfile(objectUid: string) {
  return useQuery(
    api.analysis.profile.queryOptions({ input: { objectUid }, meta: { tables: reasonTables } }),
  );
}

export function useProfileStandings(objectUid: string) {
  return useQuery(
    api.analysis.profileStandings.queryOptions({ input: { objectUid }, meta: { tables: analysisTables } }),
  );
}

export function useResultTexts(groupUid: string) {
  const tables = [...reasonTables, 'result_text'];
  return useQuery(api.analysis.resultTexts.queryOptions({ input: { groupUid }, meta: { tables } }));
}
