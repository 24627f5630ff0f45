import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { YearComposition } from '#shared/contract/year.ts';
import { cellChange, entry, everyCell, putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

const settings: YearComposition['settings'] = {
  missing: 'open',
  bonus: 'weighted',
  veto: 'year',
  source: '市政府2026年考核办法',
};
const nothing: YearComposition = { parts: [], settings: { ...settings, source: '' } };

describe('a year made of other periods', () => {
  let office: Office;
  let organizationUids: string[];
  let schemeUid: string;
  const quarters: { uid: string; frame: GroupFrame }[] = [];
  let yearUid: string;

  async function open(kind: 'quarter' | 'year', title: string, firstDay: string, lastDay: string) {
    const groups = [{ name: '县(市、区)', schemeUid, organizationUids }];
    const { uid } = await office.client.assessment.openPeriod({ kind, title, firstDay, lastDay, groups });
    const period = await office.client.assessment.period({ uid });
    return { uid, frame: await office.client.assessment.frame({ groupUid: period.groups[0]!.uid }) };
  }

  /** Full marks but for the first object, which loses so many points on 2.1. */
  async function score(frame: GroupFrame, lost: number): Promise<void> {
    const changes = everyCell(frame);
    const first = cellChange(frame, [0, 3], entry({ direct: 20_000 - lost * 1000, reason: '检查发现' }));
    await office.client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: [...changes, first],
    });
  }

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    schemeUid = await putSchemeInForce(office.client);
    const choices = await office.client.assessment.objectChoices({ appliesTo: 'county', day: '2026-12-31' });
    organizationUids = choices.slice(0, 3).map(({ uid }) => uid);
    quarters.push(await open('quarter', '第一季度考核', '2026-01-01', '2026-03-31'));
    quarters.push(await open('quarter', '第二季度考核', '2026-04-01', '2026-06-30'));
    ({ uid: yearUid } = await open('year', '2026年度考核', '2026-01-01', '2026-12-31'));
    await score(quarters[0]!.frame, 10);
    await score(quarters[1]!.frame, 20);
  });
  afterAll(() => office.close());

  const quarterly = (...weights: number[]): YearComposition => ({
    parts: weights.map((weight, place) => ({ sourceUid: quarters[place]!.uid, name: '平时', weight })),
    settings,
  });
  const set = (composition: YearComposition, base: YearComposition = nothing) =>
    office.client.year.setComposition({ periodUid: yearUid, base, composition });

  it('is offered the periods that lie within it', async () => {
    const { composition, choices } = await office.client.year.composition({ periodUid: yearUid });
    expect(composition).toEqual(nothing);
    expect(choices.map(({ code, status }) => [code, status])).toEqual([
      ['2026Q1', 'open'],
      ['2026Q2', 'open'],
    ]);
    expect(await office.client.year.results({ periodUid: yearUid })).toBeNull();
  });

  it('refuses weights that do not sum up, a period twice, and one that another window changed', async () => {
    await expect(set(quarterly(60_000, 30_000))).rejects.toMatchObject({
      message: expect.stringContaining('权重合计 90%，还差 10%'),
    });
    const twice = quarterly(50_000, 50_000);
    const [part] = twice.parts;
    await expect(set({ ...twice, parts: [part!, part!] })).rejects.toMatchObject({ code: 'badInput' });
    await expect(set(quarterly(50_000, 50_000), quarterly(40_000, 60_000))).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('shows each part beside the weighted total, ranks by it, and has no cells of its own', async () => {
    await set(quarterly(40_000, 60_000));
    const result = await office.client.year.results({ periodUid: yearUid });
    expect(result?.parts.map(({ label, weight, status }) => [label, weight, status])).toEqual([
      ['第一季度', 40_000, 'open'],
      ['第二季度', 60_000, 'open'],
    ]);
    expect(result?.groups[0]?.rows.at(-1)).toMatchObject({
      parts: [90_000, 80_000],
      total: 84_000,
      rank: 3,
      grade: '良好',
    });
    expect(await office.client.assessment.period({ uid: yearUid })).toMatchObject({ cellCount: 0 });
  });

  it('has no total for who lacks a part, or takes the other parts alone, as it is set', async () => {
    const { client } = office;
    const { frame } = quarters[0]!;
    await client.assessment.setObjects({
      groupUid: frame.uid,
      organizationUids: organizationUids.slice(0, 2),
      seenUids: organizationUids,
    });
    const lastOf = async () =>
      (await client.year.results({ periodUid: yearUid }))?.groups[0]?.rows.find(
        ({ parts }) => parts[0] === null,
      );
    expect(await lastOf()).toMatchObject({ total: null, rank: null, remark: '第一季度没有成绩' });
    const composition = quarterly(40_000, 60_000);
    await set({ ...composition, settings: { ...settings, missing: 'rescale' } }, composition);
    expect(await lastOf()).toMatchObject({ total: 100_000, rank: 1 });
    await client.history.undo({});
    await client.history.undo({});
    expect(await lastOf()).toBeUndefined();
  });

  it('counts of each part the latest stage that has an entry', async () => {
    const { client } = office;
    const { frame } = quarters[1]!;
    const changes = [cellChange(frame, [0, 3], entry({ direct: 10_000, reason: '复核后补记' }))];
    await client.assessment.setReviewedScores({ groupUid: frame.uid, stage: 'reviewed', changes });
    const result = await client.year.results({ periodUid: yearUid });
    expect(result?.groups[0]?.rows.at(-1)).toMatchObject({ parts: [90_000, 90_000], total: 90_000 });
    await client.history.undo({});
  });

  it('is final only after its parts, and holds them until it is opened again', async () => {
    const { client } = office;
    const { problems } = await client.assessment.finalizeCheck({ uid: yearUid });
    expect(problems.map(({ text }) => text)).toEqual(['第一季度还没有定稿', '第二季度还没有定稿']);
    await expect(client.assessment.finalize({ uid: yearUid })).rejects.toMatchObject({ code: 'refused' });
    for (const { uid } of quarters) await client.assessment.finalize({ uid });
    const { fingerprint } = await client.assessment.finalize({ uid: yearUid });
    const [quarter] = quarters;
    await expect(client.assessment.reopen({ uid: quarter!.uid, reason: '更正' })).rejects.toMatchObject({
      message: expect.stringContaining('请先重新打开“2026年度考核”'),
    });
    await expect(set(nothing, quarterly(40_000, 60_000))).rejects.toMatchObject({ code: 'frozen' });

    await client.assessment.reopen({ uid: yearUid, reason: '复核' });
    expect((await client.assessment.finalize({ uid: yearUid })).fingerprint).toBe(fingerprint);
    await client.assessment.reopen({ uid: yearUid, reason: '更正第一季度' });
    await client.assessment.reopen({ uid: quarter!.uid, reason: '更正' });
    await expect(client.assessment.removePeriod({ uid: quarter!.uid })).rejects.toMatchObject({
      code: 'inUse',
    });
  });

  it('may count what is scored in the year itself as one of its parts', async () => {
    const parts = [
      { sourceUid: quarters[1]!.uid, name: '平时', weight: 30_000 },
      { sourceUid: null, name: '年终', weight: 70_000 },
    ];
    await set({ parts, settings }, quarterly(40_000, 60_000));
    const result = await office.client.year.results({ periodUid: yearUid });
    expect(result?.parts.map(({ label }) => label)).toEqual(['第二季度', '年终评分']);
    const period = await office.client.assessment.period({ uid: yearUid });
    expect(period.cellCount).toBe(15);
    const frame = await office.client.assessment.frame({ groupUid: period.groups[0]!.uid });
    await score(frame, 0);
    const after = await office.client.year.results({ periodUid: yearUid });
    expect(after?.groups[0]?.rows.at(-1)).toMatchObject({ parts: [80_000, 100_000], total: 94_000 });
  });
});
