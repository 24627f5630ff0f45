import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

const tables = ['foreign_form'];

export function useForeignForms() {
  return useQuery(api.foreignForms.list.queryOptions({ meta: { tables } }));
}

export function useForeignForm(uid: string) {
  return useQuery(api.foreignForms.get.queryOptions({ input: { uid }, meta: { tables } }));
}

/** What can be filled in; with a period the indicators of its schemes. What was offered stays while it is fetched. */
export function useOfferedFields(periodUid: string | null) {
  return useQuery(
    api.foreignForms.fields.queryOptions({
      input: { periodUid },
      placeholderData: (before) => before,
      meta: {
        tables: [
          'assessment_period',
          'assessment_group',
          'indicator',
          'scheme',
          'scheme_category',
          'report_definition',
          'visit_figure',
        ],
      },
    }),
  );
}

export function usePeriods() {
  return useQuery(api.assessment.periods.queryOptions({ meta: { tables: ['assessment_period'] } }));
}
