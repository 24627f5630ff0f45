import * as z from 'zod';
import { daySchema } from '#shared/contract/fields.ts';
import { splitClauses } from '#shared/rules/library/split-clauses.ts';
import type { RunOperation } from './run-operation.ts';

export const librarySchema = z.object({
  entries: z.array(
    z.object({
      title: z.string(),
      number: z.string(),
      issuer: z.string(),
      issuedOn: daySchema,
      inForceFrom: daySchema,
      inForceTo: daySchema.nullable(),
      /** Number of the one that has taken its place, which stands before it. */
      replacedBy: z.string().optional(),
      subjects: z.string(),
      abstract: z.string(),
      text: z.string(),
    }),
  ),
  /** One that still rests on what was replaced. */
  checklist: z.object({
    title: z.string(),
    source: z.string(),
    questions: z.array(
      z.object({ text: z.string(), article: z.string(), demand: z.string(), dueDays: z.int() }),
    ),
  }),
  /** Title of the received paper that was taken over. */
  takenOver: z.string(),
});
export type SampleLibrary = z.infer<typeof librarySchema>;

/** The list that comes with the program, and papers of the sample city with invented clauses. */
export async function loadLibrary(run: RunOperation, { entries, ...sample }: SampleLibrary): Promise<void> {
  await run('library', 'loadCatalogue', undefined);
  const uids = new Map<string, string>();
  for (const { text, replacedBy, ...fields } of entries) {
    const { uid } = await run('library', 'add', {
      ...fields,
      level: 'own',
      validity: replacedBy === undefined ? 'valid' : 'replaced',
      replacedByUid: uids.get(replacedBy ?? '') ?? null,
    });
    uids.set(fields.number, uid);
    await run('library', 'addClauses', { uid, replaces: false, clauses: splitClauses(text).clauses });
  }
  await loadChecklist(run, sample.checklist);
  const { rows } = await run('receivedPapers', 'list', {
    view: 'all',
    year: null,
    text: sample.takenOver,
    after: null,
    limit: 1,
  });
  for (const { uid: receivedUid } of rows)
    await run('library', 'takeOver', { receivedUid, linkToUid: null, anyway: false });
}

async function loadChecklist(
  run: RunOperation,
  { title, source, questions }: SampleLibrary['checklist'],
): Promise<void> {
  const rows = questions.map((question) => ({
    level: 0,
    kind: 'question' as const,
    ...question,
    severity: 'ordinary' as const,
    element: '',
  }));
  await run('checklists', 'add', { title, source, note: '', rows });
}
