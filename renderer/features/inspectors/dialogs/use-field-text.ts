import { useQuery } from '@tanstack/react-query';
import type { Term } from '#shared/contract/terms.ts';
import { type InspectorRole, inspectorRoleNames } from '#shared/rules/inspectors/model.ts';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

/** A field's value in words, where two values are compared. */
export function useFieldText(skills: readonly Term[]): (field: string, value: unknown) => string {
  const { data: tree = [] } = useQuery(organizationTree(null));
  return (field, value) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '(空)';
    if (field === 'organizationUid' || field === 'homeCountyUid')
      return tree.find(({ uid }) => uid === value)?.name ?? '已撤销的机构';
    if (Array.isArray(value))
      return field === 'roles'
        ? value.map((role: InspectorRole) => inspectorRoleNames[role]).join('、')
        : skills
            .filter(({ uid }) => value.includes(uid))
            .map(({ name }) => name)
            .join('、');
    return typeof value === 'string' ? value : '';
  };
}
