import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rowsByCell } from '#shared/rules/assessment/cell-key.ts';
import type { DeductionRow } from '#shared/contract/deductions.ts';
import { api } from '#renderer/app/client.ts';

const deductionTables = ['deduction', 'task', 'assessment_period', 'organization_state'];

export function useDeductionsOfTask(uid: string): readonly DeductionRow[] {
  const { data = [] } = useQuery(
    api.deductions.ofTask.queryOptions({ input: { uid }, meta: { tables: deductionTables } }),
  );
  return data;
}

export function useDeductionsOfPeriod(periodUid: string) {
  return useQuery(
    api.deductions.ofPeriod.queryOptions({ input: { periodUid }, meta: { tables: deductionTables } }),
  );
}

/** Asked for anew each time: the form begins with the first answer. */
export function useChoices(taskUids: string[]) {
  return useQuery({
    ...api.deductions.choices.queryOptions({ input: { taskUids } }),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Deductions by the cell of the score sheet that they stand at; what waits first. */
export interface DeductionsByCell {
  at: (objectUid: string, indicatorUid: string) => readonly DeductionRow[];
  waitingAt: (objectUid: string, indicatorUid: string) => number;
}

export function useDeductionsByCell(periodUid: string): DeductionsByCell {
  const { data } = useDeductionsOfPeriod(periodUid);
  return useMemo(() => {
    const at = rowsByCell(data ?? []);
    return {
      at,
      waitingAt: (objectUid, indicatorUid) =>
        at(objectUid, indicatorUid).filter(({ state }) => state === 'waiting').length,
    };
  }, [data]);
}
