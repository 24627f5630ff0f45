import { useQuery } from '@tanstack/react-query';
import type { ReportChoice } from '#shared/contract/reports.ts';
import { ANY_TABLE } from '#renderer/app/changes.ts';
import { api } from '#renderer/app/client.ts';

const definitionTables = ['report_definition'];

export function useReports() {
  return useQuery(api.reports.list.queryOptions({ meta: { tables: definitionTables } }));
}

/** What measures there are: figures of visits, grades of schemes, kinds of bodies. */
const measureTables = ['visit_figure', 'scheme', 'establishment_kind', 'site_kind', 'shortfall_item'];

/** Who prints it. */
const printedTables = ['setting'];

export function useMeasures() {
  return useQuery(api.reports.measures.queryOptions({ meta: { tables: measureTables } })).data;
}

/** Everything that any measure counts, as the measures tell it. */
function useCountedTables(): readonly string[] {
  const measures = useMeasures();
  if (measures === undefined) return [ANY_TABLE];
  return [...new Set([...definitionTables, ...printedTables, ...measures.flatMap(({ tables }) => tables)])];
}

/** What was shown stays while another time is counted. */
export function useReport(choice: ReportChoice) {
  const tables = useCountedTables();
  return useQuery(
    api.reports.view.queryOptions({
      input: choice,
      placeholderData: (before) => before,
      meta: { tables },
    }),
  );
}

export function useReportPaper(choice: ReportChoice) {
  const tables = useCountedTables();
  return useQuery(api.reports.paper.queryOptions({ input: choice, meta: { tables } }));
}

export function useSets() {
  return useQuery(api.reports.sets.queryOptions({ meta: { tables: ['report_set'] } }));
}

export function useSet(uid: string) {
  const tables = useCountedTables();
  return useQuery(
    api.reports.set.queryOptions({ input: { uid }, meta: { tables: ['report_set', ...tables] } }),
  );
}

export function useSetPapers(uid: string) {
  return useQuery(api.reports.setPapers.queryOptions({ input: { uid }, meta: { tables: ['report_set'] } }));
}
