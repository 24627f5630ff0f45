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
      handOver: [],
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
    const merge = { uids: [one, other], into: { uid: one }, from, document: '', handOver: [] };
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
      handOver: [],
    });
    await expect(levels).rejects.toMatchObject({ code: 'refused' });
    const names = place.client.organizations.merge({
      uids: [one, other],
      into,
      from,
      document: '',
      handOver: [],
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
      handOver: [],
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
      handOver: [],
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
      const [item] = await place.client.organizations.openItems({ uids: [one], day: from });
      expect(item).toMatchObject({ kind: 'scores', slotName: `${mine}期 · 县区`, state: '已评 0 项' });
      const { uid, handedOver } = await place.client.organizations.merge({
        uids: [one, other],
        into: { new: { name: `${mine}区`, shortName: '', parentUid: place.cityUid, marks: [] } },
        from,
        document: '',
        handOver: takesOver ? [{ kind: 'scores', uid: item!.uid }] : [],
      });
      expect(handedOver).toBe(takesOver ? 1 : 0);
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

  async function openWith(title: string, organizationUids: string[]) {
    const { uid } = await place.client.assessment.openPeriod({
      kind: 'spotCheck',
      title,
      firstDay: '2026-01-01',
      lastDay: '2026-12-31',
      groups: [{ name: '县区', schemeUid: scheme, organizationUids }],
    });
    const { groups } = await place.client.assessment.period({ uid });
    const groupUid = groups[0]!.uid;
    const assessed = async () =>
      (await place.client.assessment.frame({ groupUid })).objects.map((object) => object.organizationUid);
    return { groupUid, assessed };
  }

  const gift = (item: { uid: string } | undefined) => ({ kind: 'scores', uid: item!.uid });

  it('of one source only go over where two are in one group; the others stay under the old name', async () => {
    const [one, other] = [await place.add('county', '丙东县'), await place.add('county', '丙西县')];
    const { assessed, groupUid } = await openWith('丙期', [one, other]);
    const items = await place.client.organizations.openItems({ uids: [one, other], day: from });
    expect(items.map(({ slot, exclusive }) => [slot, exclusive])).toEqual([
      [groupUid, true],
      [groupUid, true],
    ]);
    const merge = {
      uids: [one, other],
      into: { new: { name: '丙区', shortName: '', parentUid: place.cityUid, marks: [] } },
      from,
      document: '',
    };
    const both = place.client.organizations.merge({ ...merge, handOver: items.map(gift) });
    await expect(both).rejects.toMatchObject({
      code: 'refused',
      data: { reason: '“丙期 · 县区”里“丙区”只能承接一个机构的，请只选一个。' },
    });
    expect(await assessed()).toEqual([one, other]);
    const { uid } = await place.client.organizations.merge({ ...merge, handOver: [gift(items[1])] });
    expect(await assessed()).toEqual([one, uid]);
    const { successions } = await place.client.organizations.get({ uid });
    expect(successions.map(({ otherName, takesOver }) => [otherName, takesOver])).toEqual([
      ['丙东县', false],
      ['丙西县', true],
    ]);
    const { objects } = await place.client.assessment.frame({ groupUid });
    expect(objects[0]?.remark).toBe('2026-03-01并入丙区');
  });

  it('never push aside those that the successor has itself', async () => {
    const [one, other] = [await place.add('county', '丁东县'), await place.add('county', '丁西县')];
    const { assessed } = await openWith('丁期', [one, other]);
    const [, item] = await place.client.organizations.openItems({ uids: [one, other], day: from });
    const merge = { uids: [other], into: { uid: one }, from, document: '' };
    const pushed = place.client.organizations.merge({ ...merge, handOver: [gift(item)] });
    await expect(pushed).rejects.toMatchObject({ code: 'refused' });
    await place.client.organizations.merge({ ...merge, handOver: [] });
    expect(await assessed()).toEqual([one, other]);
  });

  it('go to the part that was chosen when one is split, and come back with undo', async () => {
    const whole = await place.add('county', '戊县');
    const { assessed } = await openWith('戊期', [whole]);
    const [item] = await place.client.organizations.openItems({ uids: [whole], day: from });
    const part = (name: string) => ({ new: { name, shortName: '', parentUid: place.cityUid, marks: [] } });
    const split = {
      uid: whole,
      into: [part('戊东区'), part('戊西区')],
      keep: false,
      from,
      document: '',
      children: [],
    };
    const { uids } = await place.client.organizations.split({
      ...split,
      handOver: [{ ...gift(item), to: 1 }],
    });
    expect(await assessed()).toEqual([uids[1]]);
    await place.client.history.undo({});
    expect(await assessed()).toEqual([whole]);
    const stranger = await place.add('county', '己县');
    await openWith('己期', [stranger]);
    const [foreign] = await place.client.organizations.openItems({ uids: [stranger], day: from });
    const wrong = place.client.organizations.split({ ...split, handOver: [{ ...gift(foreign), to: 0 }] });
    await expect(wrong).rejects.toMatchObject({ code: 'refused' });
  });
});
