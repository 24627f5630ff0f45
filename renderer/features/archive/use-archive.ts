import { useQuery } from '@tanstack/react-query';
import type { YearSurvey } from '#shared/contract/archive.ts';
import { api, client } from '#renderer/app/client.ts';
import { useJobResult } from '#renderer/ui/use-job-result.ts';

export function useArchives() {
  return useQuery(api.archive.list.queryOptions({ meta: { tables: ['archive'] } }));
}

export function useYears() {
  const tables = ['assessment_period', 'paper', 'received_paper', 'task', 'meeting', 'duty_period'];
  return useQuery(api.archive.years.queryOptions({ meta: { tables } }));
}

/** Counted when the page is opened, and for another year. */
export function useSurvey(year: number) {
  return useJobResult<YearSurvey>({
    queryKey: api.archive.survey.key({ input: { year } }),
    queryFn: () => client.archive.survey({ year }),
  });
}
