import { describe, expect, it } from 'vitest';
import { useOffice } from './support.ts';

const refused = { code: 'refused' };

describe('an organization over time', () => {
  const place = useOffice();

  it('has after 变更 its old name before the day and its new name from it', async () => {
    const uid = await place.add('county', '城东县');
    await place.client.organizations.change({
      uid,
      base: { name: '城东县', shortName: '城东' },
      set: { name: '城东区', shortName: '城东' },
      from: '2025-07-01',
      document: '国函〔2025〕1号',
      note: '',
    });
    expect((await place.node(uid, '2025-06-30'))?.name).toBe('城东县');
    expect((await place.node(uid, '2025-07-01'))?.name).toBe('城东区');
    const { states } = await place.client.organizations.get({ uid });
    expect(states.map(({ firstDay, lastDay, document }) => [firstDay, lastDay, document])).toEqual([
      ['1900-01-01', '2025-06-30', ''],
      ['2025-07-01', null, '国函〔2025〕1号'],
    ]);
  });

  it('has after 更正 the right name on every day, as if it had always been so', async () => {
    const uid = await place.add('county', '城西去');
    const { states } = await place.client.organizations.get({ uid });
    await place.client.organizations.correct({
      uid: states[0]!.uid,
      base: { name: '城西去' },
      set: { name: '城西区' },
    });
    expect((await place.node(uid, '2020-01-01'))?.name).toBe('城西区');
    expect((await place.client.organizations.get({ uid })).states).toHaveLength(1);
  });

  it('moves the end of the old name along when the day of a change is corrected', async () => {
    const uid = await place.add('county', '城南县');
    await rename(uid, '城南县', '城南区', '2025-07-01');
    const { states } = await place.client.organizations.get({ uid });
    await place.client.organizations.correct({
      uid: states[1]!.uid,
      base: { firstDay: '2025-07-01' },
      set: { firstDay: '2025-08-01' },
    });
    expect((await place.node(uid, '2025-07-15'))?.name).toBe('城南县');
    expect((await place.node(uid, '2025-08-01'))?.name).toBe('城南区');
  });

  it('goes back to one row when the change is taken out', async () => {
    const uid = await place.add('county', '城北县');
    await rename(uid, '城北县', '城北区', '2025-07-01');
    const { states } = await place.client.organizations.get({ uid });
    await place.client.organizations.removeState({ uid: states[1]!.uid });
    expect((await place.node(uid))?.name).toBe('城北县');
  });

  it('is not there before its first day nor after its last one', async () => {
    const uid = await place.add('township', '新设街道', await place.add('county', '甲县'), '2025-03-01');
    await place.client.organizations.close({
      uids: [uid],
      from: '2026-01-01',
      document: '',
      withDescendants: false,
    });
    expect(await place.node(uid, '2025-02-28')).toBeUndefined();
    expect(await place.node(uid, '2025-12-31')).toBeDefined();
    expect(await place.node(uid, '2026-01-01')).toBeUndefined();
  });

  it('is changed only by whom sees what is stored: a field that somebody else changed is a conflict', async () => {
    const uid = await place.add('county', '乙县');
    const { states } = await place.client.organizations.get({ uid });
    const target = states[0]!.uid;
    await place.client.organizations.correct({
      uid: target,
      base: { shortName: '乙县' },
      set: { shortName: '乙' },
    });
    const late = place.client.organizations.correct({
      uid: target,
      base: { shortName: '乙县' },
      set: { shortName: '乙乙' },
    });
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      data: { fields: [{ field: 'shortName', theirs: '乙', mine: '乙乙' }] },
    });
    await place.client.organizations.correct({
      uid: target,
      base: { name: '乙县' },
      set: { name: '乙乙县' },
    });
    expect(await place.node(uid)).toMatchObject({ name: '乙乙县', shortName: '乙' });
  });

  it('refuses a second one of the same name under one parent, but allows it elsewhere or later', async () => {
    const [one, other] = [await place.add('county', '丙县'), await place.add('county', '丁县')];
    const first = await place.add('township', '城关镇', one);
    await place.add('township', '城关镇', other);
    await expect(place.add('township', '城关镇', one)).rejects.toMatchObject({ code: 'duplicate' });
    await place.client.organizations.close({
      uids: [first],
      from: '2025-05-01',
      document: '',
      withDescendants: false,
    });
    await expect(place.add('township', '城关镇', one, '2025-04-30')).rejects.toMatchObject({
      code: 'duplicate',
    });
    await place.add('township', '城关镇', one, '2025-05-01');
  });

  it('never outlives its parent and never stands under the wrong level', async () => {
    const county = await place.add('county', '戊县');
    const town = await place.add('township', '柳林镇', county);
    const close = { uids: [county], from: '2026-01-01', document: '' };
    await expect(
      place.client.organizations.close({ ...close, withDescendants: false }),
    ).rejects.toMatchObject(refused);
    await expect(place.add('county', '己县', county)).rejects.toMatchObject(refused);
    await expect(place.add('village', '柳树村')).rejects.toMatchObject(refused);
    await place.client.organizations.close({ ...close, withDescendants: true });
    expect(await place.node(town, '2026-01-01')).toBeUndefined();
  });

  it('cannot begin before its parent', async () => {
    const county = await place.add('county', '庚县', place.cityUid, '2025-01-01');
    await expect(place.add('township', '庚镇', county, '2024-12-31')).rejects.toMatchObject(refused);
    const town = await place.add('township', '庚镇', county);
    expect((await place.client.organizations.get({ uid: town })).states[0]?.firstDay).toBe('2025-01-01');
  });

  it('comes back as it was when a change is undone', async () => {
    const uid = await place.add('county', '辛县');
    const before = await place.client.organizations.get({ uid });
    await rename(uid, '辛县', '辛区', '2025-07-01');
    await place.client.history.undo({});
    expect(await place.client.organizations.get({ uid })).toEqual(before);
  });

  async function rename(uid: string, from: string, to: string, day: string): Promise<void> {
    await place.client.organizations.change({
      uid,
      base: { name: from },
      set: { name: to },
      from: day,
      document: '',
      note: '',
    });
  }
});

describe('removing an organization', () => {
  const place = useOffice();

  it('is possible while nothing refers to it, with everything below it', async () => {
    const county = await place.add('county', '甲县');
    const town = await place.add('township', '乙镇', county);
    await place.add('village', '丙村', town);
    const remove = (withDescendants: boolean) =>
      place.client.organizations.remove({ uids: [county], withDescendants });
    await expect(remove(false)).rejects.toMatchObject({ code: 'inUse' });
    expect(await remove(true)).toEqual({ removed: 3 });
    expect(await place.names('county')).toEqual([]);
    await place.client.history.undo({});
    expect(await place.names('village')).toEqual(['丙村']);
  });

  it('never takes the city itself', async () => {
    const attempt = place.client.organizations.remove({ uids: [place.cityUid], withDescendants: true });
    await expect(attempt).rejects.toMatchObject({ code: 'refused' });
  });
});
