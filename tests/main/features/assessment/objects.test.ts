import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import { everyCell, putSchemeInForce, usualIndicators } from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

const year = new Date().getFullYear();
const day = (month: string): string => `${year}-${month}`;

describe('who is assessed in a period', () => {
  let office: Office;
  let uid: string;
  let groupUid: string;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    const { client } = office;
    const condition = { relation: 'containsAny' as const, mark: 'nationalKeyTown' };
    await putSchemeInForce(client, [...usualIndicators, { number: '2.3', points: 0, condition }]);
    const proposal = await client.assessment.proposePeriod({ kind: 'year' });
    ({ uid } = await client.assessment.openPeriod({ ...proposal, kind: 'year' }));
    groupUid = (await client.assessment.period({ uid })).groups[0]!.uid;
  });
  afterAll(() => office.close());

  const frame = (): Promise<GroupFrame> => office.client.assessment.frame({ groupUid });

  it('does not score an indicator where its condition does not hold, until a mark makes it apply', async () => {
    const { client } = office;
    const before = await frame();
    const conditioned = before.scheme.indicators.at(-1)!.uid;
    expect(before.objects.every(({ inapplicable }) => inapplicable.includes(conditioned))).toBe(true);
    const change = { ...everyCell(before).at(-1)!, indicatorUid: conditioned };
    await expect(
      client.assessment.setScores({ groupUid, stage: 'checked', changes: [change] }),
    ).rejects.toMatchObject({ code: 'badInput' });

    const tree = await client.organizations.tree({ day: null });
    const county = before.objects[0]!.organizationUid;
    const town = tree.find(({ parentUid }) => parentUid === county)!;
    const marked = { uids: [town.uid], add: ['nationalKeyTown'], remove: [], from: null, document: '' };
    await client.organizations.setMarks(marked);
    const after = await frame();
    expect(after.objects.map(({ inapplicable }) => inapplicable.length)).toEqual(
      before.objects.map((_object, place) => (place === 0 ? 0 : 1)),
    );
    const { cellCount } = await client.assessment.period({ uid });
    expect(cellCount).toBe(before.objects.length * 5 + 1);
  });

  it('keeps the old name, with a remark, of one that was merged away within the period', async () => {
    const { client } = office;
    const [survivor, merged] = (await frame()).objects;
    await client.organizations.merge({
      uids: [merged!.organizationUid],
      into: { uid: survivor!.organizationUid },
      from: day('08-15'),
      document: '豫政文〔2026〕1号',
      handOver: [],
    });
    const after = await frame();
    expect(after.objects[1]).toMatchObject({
      uid: merged!.uid,
      name: merged!.name,
      remark: `${day('08-15')}并入${survivor!.name}`,
    });
  });

  it('calls objects as on the last day of the period, and a final period keeps what was printed', async () => {
    const { client } = office;
    const third = (await frame()).objects[2]!;
    const rename = (base: string, name: string, from: string) =>
      client.organizations.change({
        uid: third.organizationUid,
        base: { name: base },
        set: { name },
        from,
        document: '',
        note: '',
      });
    await rename(third.name, '新城区', day('10-01'));
    expect((await frame()).objects[2]).toMatchObject({ uid: third.uid, name: '新城区' });
    const open = await frame();
    const left = new Map(open.objects.map((object) => [object.uid, object.inapplicable]));
    const changes = everyCell(open).filter(
      ({ objectUid, indicatorUid }) => !left.get(objectUid)!.includes(indicatorUid),
    );
    await client.assessment.setScores({ groupUid, stage: 'checked', changes });
    const { objectCount, cellCount, scoredCount } = await client.assessment.period({ uid });
    expect([objectCount, scoredCount]).toEqual([open.objects.length, changes.length]);
    await client.assessment.finalize({ uid });
    const frozen = { status: 'final', objectCount, cellCount, scoredCount };
    expect(await client.assessment.period({ uid })).toMatchObject({ ...frozen, groups: [{ cellCount }] });
    expect((await client.assessment.periods())[0]).toMatchObject(frozen);
    const final = await frame();
    const results = await client.assessment.results({ periodUid: uid });

    await rename('新城区', '再改名区', day('11-01'));
    const tree = await client.organizations.tree({ day: null });
    const town = tree.find(({ parentUid }) => parentUid === third.organizationUid)!;
    const marked = { uids: [town.uid], add: ['nationalKeyTown'], remove: [], from: null, document: '' };
    await client.organizations.setMarks(marked);
    const later = await frame();
    expect(later.objects).toEqual(final.objects);
    expect(await client.assessment.results({ periodUid: uid })).toEqual(results);
    expect((await client.assessment.periods())[0]).toMatchObject(frozen);
  });
});
