import { useQuery } from '@tanstack/react-query';
import type { OrganizationMark } from '#shared/contract/organizations.ts';
import { api } from '#renderer/app/client.ts';

/** What a mark is called that a condition still names and nobody can give any more. */
export const DELETED_MARK = '已删除的标记';

const none: readonly OrganizationMark[] = [];

/** The marks that organizations may bear. */
export function useMarks(): readonly OrganizationMark[] {
  const { data } = useQuery(
    api.organizations.marks.queryOptions({ meta: { tables: ['organization_mark', 'organization_state'] } }),
  );
  return data ?? none;
}
