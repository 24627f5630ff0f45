import type { ListChoice, ListPreview } from '#shared/contract/table-import.ts';
import { type Client, finishedJob } from './core.ts';

export const nothingChosen: ListChoice = { form: null, corrections: [] };

/** Waits for the job that reads a table. @returns its preview */
export async function previewOf(client: Client, started: Promise<{ jobUid: string }>): Promise<ListPreview> {
  const job = await finishedJob(client, (await started).jobUid);
  if (job.status !== 'done') throw new Error(job.problem ?? job.status);
  return job.result as ListPreview;
}

/** What happens to each row, in the order of the table. */
export function actionsOf({ rows }: ListPreview): string[] {
  return rows.toSorted((one, other) => one.row - other.row).map(({ action }) => action);
}
