import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rowsByCell } from '#shared/rules/assessment/cell-key.ts';
import type { ObjectionRow } from '#shared/contract/objections.ts';
import { api } from '#renderer/app/client.ts';

const objectionTables = ['objection', 'assessment_period', 'assessment_group', 'organization_state'];

export function useObjectionsOfPeriod(periodUid: string) {
  return useQuery(
    api.objections.ofPeriod.queryOptions({ input: { periodUid }, meta: { tables: objectionTables } }),
  );
}

/** Objections by the cell of the score sheet that they are about; what waits first. */
export interface ObjectionsByCell {
  at: (objectUid: string, indicatorUid: string) => readonly ObjectionRow[];
  isOpenAt: (objectUid: string, indicatorUid: string) => boolean;
}

export function useObjectionsByCell(periodUid: string): ObjectionsByCell {
  const { data } = useObjectionsOfPeriod(periodUid);
  return useMemo(() => {
    const at = rowsByCell(data ?? []);
    return {
      at,
      isOpenAt: (objectUid, indicatorUid) =>
        at(objectUid, indicatorUid).some(({ outcome }) => outcome === 'open'),
    };
  }, [data]);
}
