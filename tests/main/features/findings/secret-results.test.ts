import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { openReader } from '#main/core/store/open.ts';
import { creditReportMeasures } from '#main/features/credit/measures.ts';
import { listedReportMeasures } from '#main/features/listed-supervision/measures.ts';
import { fieldRecords } from '#tests/support/field-records.ts';
import { signedIn } from '../campaigns/secrecy-support.ts';
import { CODE, CODE_2 } from '../credit/support.ts';
import { today, useVisitOffice, VisitOffice } from '../visits/support.ts';
import { passOn } from './passed-on.ts';

const every = { campaignUid: null, from: null, to: null };
const feedback = { kind: 'ledger', ledger: 'taskFeedback' } as const;

const ofToday = { caller: { userUid: null }, today, from: today, to: today };

/** What letters, listings and credit fill forms with. */
const keys = [
  'noticeCounts',
  'notices',
  'papers',
  'listedCounts',
  'listed',
  'creditEvents',
  'creditDecisions',
] as const;

describe('the results of a secret campaign', () => {
  const { at } = useVisitOffice();
  let secret: VisitOffice;
  const handedOut = (key: string) => fieldRecords(at().at.sites.office.dataFolder, key, ofToday);
  const totals = () => {
    const db = openReader(at().at.sites.office.dataFolder);
    const counts = [listedReportMeasures, creditReportMeasures].map(
      (source) => source.count({ ...ofToday, db }, null).total,
    );
    db.close();
    return counts;
  };
  beforeAll(async () => {
    const office = at().at;
    const uid = await office.campaign('夜间暗访', { announced: false, firstDay: today });
    await office.withoutRule(uid);
    await office.sweep(uid, [office.kinds.key]);
    await office.client.campaigns.start({ uid });
    secret = new VisitOffice(office, uid);
    await secret.findOne('城东仓库', '值班室无人');
    await at().findOne('河口商场', '消火栓无水');
  });

  it('are not among those of all before it is released, nor in the list that they open', async () => {
    const { client } = at();
    expect(await client.findings.results(every)).toMatchObject({ total: { found: 1 }, hiddenCampaigns: 1 });
    const days = { from: null, to: null, team: null };
    const counted = { ...days, hasNoCounty: false, hasNoTrade: false, isRectified: false };
    const filter = { campaignUid: null, countyUid: null, tradeUid: null, severity: null, text: '', counted };
    const { views } = await client.findings.counts({ ...filter, view: 'all' });
    expect(views.all).toBe(1);
  });

  it('are shown by themselves to those who may know, and refused to all others', async () => {
    const scope = { ...every, campaignUid: secret.campaignUid };
    expect((await at().client.findings.results(scope)).total.found).toBe(1);
    const { uid } = await at().client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
    const other = await signedIn(at().at, uid, '');
    await expect(other.client.findings.results(scope)).rejects.toThrow('这是暗访，只有知情人能看');
    await expect(other.client.findings.repeated(scope)).rejects.toThrow('这是暗访，只有知情人能看');
  });

  it('are asked of nobody in tables that are handed out before it is released', async () => {
    const { units } = await at().client.collections.propose({ origin: feedback });
    expect(units.map(({ givenRows }) => givenRows)).toEqual([1]);
  });

  it('fill no form before it is released, not even for those who may know', async () => {
    const { dataFolder } = at().at.sites.office;
    const { user } = await at().client.session.state();
    const asked = {
      caller: { userUid: user!.uid },
      today,
      from: addDays(today, -30),
      to: addDays(today, 30),
    };
    const told = (key: string) => fieldRecords(dataFolder, key, asked);
    expect(told('campaigns').map((row) => row['督查名称'])).toEqual(['冬春督查']);
    expect(told('visits').map((row) => row['检查对象'])).toEqual(['河口商场']);
    expect(told('findings').map((row) => row['存在的问题'])).toEqual(['消火栓无水']);
    expect(told('tasks').map((row) => row['任务'])).toEqual([expect.stringContaining('消火栓无水')]);
    expect(told('taskCounts')).toEqual([expect.objectContaining({ 督办任务数: 1 })]);
  });

  it('fill no form by what was made of them either: papers, listings, credit', async () => {
    const sent = () => handedOut('units').map((row) => Number(row['督办通知份数'] ?? 0));
    const findingOf = async (office: VisitOffice, place: string) => (await office.sheet(place)).findings[0]!;
    const open = await findingOf(at(), '河口商场');
    await passOn(at().client, open.uid, CODE);
    const before = new Map(keys.map((key) => [key, handedOut(key)]));
    const [sentBefore, totalsBefore] = [sent(), totals()];
    expect(before.get('notices')).toHaveLength(2);
    expect(before.get('papers')).toHaveLength(3);
    const { uid } = await findingOf(secret, '城东仓库');
    await passOn(at().client, uid, CODE_2);
    for (const key of keys) expect([key, handedOut(key)]).toEqual([key, before.get(key)]);
    expect(sent()).toEqual(sentBefore);
    expect(totals()).toEqual(totalsBefore);
    expect(handedOut('credit').map((row) => row['企业名称'])).toEqual(['河口商场']);
  });

  it('are no tasks in the monthly circular to all units before it is released', async () => {
    const { client } = at();
    const [{ uid } = { uid: '' }] = (await secret.sheet('城东仓库')).findings;
    const { task } = await client.findings.get({ uid });
    const choice = { month: task.dueOn!.slice(0, 7), kind: null, sourceText: null, supporting: false };
    expect(await client.tasks.monthlyReport(choice)).toMatchObject({ taskCount: 1, withheld: 1 });
    const { paperUid } = await client.tasks.draftMonthlyReport(choice);
    const { content } = await client.papers.get({ uid: paperUid });
    expect(JSON.stringify(content)).not.toContain('城东仓库');
  });

  it('become no circular and name no campaign before it is released, and count like all others afterwards', async () => {
    const { client } = at();
    const { campaignUid } = secret;
    await expect(client.visits.draftCircular({ campaignUid })).rejects.toThrow('解密公布');
    const [{ uid } = { uid: '' }] = (await secret.sheet('城东仓库')).findings;
    const named = async () => {
      const { campaignTitle, task } = await client.findings.get({ uid });
      return [campaignTitle, task.source.text];
    };
    expect(await named()).toEqual(['暗访', '暗访']);
    await client.campaigns.release({ uid: campaignUid });
    expect(await named()).toEqual(['夜间暗访', '夜间暗访']);
    expect(await client.findings.results(every)).toMatchObject({ total: { found: 2 }, hiddenCampaigns: 0 });
    const { units } = await client.collections.propose({ origin: feedback });
    expect(units.reduce((sum, { givenRows }) => sum + givenRows, 0)).toBe(2);
    const { paperUid } = await client.visits.draftCircular({ campaignUid });
    const { content } = await client.papers.get({ uid: paperUid });
    expect(JSON.stringify(content!.body)).toContain('以暗访方式');
    expect(handedOut('listed').map((row) => row['主要火灾隐患'])).toContain('值班室无人');
    expect(totals()).toMatchObject([{ listed: 2 }, { events: 2, decided: 2 }]);
    expect(keys.map((key) => handedOut(key).length)).toEqual([1, 4, 6, 1, 2, 2, 2]);
  });
});
