import { useQuery } from '@tanstack/react-query';
import type { PeriodKind } from '#shared/contract/period-kinds.ts';
import { api } from '#renderer/app/client.ts';

/** The office's export forms for a kind of period, the one taken last first. */
export function useForms(periodKind: PeriodKind) {
  return useQuery(
    api.exportForms.list.queryOptions({
      input: { periodKind },
      meta: { tables: ['export_form', 'setting'] },
    }),
  );
}
