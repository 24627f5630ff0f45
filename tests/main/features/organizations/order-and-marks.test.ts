import { describe, expect, it } from 'vitest';
import { useOffice } from './support.ts';

describe('protocol order', () => {
  const place = useOffice();

  it('is that of entering, until somebody is moved', async () => {
    const uids: string[] = [];
    for (const name of ['市公安局', '市财政局', '市教育局', '市民政局'])
      uids.push(await place.add('memberUnit', name));
    await place.client.organizations.move({
      uids: [uids[3]!, uids[2]!],
      parentUid: place.cityUid,
      after: uids[0]!,
      from: null,
      document: '',
    });
    expect(await place.names('memberUnit')).toEqual(['市公安局', '市民政局', '市教育局', '市财政局']);
    await place.client.organizations.move({
      uids: [uids[1]!],
      parentUid: place.cityUid,
      after: null,
      from: null,
      document: '',
    });
    expect(await place.names('memberUnit')).toEqual(['市财政局', '市公安局', '市民政局', '市教育局']);
    await place.client.history.undo({});
    expect(await place.names('memberUnit')).toEqual(['市公安局', '市民政局', '市教育局', '市财政局']);
  });

  it('stays right when one is moved to the same place again and again', async () => {
    const county = await place.add('county', '甲县');
    const towns: string[] = [];
    for (const name of ['一镇', '二镇', '三镇']) towns.push(await place.add('township', name, county));
    for (let round = 0; round < 30; round += 1) {
      const uid = towns[round % 2 === 0 ? 2 : 1]!;
      await place.client.organizations.move({
        uids: [uid],
        parentUid: county,
        after: towns[0]!,
        from: null,
        document: '',
      });
    }
    expect(await place.names('township')).toEqual(['一镇', '二镇', '三镇']);
  });

  it('puts newcomers behind the chosen sibling', async () => {
    const county = await place.add('county', '乙县');
    const first = await place.add('township', '首镇', county);
    await place.add('township', '末镇', county);
    const items = ['甲镇', '乙镇'].map((name) => ({
      level: 'township' as const,
      name,
      parentUid: county,
      shortName: '',
      marks: [],
    }));
    await place.client.organizations.add({ items, from: null, document: '', afterUid: first });
    const names = await place.names('township');
    expect(names.filter((name) => ['首镇', '甲镇', '乙镇', '末镇'].includes(name))).toEqual([
      '首镇',
      '甲镇',
      '乙镇',
      '末镇',
    ]);
  });

  it('a move below another parent is a 变更 when a day is given and a 更正 without one', async () => {
    const [one, other] = [await place.add('county', '丙县'), await place.add('county', '丁县')];
    const town = await place.add('township', '丙丁镇', one);
    const move = { uids: [town], parentUid: other, after: 'last' as const, document: '' };
    await place.client.organizations.move({ ...move, from: '2025-07-01' });
    expect((await place.node(town, '2025-06-30'))?.parentUid).toBe(one);
    expect((await place.node(town, '2025-07-01'))?.parentUid).toBe(other);
    await place.client.organizations.move({ ...move, parentUid: one, from: null });
    expect((await place.node(town))?.parentUid).toBe(one);
  });
});

describe('marks', () => {
  const place = useOffice();

  it('begin with the two that the program knows', async () => {
    const marks = await place.client.organizations.marks();
    expect(marks.map(({ mark, name, builtIn, usedBy }) => ({ mark, name, builtIn, usedBy }))).toEqual([
      { mark: 'developmentZone', name: '开发区', builtIn: true, usedBy: 0 },
      { mark: 'nationalKeyTown', name: '全国重点镇', builtIn: true, usedBy: 0 },
    ]);
  });

  it('are set for many at once and taken back at once', async () => {
    const county = await place.add('county', '甲县');
    const items = Array.from({ length: 32 }, (_unused, index) => ({
      level: 'township' as const,
      name: `第${index + 1}镇`,
      parentUid: county,
      shortName: '',
      marks: [],
    }));
    const { uids } = await place.client.organizations.add({
      items,
      from: null,
      document: '',
      afterUid: null,
    });
    const set = { uids, add: ['nationalKeyTown'], remove: [], from: null, document: '' };
    expect(await place.client.organizations.setMarks(set)).toEqual({ changed: 32 });
    expect(await place.client.organizations.setMarks(set)).toEqual({ changed: 0 });
    expect((await place.client.organizations.marks())[1]?.usedBy).toBe(32);
    await place.client.history.undo({});
    await place.client.history.undo({});
    expect((await place.client.organizations.marks())[1]?.usedBy).toBe(0);
  });

  it('hold from a day when set as 变更', async () => {
    const zone = await place.add('county', '高新区');
    const set = { uids: [zone], add: ['developmentZone'], remove: [], from: '2025-05-01', document: '批复' };
    await place.client.organizations.setMarks(set);
    expect((await place.node(zone, '2025-04-30'))?.marks).toEqual([]);
    expect((await place.node(zone, '2025-05-01'))?.marks).toEqual(['developmentZone']);
  });

  it('of the office are added, renamed, refused twice, and removed only while unused', async () => {
    const { organizations } = place.client;
    const { mark } = await organizations.addMark({ name: '山区' });
    await expect(organizations.addMark({ name: '山区' })).rejects.toMatchObject({ code: 'duplicate' });
    const { uid } = (await organizations.marks()).find((each) => each.mark === mark)!;
    await organizations.renameMark({ uid, name: '山区县' });
    const county = await place.add('county', '山县');
    await organizations.setMarks({ uids: [county], add: [mark], remove: [], from: null, document: '' });
    await expect(organizations.removeMark({ uid })).rejects.toMatchObject({ code: 'inUse' });
    await organizations.setMarks({ uids: [county], add: [], remove: [mark], from: null, document: '' });
    await organizations.removeMark({ uid });
    const builtIn = (await organizations.marks())[0]!;
    await expect(organizations.removeMark({ uid: builtIn.uid })).rejects.toMatchObject({ code: 'refused' });
    const unknown = organizations.setMarks({
      uids: [county],
      add: [mark],
      remove: [],
      from: null,
      document: '',
    });
    await expect(unknown).rejects.toMatchObject({ code: 'notFound' });
  });
});
