import type { ForeignFormDetail } from '#shared/contract/foreign-forms.ts';
import type { FormLayout } from '#shared/rules/foreign-forms/layout.ts';
import { api, client } from '#renderer/app/client.ts';
import { type JobResult, useJobResult } from '#renderer/ui/use-job-result.ts';

/** The form's sheets, read by the core each time that the page or another version of the form is opened. */
export function useOpened({
  uid,
  addedAt,
}: Pick<ForeignFormDetail, 'uid' | 'addedAt'>): JobResult<FormLayout> {
  return useJobResult<FormLayout>({
    queryKey: [...api.foreignForms.open.key({ input: { uid } }), addedAt],
    queryFn: () => client.foreignForms.open({ uid }),
  });
}
