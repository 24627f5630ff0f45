import { useQuery } from '@tanstack/react-query';
import type { SiteTerms } from '#shared/contract/key-sites.ts';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

/** A field's value in words, where two values are compared. */
export function useFieldText(terms: SiteTerms | undefined): (field: string, value: unknown) => string {
  const { data: tree = [] } = useQuery(organizationTree(null));
  return (field, value) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '(空)';
    if (field === 'organizationUid') return tree.find(({ uid }) => uid === value)?.name ?? '已撤销的机构';
    if (field === 'tradeUid') return terms?.trades.find(({ uid }) => uid === value)?.name ?? '';
    if (Array.isArray(value))
      return (terms?.kinds ?? [])
        .filter(({ uid }) => value.includes(uid))
        .map(({ name }) => name)
        .join('、');
    return typeof value === 'string' ? value : '';
  };
}
