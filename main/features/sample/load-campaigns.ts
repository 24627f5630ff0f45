import * as z from 'zod';
import { addDays, daysBetween } from '#shared/calendar/days.ts';
import { daySchema } from '#shared/contract/fields.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import type { RunOperation } from './run-operation.ts';

export const campaignsSchema = z.object({
  campaigns: z.array(
    z.object({
      title: z.string(),
      kind: z.string(),
      document: z.string(),
      firstDay: daySchema,
      lastDay: daySchema,
      content: z.string(),
      /** Titles. */
      checklists: z.array(z.string()),
      /** Kinds of sites. */
      sweep: z.array(z.string()),
      seed: z.int(),
      /** So many percent of the targets were visited, evenly over these days. */
      visits: z.object({ share: z.int(), from: daySchema, to: daySchema }),
      closedOn: daySchema.nullable(),
      /** Planned for these days and published, with so many pins; null: without a schedule. */
      schedule: z
        .object({ from: daySchema, to: daySchema, pins: z.int(), publishedOn: daySchema })
        .nullable(),
    }),
  ),
});
export type SampleCampaign = z.infer<typeof campaignsSchema>['campaigns'][number];

/** Campaigns over the ledger of key sites: swept, drawn and taken, under way, and as far as they have come. */
export async function loadCampaigns(run: RunOperation, all: readonly SampleCampaign[]): Promise<void> {
  const { kinds, checklists } = await run('campaigns', 'choices', undefined);
  const terms = await run('keySites', 'terms', undefined);
  const uidsOf = (list: readonly { uid: string; name: string }[], names: readonly string[]): string[] =>
    names.flatMap((name) => list.find((each) => each.name === name)?.uid ?? []);
  for (const { title, kind, document, firstDay, lastDay, ...campaign } of all) {
    const [kindUid = ''] = uidsOf(kinds, [kind]);
    const fields = { title, kindUid, document, firstDay, lastDay, announced: true };
    const { uid } = await run('campaigns', 'add', fields);
    await run('campaigns', 'update', {
      uid,
      base: { content: '', checklistUids: [] },
      set: { content: campaign.content, checklistUids: uidsOf(checklists, campaign.checklists) },
    });
    await run('campaigns', 'sweep', { uid, kindUids: uidsOf(terms.kinds, campaign.sweep), reason: '' });
    const { fingerprint } = await run('campaigns', 'drawingPreview', { uid });
    const { seed } = campaign;
    const { drawingUid } = await run('campaigns', 'draw', { uid, seed, reason: '', fingerprint });
    await run('campaigns', 'takeDrawing', { uid: drawingUid });
    await run('campaigns', 'start', { uid });
    await visit(run, uid, campaign.visits);
    if (campaign.schedule !== null) await plan(run, uid, campaign.schedule);
    if (campaign.closedOn !== null) await run('campaigns', 'close', { uid, day: campaign.closedOn });
  }
}

async function plan(
  run: RunOperation,
  uid: string,
  { from, to, pins, publishedOn }: NonNullable<SampleCampaign['schedule']>,
): Promise<void> {
  const { settings, teams } = await run('schedules', 'get', { uid });
  const base = { settings, teams };
  await run('schedules', 'setSettings', { uid, base, set: { settings: { ...settings, from, to }, teams } });
  const empty = await run('schedules', 'get', { uid });
  const greedy = greedyPlan(empty.problem);
  await run('schedules', 'accept', { uid, stamp: empty.stamp, plan: greedy, quality: null });
  const placeIds = greedy.trips.flatMap((trip) => trip.placeIds.slice(0, 1));
  for (const placeId of placeIds.slice(0, pins))
    await run('schedules', 'edit', { uid, edit: { kind: 'pinPlace', placeId, pinned: true } });
  const { stamp } = await run('schedules', 'get', { uid });
  await run('schedules', 'publish', { uid, day: publishedOn, stamp });
}

async function visit(
  run: RunOperation,
  campaignUid: string,
  { share, from, to }: SampleCampaign['visits'],
): Promise<void> {
  const filter = {
    uid: campaignUid,
    view: 'listed',
    origin: null,
    countyUid: null,
    kindUid: null,
    text: '',
  } as const;
  const { rows } = await run('campaigns', 'targets', filter);
  const visited = rows.slice(0, Math.round((rows.length * share) / 100));
  const days = daysBetween(from, to) + 1;
  const perDay = Map.groupBy(visited, (_target, index) => Math.floor((index * days) / visited.length));
  for (const [place, targets] of perDay) {
    const uids = targets.map(({ uid }) => uid);
    await run('campaigns', 'setVisited', { campaignUid, uids, day: addDays(from, place) });
  }
}
