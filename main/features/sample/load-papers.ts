import type { SamplePapers } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

const KIND = 'notice';

/** Whom papers name as contact, and what the office had issued before it had the program. */
export async function loadPapers(run: RunOperation, { contact, earlier }: SamplePapers): Promise<void> {
  const { stored } = await run('papers', 'settings', undefined);
  await run('papers', 'updateSettings', {
    ...stored,
    contactPerson: contact.person,
    contactPhone: contact.phone,
  });
  const kinds = await run('papers', 'kinds', undefined);
  const seriesUid = kinds.find(({ code }) => code === KIND)?.seriesUid ?? '';
  await run('papers', 'enterEarlier', { kind: KIND, seriesUid, items: earlier });
}
