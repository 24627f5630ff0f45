import { beforeAll, describe, expect, it } from 'vitest';
import { CODE, CODE_2, everyEnterprise } from '../credit/support.ts';
import { passOn } from '../findings/passed-on.ts';
import { today, useVisitOffice, VisitOffice } from '../visits/support.ts';

const OPEN = '河口商场';
const SECRET = '城东仓库';

describe('what came of a secret campaign', () => {
  const { at } = useVisitOffice();
  let secret: VisitOffice;
  let finding: string;
  let earlier: ReadonlySet<string>;

  const uidsOf = (rows: readonly { uid: string }[]) => rows.map((row) => row.uid);
  const notices = () => at().client.notices.list({ view: 'all', kind: null, unitUid: null, text: '' });

  /** Uids of what was made of the finding, by what it is. */
  async function made(): Promise<Record<string, string[]>> {
    const { client } = at();
    const own = (await notices()).filter(({ uid }) => !earlier.has(uid));
    const listed = await client.listedSupervision.list({ view: 'all', text: SECRET });
    const enterprises = await client.credit.list({ ...everyEnterprise, text: SECRET, after: 0, limit: 10 });
    const { uid, events, decisions } = await client.credit.get({ uid: enterprises.rows[0]!.uid });
    const decided = await Promise.all(
      decisions.map((decision) => client.papers.ofSubject({ kind: 'creditDecision', uid: decision.uid })),
    );
    return {
      findings: [finding],
      notices: uidsOf(own),
      papers: [...own.map(({ paperUid }) => paperUid), ...uidsOf(decided.flat())],
      listed: uidsOf(listed),
      enterprises: [uid],
      events: uidsOf(events),
      decisions: uidsOf(decisions),
    };
  }

  beforeAll(async () => {
    const office = at().at;
    const uid = await office.campaign('夜间暗访', { announced: false, firstDay: today });
    await office.withoutRule(uid);
    await office.sweep(uid, [office.kinds.key]);
    await office.client.campaigns.start({ uid });
    secret = new VisitOffice(office, uid);
    await passOn(at().client, await at().findOne(OPEN, '消火栓无水'), CODE);
    earlier = new Set(uidsOf(await notices()));
    finding = await secret.findOne(SECRET, '值班室无人');
    // The event and the decision rest on the listing alone.
    await passOn(at().client, finding, CODE_2);
  });

  it('is marked on every page: finding, letter, listing, papers, enterprise, event and decision', async () => {
    const all = await made();
    expect(Object.entries(all).map(([name, uids]) => [name, uids.length])).toEqual([
      ['findings', 1],
      ['notices', 2],
      ['papers', 3],
      ['listed', 1],
      ['enterprises', 1],
      ['events', 1],
      ['decisions', 1],
    ]);
    const marked = await at().client.unreleased.list();
    expect(marked.toSorted()).toEqual(Object.values(all).flat().toSorted());
  });

  it('is marked no longer once the campaign is released', async () => {
    await at().client.campaigns.release({ uid: secret.campaignUid });
    expect(await at().client.unreleased.list()).toEqual([]);
  });
});
