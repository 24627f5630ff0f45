import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What reading a table answers to the service that started it. */
export interface ReadTable<Preview> {
  preview: Omit<Preview, 'stagedUid'>;
  /** JSON of what waits for the clerk's yes, in the job's own folder; null while errors stand in the way. */
  payloadFile: string | null;
}

/** With what waits for the clerk's yes, unless errors stand in the way. */
export function withPayload<Preview extends { errorCount: number }>(
  preview: Preview,
  payload: object,
  { temporaryFolder }: { temporaryFolder: string },
): { preview: Preview; payloadFile: string | null } {
  if (preview.errorCount > 0) return { preview, payloadFile: null };
  const payloadFile = join(temporaryFolder, 'staged.json');
  writeFileSync(payloadFile, JSON.stringify(payload));
  return { preview, payloadFile };
}
