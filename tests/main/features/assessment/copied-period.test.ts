import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellChange, entry, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('a new period like the last one', () => {
  let office: Office;
  let schemeUid: string;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    schemeUid = await putSchemeInForce(office.client);
  });
  afterAll(() => office.close());

  it('offers the marks 不适用 of the last one and takes them over with their reasons', async () => {
    const { client } = office;
    const { frame } = await openPeriod(client, 'quarter');
    const mark = entry({ notApplicable: true, reason: '没有这类单位' });
    const changes = [cellChange(frame, [0, 1], mark), cellChange(frame, [1, 0], entry({ direct: 20_000 }))];
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });

    const proposal = await client.assessment.proposePeriod({ kind: 'quarter' });
    const [group] = proposal.groups;
    expect(group?.copied).toMatchObject({ groupUid: frame.uid, gone: [], founded: [], scheme: null });
    expect(group?.copied?.marks).toEqual([
      {
        organizationUid: frame.objects[0]!.organizationUid,
        object: frame.objects[0]!.shortName,
        indicator: '1.2“考评内容1.2”',
        reason: '没有这类单位',
      },
    ]);
    const groups = proposal.groups.map((one) => ({ ...one, marksFrom: frame.uid }));
    const { uid } = await client.assessment.openPeriod({ ...proposal, kind: 'quarter', groups });
    expect(await client.assessment.period({ uid })).toMatchObject({ scoredCount: 1 });
    await client.history.undo({});
    expect((await client.assessment.periods()).map((period) => period.uid)).not.toContain(uid);
  });

  it('says that the scheme has a later version, and finds each mark again in it', async () => {
    const { client } = office;
    const { uid } = await client.schemes.newVersion({ uid: schemeUid, reason: '更正1.2的表述' });
    const { indicators } = await client.schemes.get({ uid });
    const { uid: indicatorUid, content } = indicators[1]!;
    await client.schemes.updateIndicator({ uid: indicatorUid, base: { content }, set: { content: '更正' } });
    await client.schemes.putInForce({ uid, from: '2026-02-01' });
    const proposal = await client.assessment.proposePeriod({ kind: 'quarter' });
    expect(proposal.groups[0]?.copied).toMatchObject({
      scheme: { from: 1, to: 2, reason: '更正1.2的表述' },
      marks: [{ indicator: '1.2“更正”' }],
    });
  });

  it('names who is gone and who was founded since', async () => {
    const { client } = office;
    const tree = await client.organizations.tree({ day: null });
    const counties = tree.filter(({ level }) => level === 'county');
    const [first, second] = counties;
    const { lastDay } = (await client.assessment.periods())[0]!;
    await client.organizations.merge({
      uids: [first!.uid, second!.uid],
      into: { new: { name: '新城区', shortName: '', parentUid: first!.parentUid!, marks: [] } },
      from: `${Number(lastDay.slice(0, 4))}-12-31` > lastDay ? `${lastDay.slice(0, 4)}-12-31` : lastDay,
      document: '',
      handOver: [],
    });
    const proposal = await client.assessment.proposePeriod({ kind: 'year' });
    const copied = proposal.groups[0]?.copied;
    expect(copied?.gone).toHaveLength(2);
    expect(copied?.gone[0]).toContain('并入新城区');
  });
});
