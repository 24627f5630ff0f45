import { addDays, localDay } from '#shared/calendar/days.ts';
import { openReader } from '#main/core/store/open.ts';
import { committees, type RosterMember, rosterOn } from '#main/features/rosters/index.ts';
import { describe, expect, it } from 'vitest';
import { useCommittee } from './support.ts';

describe('a roster', () => {
  const committee = useCommittee('甲县');

  it('lists people in protocol order of the positions, whoever was entered first', async () => {
    await committee.appoint('张三', { unit: '市教育局', post: '局长' });
    await committee.appoint('李四', { position: '主任', unit: '市政府', post: '副市长' });
    await committee.appoint('王五', { position: '副主任', unit: '市政府', post: '副秘书长' });
    expect(await committee.names()).toEqual(['李四', '王五', '张三']);
    const { committee: shown } = await committee.client.rosters.roster({
      committeeUid: committee.committeeUid,
      day: null,
    });
    expect(shown).toMatchObject({ name: '甲县消防安全委员会', personCount: 3 });
  });

  it('shows who held what on any day', async () => {
    const uid = await committee.appoint('赵六', { from: '2025-03-01' });
    await committee.client.rosters.endAppointments({ uids: [uid], from: '2025-09-01' });
    expect(await committee.names('2025-02-28')).not.toContain('赵六');
    expect(await committee.names('2025-03-01')).toContain('赵六');
    expect(await committee.names('2025-08-31')).toContain('赵六');
    expect(await committee.names('2025-09-01')).not.toContain('赵六');
    const { changeDays } = await committee.client.rosters.roster({
      committeeUid: committee.committeeUid,
      day: null,
    });
    expect(changeDays).toEqual(['2025-09-01', '2025-03-01']);
  });

  it('holds two days against each other', async () => {
    const difference = async (from: string, to: string) =>
      (await committee.client.rosters.compare({ committeeUid: committee.committeeUid, from, to })).difference;
    expect((await difference('2025-02-01', '2025-04-01')).came.map(({ name }) => name)).toEqual(['赵六']);
    expect((await difference('2025-04-01', '2025-10-01')).went.map(({ name }) => name)).toEqual(['赵六']);
  });

  it('calls a unit by its name of the day and points out people of a closed one', async () => {
    const unit = await committee.unit('临川市城市管理局');
    await committee.appoint('孙七', { organizationUid: unit, post: '局长' });
    await committee.client.organizations.change({
      uid: unit,
      base: { name: '临川市城市管理局', shortName: '城管局' },
      set: { name: '临川市城市管理综合行政执法局', shortName: '城管执法局' },
      from: '2026-03-01',
      document: '',
      note: '',
    });
    const unitOn = async (day: string) =>
      (await committee.entries(day)).find(({ name }) => name === '孙七')?.unit;
    expect(await unitOn('2026-02-28')).toBe('临川市城市管理局');
    expect(await unitOn('2026-03-01')).toBe('临川市城市管理综合行政执法局');
    await committee.client.organizations.close({
      uids: [unit],
      from: '2026-06-01',
      document: '',
      withDescendants: false,
    });
    expect(await unitOn('2026-06-01')).toBe('临川市城市管理综合行政执法局');
    const { problems } = await committee.client.rosters.roster({
      committeeUid: committee.committeeUid,
      day: '2026-06-01',
    });
    expect(problems.map(({ kind }) => kind)).toContain('closedUnit');
    const removal = committee.client.organizations.remove({ uids: [unit], withDescendants: false });
    await expect(removal).rejects.toMatchObject({ code: 'inUse' });
  });

  it('points out two chairs on one day and the missing office director', async () => {
    await committee.appoint('周八', { position: '主任', from: '2026-07-01' });
    const { problems } = await committee.client.rosters.roster({
      committeeUid: committee.committeeUid,
      day: '2026-07-01',
    });
    expect(problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['several', 'gap']));
    const attention = await committee.client.rosters.attention();
    expect(attention.problems.some(({ problem }) => problem.kind === 'several')).toBe(true);
    await committee.client.history.undo({});
    expect(await committee.names('2026-07-01')).not.toContain('周八');
  });
});

describe('an appointment that ends', () => {
  const committee = useCommittee('己县');
  const isTold = async () =>
    (await committee.client.rosters.attention()).problems.some(({ problem }) =>
      problem.text.startsWith('钱九的任职'),
    );

  it('is told 30 days before, or as early as the office has set it', async () => {
    const uid = await committee.appoint('钱九', { from: '2025-01-01' });
    const lastDay = addDays(localDay(Date.now()), 40);
    await committee.client.rosters.updateAppointment({ uid, base: { lastDay: null }, set: { lastDay } });
    expect(await committee.client.rosters.settings()).toEqual({ expiringDays: 30 });
    expect(await isTold()).toBe(false);
    await committee.client.rosters.updateSettings({ expiringDays: 45 });
    expect(await isTold()).toBe(true);
    await committee.client.history.undo({});
    expect(await isTold()).toBe(false);
  });
});

describe('correcting an appointment', () => {
  const committee = useCommittee('乙县');

  it('refuses an end before the start in plain words, at the field', async () => {
    const uid = await committee.appoint('张三', { from: '2026-05-01' });
    const patch = { uid, base: { lastDay: null }, set: { lastDay: '2026-04-30' } };
    await expect(committee.client.rosters.updateAppointment(patch)).rejects.toMatchObject({
      code: 'badInput',
      message: expect.stringContaining('2026-04-30 早于任职日期 2026-05-01') as string,
      data: { field: 'lastDay' },
    });
  });

  it('changes position, unit and stand-in, and tells what somebody else changed meanwhile', async () => {
    const unit = await committee.unit('临川市民政局');
    const uid = await committee.appoint('李四', { unit: '民政局', post: '局长' });
    const zhang = (await committee.entries()).find(({ name }) => name === '张三')!;
    await committee.client.rosters.updateAppointment({
      uid,
      base: {
        organizationUid: null,
        unit: '民政局',
        post: '局长',
        substitute: false,
        substituteForUid: null,
      },
      set: {
        organizationUid: unit,
        unit: '临川市民政局',
        substitute: true,
        substituteForUid: zhang.personUid,
      },
    });
    const entry = (await committee.entries()).find(({ name }) => name === '李四');
    expect(entry).toMatchObject({ unit: '临川市民政局', substitute: true, substituteForName: '张三' });
    const late = committee.client.rosters.updateAppointment({
      uid,
      base: { post: '副局长' },
      set: { post: '调研员' },
    });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });

  it('moves somebody among those of the position, however often', async () => {
    for (const name of ['甲甲', '乙乙', '丙丙']) await committee.appoint(name, { position: '副主任' });
    const order = async () =>
      (await committee.entries())
        .filter(({ positionUid }) => positionUid === committee.position('副主任'))
        .map(({ name }) => name);
    for (let turn = 0; turn < 25; turn += 1) {
      const [first, , last] = (await committee.entries()).filter(
        ({ positionUid }) => positionUid === committee.position('副主任'),
      );
      await committee.client.rosters.moveAppointment({ uid: last!.uid, afterUid: first!.uid });
    }
    expect(await order()).toEqual(['甲甲', '丙丙', '乙乙']);
    const entries = await committee.entries();
    const moved = entries.find(({ name }) => name === '乙乙')!;
    await committee.client.rosters.moveAppointment({ uid: moved.uid, afterUid: null });
    expect(await order()).toEqual(['乙乙', '甲甲', '丙丙']);
  });
});

describe('people', () => {
  const committee = useCommittee('丙县');

  it('hold several positions at once', async () => {
    await committee.appoint('张明', { position: '主任', mobile: '13800001111' });
    const [first] = await committee.entries();
    await committee.appoint('张明', { position: '办公室主任', personUid: first!.personUid, post: '支队长' });
    const detail = await committee.client.rosters.person({ uid: first!.personUid });
    expect(detail.appointments.map(({ positionName }) => positionName)).toEqual(['主任', '办公室主任']);
    expect(detail).toMatchObject({ mobile: '13800001111', post: '支队长', namesakes: [] });
  });

  it('are found by name, initials, unit and phone', async () => {
    const unit = await committee.unit('临川市气象局');
    await committee.appoint('欧阳雪', { organizationUid: unit, post: '局长', mobile: '13900002222' });
    for (const text of ['欧阳', 'oyx', '气象', '2222']) {
      const found = await committee.client.rosters.findPeople({ text, limit: 10 });
      expect(
        found.map(({ name }) => name),
        text,
      ).toContain('欧阳雪');
    }
    const [hit] = await committee.client.rosters.findPeople({ text: 'oyx', limit: 10 });
    expect(hit?.positions).toEqual([
      { committeeUid: committee.committeeUid, committeeName: '丙县消防安全委员会', positionName: '成员' },
    ]);
  });

  it('entered twice become one, with everything that both held', async () => {
    await committee.appoint('陈晨', { unit: '市司法局', from: '2024-01-01' });
    await committee.appoint('陈晨', { position: '联络员', unit: '市司法局', mobile: '13700003333' });
    const { problems } = await committee.client.rosters.roster({
      committeeUid: committee.committeeUid,
      day: null,
    });
    expect(problems.some(({ kind }) => kind === 'twice')).toBe(true);
    const [one, other] = (await committee.entries()).filter(({ name }) => name === '陈晨');
    const { uid } = await committee.client.rosters.mergePeople({
      uids: [other!.personUid],
      intoUid: one!.personUid,
    });
    const detail = await committee.client.rosters.person({ uid });
    expect(detail.mobile).toBe('13700003333');
    expect(detail.appointments).toHaveLength(2);
    await committee.client.history.undo({});
    expect((await committee.client.rosters.person({ uid: other!.personUid })).name).toBe('陈晨');
  });

  it('are changed field by field', async () => {
    const [entry] = await committee.entries();
    await committee.client.rosters.updatePerson({
      uid: entry!.personUid,
      base: { mobile: '13800001111', note: '' },
      set: { mobile: '13811112222', note: '分管消防' },
    });
    const detail = await committee.client.rosters.person({ uid: entry!.personUid });
    expect(detail).toMatchObject({ mobile: '13811112222', note: '分管消防' });
  });
});

describe('what other features are told', () => {
  const committee = useCommittee('戊县');

  it('is who sits on a committee on a day, in protocol order, with unit and post as one phrase', async () => {
    const unit = await committee.unit('临川市水利局');
    await committee.appoint('张三', { organizationUid: unit, post: '副局长', from: '2026-01-01' });
    await committee.appoint('李四', { position: '主任', unit: '市政府', post: '副市长' });
    const db = openReader(committee.office.dataFolder);
    const own = committees(db, '2026-01-01').find(({ organizationName }) => organizationName === '戊县');
    const line = ({ role, name, title }: RosterMember) => `${role} ${name} ${title}`;
    const on = (day: string) => rosterOn(db, own!.uid, day).map(line);
    expect(on('2025-12-31')).toEqual(['chair 李四 市政府副市长']);
    expect(on('2026-01-01')).toEqual(['chair 李四 市政府副市长', 'member 张三 临川市水利局副局长']);
    db.close();
  });
});

describe('positions and committees', () => {
  const committee = useCommittee('丁县');

  it('are the office’s own: renamed, added, reordered, and kept while somebody holds them', async () => {
    const base = await committee.client.rosters.positions();
    expect(base.map(({ name }) => name)).toEqual([
      '主任',
      '第一主任',
      '常务副主任',
      '副主任',
      '成员',
      '办公室主任',
      '办公室副主任',
      '联络员',
    ]);
    const adviser = { uid: null, name: '顾问', aliases: [], single: false, required: false };
    const renamed = base.map(({ role: _role, ...each }) =>
      each.name === '成员' ? { ...each, name: '委员', aliases: ['成员'] } : each,
    );
    await committee.client.rosters.setPositions({ base, positions: [adviser, ...renamed] });
    const now = await committee.client.rosters.positions();
    expect(now.map(({ name }) => name).slice(0, 2)).toEqual(['顾问', '主任']);
    expect(now.find(({ name }) => name === '委员')?.role).toBe('member');
    const stale = committee.client.rosters.setPositions({ base, positions: renamed });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    const twice = [...renamed, { ...adviser, name: '成员' }];
    const doubled = committee.client.rosters.setPositions({ base: now, positions: twice });
    await expect(doubled).rejects.toMatchObject({ code: 'duplicate' });
    await committee.appoint('张三', { position: '联络员' });
    const without = now.filter(({ name }) => name !== '联络员');
    const removed = committee.client.rosters.setPositions({ base: now, positions: without });
    await expect(removed).rejects.toMatchObject({ code: 'inUse' });
  });

  it('are made once for each place, not for departments, and go only while nobody sits there', async () => {
    const again = await committee.client.rosters.addCommittees({ organizationUids: [committee.countyUid] });
    expect(again.uids).toEqual([committee.committeeUid]);
    const unit = await committee.unit('临川市财政局');
    const wrong = committee.client.rosters.addCommittees({ organizationUids: [unit] });
    await expect(wrong).rejects.toMatchObject({ code: 'refused' });
    const used = committee.client.rosters.removeCommittee({ uid: committee.committeeUid });
    await expect(used).rejects.toMatchObject({ code: 'inUse' });
  });

  it('carry their own names where the office gives them', async () => {
    const uid = committee.committeeUid;
    await committee.client.rosters.updateCommittee({
      uid,
      base: { name: '', officeUnit: '' },
      set: { name: '丁县防火安全委员会', officeUnit: '市消防救援支队' },
    });
    const all = await committee.client.rosters.committees({ day: null });
    const shown = all.find((each) => each.uid === uid);
    expect(shown).toMatchObject({ name: '丁县防火安全委员会', officeName: '丁县防火安全委员会办公室' });
  });
});
