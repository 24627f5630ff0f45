import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type PoolOffice, usePool } from './support.ts';

const today = localDay(Date.now());

describe('the pool of inspectors', () => {
  const place = usePool();
  let at: PoolOffice;
  let uids: string[];

  beforeAll(async () => {
    at = place.at();
    const [electric, gas] = [await at.skill('电气'), await at.skill('燃气')];
    uids = await at.add(
      at.person('赵外聘', { unit: '省消防协会', roles: ['expert'], skillUids: [gas] }),
      at.person('钱中山', { organizationUid: at.places.城西区中山街道!, roles: ['inspector'] }),
      at.person('孙应急', {
        organizationUid: at.places.临川市应急管理局!,
        homeCountyUid: at.places.城东区!,
        roles: ['driver', 'leader'],
        skillUids: [gas, electric],
        post: '副科长',
        phone: '138-1234-5678',
      }),
      at.person('李中山', { organizationUid: at.places.城东区中山街道! }),
    );
  });

  it('stands by unit in protocol order, units of one name told apart by their county', async () => {
    const { rows, views, units } = await at.client.inspectors.list({
      view: 'active',
      role: null,
      skillUid: null,
      unit: null,
      awayOn: null,
      text: '',
    });
    expect(units.filter((unit) => unit.includes('中山街道'))).toEqual(['城东区中山街道', '城西区中山街道']);
    expect(rows.at(-1)?.name).toBe('赵外聘');
    expect(views).toEqual({ active: 4, left: 0, all: 4 });
    const [person] = await at.list({ unit: '临川市应急管理局' });
    expect(person).toMatchObject({ homeCountyName: '城东区', roles: ['leader', 'driver'] });
    expect(person?.skills.map(({ name }) => name)).toEqual(['电气', '燃气']);
  });

  it.each([
    [{ role: 'leader' as const }, ['孙应急']],
    [{ unit: '省消防协会' }, ['赵外聘']],
    [{ text: 'syj' }, ['孙应急']],
    [{ text: '省消防' }, ['赵外聘']],
    [{ text: '副科' }, ['孙应急']],
    [{ text: '12345678' }, ['孙应急']],
    [{ text: '没有这样的人' }, []],
  ])('is filtered by %j', async (filter, names) => {
    expect(await at.names(filter)).toEqual(names);
  });

  it('gives several a role and a skill at once, and takes others away', async () => {
    const [gas, papers] = [await at.skill('燃气'), await at.skill('文书')];
    const change = {
      uids: [uids[0]!, uids[2]!],
      addRoles: ['inspector' as const],
      removeRoles: ['driver' as const],
      addSkills: [papers],
      removeSkills: [gas],
    };
    expect(await at.client.inspectors.setMarks(change)).toEqual({ changed: 2 });
    expect(await at.client.inspectors.setMarks(change)).toEqual({ changed: 0 });
    expect(await at.names({ skillUid: papers })).toEqual(['孙应急', '赵外聘']);
    expect(await at.names({ role: 'driver' })).toEqual([]);
    await at.client.history.undo({});
    expect(await at.names({ skillUid: papers })).toEqual([]);
  });

  it('knows who is away on which day, but nothing of those who have left', async () => {
    const [first, second] = [addDays(today, 1), addDays(today, 3)];
    const leave = { firstDay: first, lastDay: second, reason: '培训' };
    expect(await at.client.inspectors.addLeave({ uids: uids.slice(0, 2), ...leave })).toEqual({ added: 2 });
    expect(await at.names({ awayOn: second })).toEqual(['钱中山', '赵外聘']);
    expect(await at.names({ awayOn: addDays(second, 1) })).toEqual([]);
    await at.client.inspectors.leavePool({ uids: [uids[1]!], day: today });
    const away = await at.client.inspectors.leaveOfDays({ from: today, to: first });
    expect(away.map(({ name, reason }) => [name, reason])).toEqual([['赵外聘', '培训']]);
    expect(await at.names({ view: 'left' })).toEqual(['钱中山']);
    const uid = away[0]!.uid;
    await expect(
      at.client.inspectors.updateLeave({ uid, base: { lastDay: second }, set: { lastDay: today } }),
    ).rejects.toMatchObject({ code: 'badInput' });
    await expect(
      at.client.inspectors.addLeave({ uids: [uids[0]!], ...leave, lastDay: today }),
    ).rejects.toThrow();
    await at.client.inspectors.removeLeave({ uid });
    expect(await at.client.inspectors.leaveOfDays({ from: today, to: second })).toEqual([]);
    await at.client.inspectors.returnToPool({ uids: [uids[1]!] });
  });

  it('shows both values where somebody else changed the same field meanwhile', async () => {
    const update = (base: string, post: string) =>
      at.client.inspectors.update({ uid: uids[2]!, base: { post: base }, set: { post } });
    await update('副科长', '科长');
    await expect(update('副科长', '主任')).rejects.toMatchObject({
      code: 'conflict',
      data: { fields: [{ field: 'post', theirs: '科长', mine: '主任' }] },
    });
  });

  it('takes only a county for the place where somebody never inspects', async () => {
    const set = { homeCountyUid: at.places.城东区中山街道! };
    await expect(
      at.client.inspectors.update({ uid: uids[3]!, base: { homeCountyUid: null }, set }),
    ).rejects.toMatchObject({ code: 'badInput' });
  });

  it('keeps skills that somebody has, and shows one clerk what another made of the list', async () => {
    const seen = (await at.client.inspectors.skills()).map(({ uid, name, aliases }) => ({
      uid,
      name,
      aliases,
    }));
    const without = (name: string) => seen.filter((skill) => skill.name !== name);
    await expect(at.client.inspectors.setSkills({ base: seen, set: without('燃气') })).rejects.toMatchObject({
      code: 'inUse',
    });
    expect(await at.client.inspectors.setSkills({ base: seen, set: without('文书') })).toEqual({ count: 4 });
    await expect(at.client.inspectors.setSkills({ base: seen, set: seen })).rejects.toMatchObject({
      code: 'conflict',
    });
    await at.client.history.undo({});
  });

  it('goes with its unit, its county and its vehicles to the successor', async () => {
    const { 城东区: gone, 城西区: into, 城东区中山街道: below, 城西区中山街道: other } = at.places;
    await at.client.inspectors.addVehicle({
      name: '赣A12345',
      seats: 7,
      organizationUid: gone!,
      unit: '',
      note: '',
    });
    await expect(
      at.client.organizations.remove({ uids: [below!], withDescendants: false }),
    ).rejects.toMatchObject({ code: 'inUse' });
    const merge = async (uid: string, target: string) => {
      const items = await at.client.organizations.openItems({ uids: [uid], day: today });
      await at.client.organizations.merge({
        uids: [uid],
        into: { uid: target },
        from: today,
        document: '',
        handOver: items.map((item) => ({ kind: item.kind, uid: item.uid })),
      });
      return items.map(({ state }) => state);
    };
    expect(await merge(below!, other!)).toEqual(['1 人']);
    expect(await at.names({ unit: '城西区中山街道' })).toEqual(['钱中山', '李中山']);
    expect(await merge(gone!, into!)).toEqual(['1 人回避、1 辆车']);
    expect((await at.client.inspectors.get({ uid: uids[2]! })).homeCountyName).toBe('城西区');
    expect((await at.client.inspectors.vehicles())[0]).toMatchObject({ unitName: '城西区', seats: 7 });
  });
});

describe('people of the rosters', () => {
  const place = usePool();

  it('come into the pool without being typed again, and are marked as being there', async () => {
    const at = place.at();
    const { client } = at;
    const [root] = await client.organizations.tree({ day: null });
    const {
      uids: [committeeUid],
    } = await client.rosters.addCommittees({ organizationUids: [root!.uid] });
    const [position] = await client.rosters.positions();
    const holding = {
      positionUid: position!.uid,
      organizationUid: at.places.临川市公安局!,
      unit: '',
      post: '副局长',
      substitute: false,
      substituteForUid: null,
      note: '',
    };
    const person = { uid: null, name: '周建国', officePhone: '0794-1', mobile: '13800000000' };
    await client.rosters.addAppointments({
      committeeUid: committeeUid!,
      from: null,
      document: '',
      items: [{ person, ...holding }],
    });
    const [found] = await client.inspectors.candidates({ text: 'zjg' });
    expect(found).toMatchObject({ name: '周建国', post: '副局长', phone: '13800000000', isInPool: false });
    await client.inspectors.takeOver({ personUids: [found!.personUid], roles: ['leader'] });
    expect(await at.list()).toMatchObject([
      { name: '周建国', unitName: '临川市公安局', post: '副局长', phone: '13800000000', roles: ['leader'] },
    ]);
    expect(await client.inspectors.candidates({ text: '周建国' })).toMatchObject([{ isInPool: true }]);
  });
});
