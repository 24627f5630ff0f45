import { beforeAll } from 'vitest';
import type { NewFound, RecordFields, VisitSheet } from '#shared/contract/visits.ts';
import { addDays } from '#shared/calendar/days.ts';
import { CHECKLIST, checklistFolder, questions } from '#tests/support/checklist-folder.ts';
import type { Client } from '#tests/support/core.ts';
import { type CampaignOffice, today, useCampaignOffice } from '../campaigns/support.ts';

export { today };

type Question = keyof typeof questions;

/** A campaign under way since five days, over the sites of the campaign tests, with a checklist. */
export class VisitOffice {
  readonly at: CampaignOffice;
  readonly client: Client;
  readonly campaignUid: string;

  constructor(at: CampaignOffice, campaignUid: string) {
    this.at = at;
    this.client = at.client;
    this.campaignUid = campaignUid;
  }

  async target(name: string): Promise<string> {
    const targets = await this.at.targets(this.campaignUid);
    return targets.find((target) => target.name === name)!.uid;
  }

  async sheet(name: string): Promise<VisitSheet> {
    return this.client.visits.sheet({ targetUid: await this.target(name) });
  }

  /** Records a visit of a target. */
  async record(name: string, more: Partial<RecordFields> = {}, found: NewFound[] = []) {
    const fields = { day: today, team: '', inspectors: [], answers: [], values: [], note: '', ...more };
    return this.client.visits.record({ targetUid: await this.target(name), fields, found });
  }

  /** The uid of a question, or of the section above it. */
  async item(name: string, question: Question | '燃气'): Promise<string> {
    const { checklists } = await this.sheet(name);
    const text = question === '燃气' ? question : questions[question];
    return checklists[0]!.items.find((item) => item.text === text)!.uid;
  }

  async fails(name: string, ...failed: Question[]): Promise<RecordFields['answers']> {
    return Promise.all(
      failed.map(async (question) => ({
        itemUid: await this.item(name, question),
        answer: 'fail' as const,
        note: '',
      })),
    );
  }

  get townshipUid(): string {
    return this.at.sites.places.城东区中山街道!;
  }

  /** Something found outside of the checklists. */
  found(what: string, more: Partial<NewFound> = {}): NewFound {
    return {
      itemUid: null,
      spot: '',
      what,
      severity: 'ordinary',
      element: '',
      article: '',
      demand: '',
      dueOn: addDays(today, 10),
      leadUids: [this.townshipUid],
      ...more,
    };
  }

  /** A visit of a target with one finding. @returns the finding */
  async findOne(name: string, what: string, more: Partial<NewFound> = {}, day = today): Promise<string> {
    await this.record(name, { day }, [this.found(what, more)]);
    return (await this.sheet(name)).findings[0]!.uid;
  }
}

/** One office for a describe block. */
export function useVisitOffice(): { at: () => VisitOffice } {
  const place = useCampaignOffice(checklistFolder);
  const office: VisitOffice[] = [];
  beforeAll(async () => {
    const at = place.at();
    const uid = await at.campaign('冬春督查', { firstDay: addDays(today, -5), lastDay: addDays(today, 5) });
    const { checklists } = await at.client.campaigns.choices();
    const checklistUids = [checklists.find(({ name }) => name === CHECKLIST)!.uid];
    const none = { checklistUids: [] };
    await at.client.campaigns.update({ uid, base: none, set: { checklistUids } });
    await at.withoutRule(uid);
    await at.sweep(uid, [at.kinds.crowded, at.kinds.key]);
    await at.client.campaigns.start({ uid });
    office.push(new VisitOffice(at, uid));
  });
  return { at: () => office[0]! };
}
