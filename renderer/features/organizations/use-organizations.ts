import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import type { OrganizationMark, OrganizationNode } from '#shared/contract/organizations.ts';
import { api } from '#renderer/app/client.ts';
import { organizationTree } from '#renderer/ui/shared-queries.ts';
import type { Action } from './actions.ts';
import { indexTree, type TreeIndex } from './model/tree-index.ts';

const treeTables = ['organization', 'organization_state'];

/** Everything of one day (null: today), with its index. */
export function useTree(day: string | null) {
  const query = useQuery({ ...organizationTree(day), placeholderData: (old) => old });
  const index = useMemo(() => indexTree(query.data ?? []), [query.data]);
  return { query, index };
}

export function useDetail(uid: string) {
  const tables = [...treeTables, 'organization_succession', 'assessment_object', 'assessment_period'];
  return useQuery(api.organizations.get.queryOptions({ input: { uid }, meta: { tables } }));
}

export function useMarks(): readonly OrganizationMark[] {
  const tables = ['organization_mark', 'organization_state'];
  return useQuery(api.organizations.marks.queryOptions({ meta: { tables } })).data ?? [];
}

/** What every part of the page needs of it. */
export interface PageContext {
  /** The day that is looked at; null: today. */
  day: string | null;
  today: string;
  nodes: readonly OrganizationNode[];
  index: TreeIndex;
  marks: readonly OrganizationMark[];
  mayEdit: boolean;
  select: (uid: string) => void;
  act: (action: Action) => void;
}

const OrganizationsContext = createContext<PageContext | null>(null);
export const OrganizationsProvider = OrganizationsContext.Provider;

export function useOrganizationsPage(): PageContext {
  const context = use(OrganizationsContext);
  if (context === null) throw new Error('only for parts of the organizations page');
  return context;
}
