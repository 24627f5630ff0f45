import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

const frameTables: readonly string[] = [
  'assessment_period',
  'assessment_group',
  'assessment_object',
  'scheme',
  'scheme_category',
  'indicator',
  'organization',
  'organization_state',
  'organization_mark',
  'organization_succession',
  'judge',
];

/** Asked for with the same tables everywhere: the last one to ask decides what it is read again for. */
export function useFrame(groupUid: string) {
  return useQuery(api.assessment.frame.queryOptions({ input: { groupUid }, meta: { tables: frameTables } }));
}
