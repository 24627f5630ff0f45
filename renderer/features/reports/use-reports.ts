import { useQuery } from '@tanstack/react-query';
import type { ReportChoice } from '#shared/contract/reports.ts';
import { api } from '#renderer/app/client.ts';

const definitionTables = ['report_definition'];

/** Everything that any measure counts. */
const countedTables = [
  ...definitionTables,
  'visit',
  'visit_value',
  'visit_figure',
  'campaign',
  'campaign_target',
  'finding',
  'task',
  'task_unit',
  'task_event',
  'listed_supervision',
  'meeting',
  'meeting_attendee',
  'assessment_period',
  'assessment_group',
  'assessment_object',
  'score',
  'key_site',
  'key_site_kind',
  'site_trade',
  'site_kind',
  'organization',
  'organization_state',
];

export function useReports() {
  return useQuery(api.reports.list.queryOptions({ meta: { tables: definitionTables } }));
}

/** What was shown stays while another time is counted. */
export function useReport(choice: ReportChoice) {
  return useQuery(
    api.reports.view.queryOptions({
      input: choice,
      placeholderData: (before) => before,
      meta: { tables: countedTables },
    }),
  );
}

export function useReportPaper(choice: ReportChoice) {
  return useQuery(api.reports.paper.queryOptions({ input: choice, meta: { tables: countedTables } }));
}

export function useMeasures() {
  return useQuery(api.reports.measures.queryOptions({ meta: { tables: ['visit_figure', 'scheme'] } })).data;
}

export function useSets() {
  return useQuery(api.reports.sets.queryOptions({ meta: { tables: ['report_set'] } }));
}

export function useSet(uid: string) {
  return useQuery(
    api.reports.set.queryOptions({ input: { uid }, meta: { tables: ['report_set', ...countedTables] } }),
  );
}

export function useSetPapers(uid: string) {
  return useQuery(api.reports.setPapers.queryOptions({ input: { uid }, meta: { tables: ['report_set'] } }));
}
