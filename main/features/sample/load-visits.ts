import * as z from 'zod';
import { localDay } from '#shared/calendar/days.ts';
import { daySchema } from '#shared/contract/fields.ts';
import { reinspectionResults, severities } from '#shared/rules/findings/model.ts';
import { FIGURE_SCALE } from '#shared/rules/visits/model.ts';
import type { RunOperation } from './run-operation.ts';

const findingSchema = z.object({
  /** That was answered 不符合; null: found outside of the checklist. */
  question: z.string().nullable(),
  spot: z.string(),
  what: z.string(),
  severity: z.enum(severities),
  element: z.string(),
  article: z.string(),
  demand: z.string(),
  dueOn: daySchema,
  reinspections: z.array(
    z.object({
      day: daySchema,
      inspectors: z.string(),
      result: z.enum(reinspectionResults),
      text: z.string(),
      close: z.boolean(),
    }),
  ),
});

export const visitsSchema = z.object({
  visits: z.array(
    z.object({
      /** Title of the campaign and name of the target. */
      campaign: z.string(),
      target: z.string(),
      day: daySchema,
      team: z.string(),
      inspectors: z.array(z.string()),
      /** By name. */
      figures: z.record(z.string(), z.number()),
      note: z.string(),
      findings: z.array(findingSchema),
    }),
  ),
});
export type SampleVisit = z.infer<typeof visitsSchema>['visits'][number];

/** Records of visits, and what became of their findings; a day that has not come yet cannot be recorded. */
export async function loadVisits(run: RunOperation, visits: readonly SampleVisit[]): Promise<void> {
  const today = localDay(Date.now());
  const campaigns = await run('campaigns', 'list', { text: '' });
  for (const visit of visits.filter(({ day }) => day <= today)) {
    const campaignUid = campaigns.find(({ title }) => title === visit.campaign)?.uid ?? '';
    const rows = await run('visits', 'list', { campaignUid });
    const targetUid = rows.find(({ name }) => name === visit.target)?.targetUid ?? '';
    await loadVisit(run, { campaignUid, targetUid }, visit);
    const { findings } = await run('visits', 'sheet', { targetUid });
    for (const { uid, what } of findings) {
      const found = visit.findings.find((finding) => finding.what === what);
      const looked = found?.reinspections.filter(({ day }) => day <= today) ?? [];
      for (const reinspection of looked) await run('findings', 'reinspect', { uids: [uid], ...reinspection });
    }
  }
}

async function loadVisit(
  run: RunOperation,
  { campaignUid, targetUid }: { campaignUid: string; targetUid: string },
  { day, team, inspectors, figures, note, findings }: SampleVisit,
): Promise<void> {
  const { leadUids, checklists } = await run('visits', 'sheet', { targetUid });
  const questions = checklists.flatMap(({ items }) => items).filter(({ kind }) => kind === 'question');
  const uidOf = (question: string | null) => questions.find(({ text }) => text === question)?.uid ?? null;
  const failed = new Set(findings.map(({ question }) => uidOf(question)));
  const answers = questions.map(({ uid: itemUid }) => ({
    itemUid,
    answer: failed.has(itemUid) ? ('fail' as const) : ('pass' as const),
    note: '',
  }));
  const known = (await run('visits', 'choices', { campaignUid })).figures;
  const values = Object.entries(figures).map(([name, value]) => ({
    figureUid: known.find((figure) => figure.name === name)?.uid ?? '',
    value: value * FIGURE_SCALE,
  }));
  const people = inspectors.map((name) => ({ uid: null, name }));
  await run('visits', 'record', {
    targetUid,
    fields: { day, team, inspectors: people, answers, values, note },
    found: findings.map(({ reinspections: _later, question, ...found }) => ({
      itemUid: uidOf(question),
      leadUids,
      ...found,
    })),
  });
}
