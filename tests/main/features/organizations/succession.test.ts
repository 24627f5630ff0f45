import { beforeAll, describe, expect, it } from 'vitest';
import { useOffice } from './support.ts';

const from = '2026-03-01';

describe('merging', () => {
  const place = useOffice();

  it('of two towns into a new one moves their villages and ends them the day before', async () => {
    const county = await place.add('county', '甲县');
    const [one, other] = [
      await place.add('township', '东镇', county),
      await place.add('township', '西镇', county),
    ];
    const villages = [await place.add('village', '东村', one), await place.add('village', '西村', other)];
    const { uid } = await place.client.organizations.merge({
      uids: [one, other],
      into: { new: { name: '东西镇', shortName: '', parentUid: county, marks: ['nationalKeyTown'] } },
      from,
      document: '民政厅批复',
      scoresOf: null,
    });
    expect(await place.names('township', '2026-02-28')).toEqual(['东镇', '西镇']);
    expect(await place.names('township', from)).toEqual(['东西镇']);
    for (const village of villages) expect((await place.node(village, from))?.parentUid).toBe(uid);
    expect((await place.node(villages[0]!, '2026-02-28'))?.parentUid).toBe(one);
    const detail = await place.client.organizations.get({ uid });
    expect(detail.successions.map(({ kind, direction, otherName }) => [kind, direction, otherName])).toEqual([
      ['merge', 'from', '东镇'],
      ['merge', 'from', '西镇'],
    ]);
    await place.client.history.undo({});
    expect(await place.names('township', from)).toEqual(['东镇', '西镇']);
    expect((await place.node(villages[0]!, from))?.parentUid).toBe(one);
  });

  it('into one of them keeps that one', async () => {
    const county = await place.add('county', '乙县');
    const [one, other] = [
      await place.add('township', '南镇', county),
      await place.add('township', '北镇', county),
    ];
    const merge = { uids: [one, other], into: { uid: one }, from, document: '', scoresOf: null };
    expect((await place.client.organizations.merge(merge)).uid).toBe(one);
    expect(await place.node(one, from)).toBeDefined();
    expect(await place.node(other, from)).toBeUndefined();
    const alone = place.client.organizations.merge({ ...merge, uids: [one] });
    await expect(alone).rejects.toMatchObject({ code: 'refused' });
  });

  it('refuses different levels and villages of one name that would come together', async () => {
    const county = await place.add('county', '丙县');
    const [one, other] = [
      await place.add('township', '左镇', county),
      await place.add('township', '右镇', county),
    ];
    await place.add('village', '王村', one);
    await place.add('village', '王村', other);
    const into = { uid: one };
    const levels = place.client.organizations.merge({
      uids: [one, county],
      into,
      from,
      document: '',
      scoresOf: null,
    });
    await expect(levels).rejects.toMatchObject({ code: 'refused' });
    const names = place.client.organizations.merge({
      uids: [one, other],
      into,
      from,
      document: '',
      scoresOf: null,
    });
    await expect(names).rejects.toMatchObject({ code: 'duplicate' });
    expect(await place.node(other, from)).toBeDefined();
  });
});

describe('splitting', () => {
  const place = useOffice();

  it('gives each village to the town that was chosen for it and the others to the first', async () => {
    const county = await place.add('county', '甲县');
    const town = await place.add('township', '大镇', county);
    const villages: string[] = [];
    for (const name of ['一村', '二村', '三村']) villages.push(await place.add('village', name, town));
    const successor = (name: string) => ({ new: { name, shortName: '', parentUid: county, marks: [] } });
    const { uids } = await place.client.organizations.split({
      uid: town,
      into: [successor('上镇'), successor('下镇')],
      keep: false,
      from,
      document: '',
      children: [{ uid: villages[1]!, to: 1 }],
      scoresTo: null,
    });
    expect(await place.names('township', from)).toEqual(['上镇', '下镇']);
    const parents = await Promise.all(villages.map(async (uid) => (await place.node(uid, from))?.parentUid));
    expect(parents).toEqual([uids[0], uids[1], uids[0]]);
  });

  it('can leave the old one beside the new one, with the villages that were not given away', async () => {
    const county = await place.add('county', '乙县');
    const town = await place.add('township', '母镇', county);
    const [stays, goes] = [
      await place.add('village', '留村', town),
      await place.add('village', '去村', town),
    ];
    const { uids } = await place.client.organizations.split({
      uid: town,
      into: [{ new: { name: '子镇', shortName: '', parentUid: county, marks: [] } }],
      keep: true,
      from,
      document: '',
      children: [{ uid: goes, to: 0 }],
      scoresTo: null,
    });
    expect((await place.node(stays, from))?.parentUid).toBe(town);
    expect((await place.node(goes, from))?.parentUid).toBe(uids[0]);
  });
});

describe('scores of a running period', () => {
  const place = useOffice();
  let scheme = '';
  beforeAll(async () => {
    const { schemes } = place.client;
    scheme = (await schemes.create({ title: '考核办法', appliesTo: 'county' })).uid;
    const category = await schemes.addCategory({
      schemeUid: scheme,
      name: '组织领导',
      maxPoints: 100_000,
      bonus: false,
    });
    await schemes.addIndicator({
      categoryUid: category.uid,
      afterUid: null,
      number: '1',
      content: '研究部署',
      maxPoints: 100_000,
      ruleText: '',
      method: '',
      source: '',
      floor: 'zero',
      notApplicable: 'fullMarks',
      condition: null,
      rules: [],
    });
    await schemes.putInForce({ uid: scheme, from: '2026-01-01' });
  });

  it.each([true, false])(
    'go to the successor or stay with the old name, as was said (%s)',
    async (takesOver) => {
      const mine = takesOver ? '甲' : '乙';
      const [one, other] = [
        await place.add('county', `${mine}东县`),
        await place.add('county', `${mine}西县`),
      ];
      const period = await place.client.assessment.openPeriod({
        kind: takesOver ? 'quarter' : 'halfYear',
        title: `${mine}期`,
        firstDay: '2026-01-01',
        lastDay: takesOver ? '2026-03-31' : '2026-06-30',
        groups: [{ name: '县区', schemeUid: scheme, organizationUids: [one, other] }],
      });
      expect((await place.client.organizations.get({ uid: one })).usedIn).toEqual([`${mine}期`]);
      expect((await place.client.organizations.get({ uid: one })).asksHow).toBe(true);
      const { uid, scoresMoved } = await place.client.organizations.merge({
        uids: [one, other],
        into: { new: { name: `${mine}区`, shortName: '', parentUid: place.cityUid, marks: [] } },
        from,
        document: '',
        scoresOf: takesOver ? one : null,
      });
      expect(scoresMoved).toBe(takesOver ? 1 : 0);
      const { groups } = await place.client.assessment.period({ uid: period.uid });
      const { objects } = await place.client.assessment.frame({ groupUid: groups[0]!.uid });
      expect(objects.map((object) => object.organizationUid)).toEqual([takesOver ? uid : one, other]);
      const gone = place.client.organizations.remove({
        uids: [takesOver ? uid : one],
        withDescendants: true,
      });
      await expect(gone).rejects.toMatchObject({ code: 'inUse' });
    },
  );
});
