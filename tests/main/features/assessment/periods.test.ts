import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('assessment periods', () => {
  let office: Office;
  let schemeUid: string;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    schemeUid = await putSchemeInForce(office.client);
  });
  afterAll(() => office.close());

  it('proposes the quarter of today with one group of all counties when there is no period yet', async () => {
    const { title, code, firstDay, lastDay, groups } = await office.client.assessment.proposePeriod({
      kind: 'quarter',
    });
    const month = new Date().getMonth();
    expect(code).toBe(`${new Date().getFullYear()}Q${Math.floor(month / 3) + 1}`);
    expect(title).toMatch(/^\d{4}年第[一二三四]季度消防工作考核$/u);
    expect(firstDay <= lastDay).toBe(true);
    expect(groups).toMatchObject([{ name: '县(市、区)', schemeUid, appliesTo: 'county' }]);
    expect(groups[0]?.organizationUids.length).toBeGreaterThan(3);
  });

  it('lists townships county by county', async () => {
    const day = '2026-11-01';
    const choices = await office.client.assessment.objectChoices({ appliesTo: 'township', day });
    const counties = choices.map(({ parentName }) => parentName);
    expect(choices.length).toBeGreaterThan(30);
    const turns = counties.filter((name, index) => name !== counties[index - 1]);
    expect(turns).toHaveLength(new Set(counties).size);
  });

  it('opens a period, counts its cells, and proposes the next one with the same groups', async () => {
    const { client } = office;
    const proposal = await client.assessment.proposePeriod({ kind: 'year' });
    const { uid } = await client.assessment.openPeriod({ ...proposal, kind: 'year' });
    const period = await client.assessment.period({ uid });
    const objects = proposal.groups[0]!.organizationUids.length;
    expect(period).toMatchObject({
      code: `${proposal.firstDay.slice(0, 4)}Y`,
      status: 'open',
      groupCount: 1,
      objectCount: objects,
      cellCount: objects * 5,
      scoredCount: 0,
      events: [],
    });
    const next = await client.assessment.proposePeriod({ kind: 'year' });
    expect(Number(next.code.slice(0, 4))).toBe(Number(proposal.code.slice(0, 4)) + 1);
    expect(next.groups[0]?.organizationUids).toEqual(proposal.groups[0]?.organizationUids);
  });

  it('refuses a second period of the same quarter and numbers spot checks', async () => {
    const { client } = office;
    const proposal = await client.assessment.proposePeriod({ kind: 'quarter' });
    await client.assessment.openPeriod({ ...proposal, kind: 'quarter' });
    await expect(client.assessment.openPeriod({ ...proposal, kind: 'quarter' })).rejects.toMatchObject({
      code: 'duplicate',
    });
    const codes: string[] = [];
    for (const _time of [1, 2]) {
      const check = await client.assessment.proposePeriod({ kind: 'spotCheck' });
      codes.push(check.code);
      await client.assessment.openPeriod({ ...check, kind: 'spotCheck' });
    }
    expect(codes.map((code) => code.slice(4))).toEqual(['S1', 'S2']);
  });

  it('changes who is assessed, keeps the order given, and takes the change back', async () => {
    const { client } = office;
    const { uid } = (await client.assessment.periods()).find(({ kind }) => kind === 'quarter')!;
    const { groups } = await client.assessment.period({ uid });
    const groupUid = groups[0]!.uid;
    const before = await client.assessment.frame({ groupUid });
    const uids = before.objects.map(({ organizationUid }) => organizationUid);
    const wanted = uids.slice(1).toReversed();
    expect(
      await client.assessment.setObjects({ groupUid, organizationUids: wanted, seenUids: uids }),
    ).toEqual({
      added: 0,
      removed: 1,
    });
    const changed = await client.assessment.frame({ groupUid });
    expect(changed.objects.map(({ organizationUid }) => organizationUid)).toEqual(wanted);
    await client.history.undo({});
    expect(await client.assessment.frame({ groupUid })).toEqual(before);
  });

  it('leaves alone whom another window added or removed since choosing began', async () => {
    const { client } = office;
    const { uid } = (await client.assessment.periods()).find(({ kind }) => kind === 'quarter')!;
    const groupUid = (await client.assessment.period({ uid })).groups[0]!.uid;
    const objects = async () =>
      (await client.assessment.frame({ groupUid })).objects.map(({ organizationUid }) => organizationUid);
    const all = await objects();
    const [first, second, third, ...rest] = all;
    const begun = [first!, second!, third!];
    const set = (organizationUids: string[], seenUids: string[]) =>
      client.assessment.setObjects({ groupUid, organizationUids, seenUids });
    await set(begun, all);
    await set([first!, second!, rest[0]!], begun);
    expect(await set([first!, third!, rest[1]!], begun)).toEqual({ added: 1, removed: 1 });
    expect(await objects()).toEqual([first, rest[1], rest[0]]);
    await expect(set([third!], all)).rejects.toMatchObject({ code: 'refused' });
    for (let step = 0; step < 3; step += 1) await client.history.undo({});
    expect(await objects()).toEqual(all);
  });

  it('refuses objects of another level, and a scheme that is still a draft', async () => {
    const { client } = office;
    const { uid: draft } = await client.schemes.create({ title: '草稿', appliesTo: 'county' });
    const { uid: periodUid } = (await client.assessment.periods())[0]!;
    const choices = await client.assessment.objectChoices({ appliesTo: 'township', day: '2026-12-31' });
    expect(choices[0]).toMatchObject({ parentName: expect.any(String), initials: expect.any(String) });
    const organizationUids = [choices[0]!.uid];
    const add = (uid: string) =>
      client.assessment.addGroup({ periodUid, name: `组${uid}`, schemeUid: uid, organizationUids });
    await expect(add(draft)).rejects.toMatchObject({ code: 'refused' });
    await expect(add(schemeUid)).rejects.toMatchObject({ code: 'badInput' });
  });

  it('removes an open period with its scores and brings it back by undo', async () => {
    const { client } = office;
    const before = await client.assessment.periods();
    const { uid } = before.find(({ kind }) => kind === 'spotCheck')!;
    await client.assessment.removePeriod({ uid });
    expect((await client.assessment.periods()).map((period) => period.uid)).not.toContain(uid);
    await client.history.undo({});
    expect(await client.assessment.periods()).toEqual(before);
  });
});
