import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import type { CampaignSchedule } from '#shared/contract/schedules.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { ScheduleEdit } from '#shared/rules/schedule/edits.ts';
import { slotOf } from '#shared/rules/schedule/edit-plan.ts';
import type { ScheduleResult } from '#shared/rules/schedule/result.ts';
import { finishedJob } from '#tests/support/core.ts';
import { type CampaignOffice, useCampaignOffice } from '../campaigns/support.ts';

/** Monday to Friday of a week without holidays. */
const FROM = '2027-03-01';
const TO = '2027-03-05';

describe('the schedule of a campaign', () => {
  const place = useCampaignOffice();
  let at: CampaignOffice;
  let uid: string;
  let people: string[];

  beforeAll(async () => {
    at = place.at();
    const items = ['赵一', '钱二', '孙三', '李四', '周五', '吴六'].map((name) => ({
      name,
      organizationUid: null,
      unit: '市消防支队',
      homeCountyUid: null,
      roles: ['leader' as const, 'inspector' as const],
      skillUids: [],
      post: '',
      phone: '',
      note: '',
    }));
    people = (await at.client.inspectors.add({ items })).uids;
    uid = await at.campaign('春季督查', { firstDay: FROM, lastDay: TO });
    await at.sweep(uid, [at.kinds.key, at.kinds.crowded]);
    await setTeams(2);
  });

  const get = () => at.client.schedules.get({ uid });
  const edit = (change: ScheduleEdit) => at.client.schedules.edit({ uid, edit: change });

  async function setTeams(count: number): Promise<void> {
    const { settings, teams } = await get();
    const wanted = Array.from({ length: count }, (_, index) => ({
      id: teams[index]?.id ?? crypto.randomUUID(),
      name: `第${index + 1}组`,
      memberIds: [],
      vehicleIds: [],
    }));
    const base = { settings, teams };
    await at.client.schedules.setSettings({
      uid,
      base,
      set: { settings: { ...settings, seconds: 2 }, teams: wanted },
    });
  }

  async function solve(keepsPlan: boolean): Promise<ScheduleResult> {
    const { stamp } = await get();
    const { jobUid } = await at.client.schedules.solve({ uid, keepsPlan });
    const job = await finishedJob(at.client, jobUid);
    expect(job.problem).toBeNull();
    const result = job.result as ScheduleResult;
    await at.client.schedules.accept({ uid, stamp, plan: result.plan, quality: result.aims });
    return result;
  }

  function broken({ problem, plan }: CampaignSchedule): string[] {
    return checkPlan(problem, plan!).map(({ rule }) => rule);
  }

  it('is made of the targets that are open, the pool, and days that are worked', async () => {
    const { problem, plan } = await get();
    expect(plan).toBeNull();
    expect(problem.places.map(({ name }) => name)).toContain('城西化工厂');
    expect(problem.places).toHaveLength(6);
    expect(problem.inspectors.map(({ name }) => name)).toContain('吴六');
    expect([problem.from, problem.to, problem.daysOff]).toEqual([FROM, TO, []]);
  });

  it('is proposed by one click, covers every place and breaks no rule', async () => {
    const { status } = await solve(false);
    const schedule = await get();
    expect(status).toBe('complete');
    expect(broken(schedule)).toEqual([]);
    expect(schedule.quality?.[0]).toMatchObject({ aim: 'uncovered', value: 0, certainty: 'optimal' });
  });

  it('is not overwritten by a proposal for what it was before', async () => {
    const { stamp, plan, quality } = await get();
    await edit({ kind: 'pinPlace', placeId: plan!.trips[0]!.placeIds[0]!, pinned: true });
    const late = at.client.schedules.accept({ uid, stamp, plan: plan!, quality });
    await expect(late).rejects.toThrow('被改过');
    await edit({ kind: 'pinPlace', placeId: plan!.trips[0]!.placeIds[0]!, pinned: false });
  });

  it('takes a place wherever it is put, says what that breaks, and is undone', async () => {
    const before = await get();
    const { placeIds, day } = before.plan!.trips[0]!;
    const off = addDays(TO, 1);
    const teamId = before.problem.teams[0]!.id;
    await edit({ kind: 'places', placeIds: [placeIds[0]!], to: { teamId, day: off } });
    const after = await get();
    expect(slotOf(after.plan!, placeIds[0]!)).toEqual({ teamId, day: off });
    expect(broken(after)).toContain('outsideDays');
    expect(after.quality).toBeNull();
    await expect(at.client.schedules.publish({ uid, day, stamp: after.stamp })).rejects.toThrow(
      '不在督查时间之内',
    );
    await edit({ kind: 'places', placeIds: [placeIds[0]!], to: slotOf(before.plan!, placeIds[0]!) });
    expect(broken(await get())).toEqual([]);
  });

  it('takes no place and no team that another window has taken out meanwhile', async () => {
    const { plan } = await get();
    const { placeIds, teamId, day } = plan!.trips[0]!;
    const gone = crypto.randomUUID();
    await expect(edit({ kind: 'places', placeIds: [gone], to: { teamId, day } })).rejects.toThrow(
      '这个督查对象已不存在',
    );
    await expect(edit({ kind: 'places', placeIds, to: { teamId: gone, day } })).rejects.toThrow(
      '这个督查组已不存在',
    );
    expect((await get()).plan).toEqual(plan);
  });

  it('keeps its pins and changes little when somebody falls ill, and is published then', async () => {
    const { plan } = await get();
    const pinned = plan!.trips.flatMap(({ placeIds }) => placeIds).slice(0, 3);
    for (const placeId of pinned) await edit({ kind: 'pinPlace', placeId, pinned: true });
    const before = await get();
    await at.client.schedules.publish({ uid, day: FROM, stamp: before.stamp });
    const trip = before.plan!.trips[0]!;
    const [sick] = trip.inspectorIds;
    expect(people).toContain(sick);
    await at.client.inspectors.addLeave({
      uids: [sick!],
      firstDay: trip.day,
      lastDay: trip.day,
      reason: '病假',
    });
    expect(broken(await get())).toEqual(['onLeave']);
    await solve(true);
    const after = await get();
    expect(broken(after)).toEqual([]);
    for (const placeId of pinned) expect(slotOf(after.plan!, placeId)).toEqual(slotOf(before.plan!, placeId));
    expect(after.announced).toEqual(before.plan);
    await at.client.schedules.publish({ uid, day: FROM, stamp: after.stamp });
    expect((await get()).announced).toEqual(after.plan);
  });

  it('leaves a place where it was seen', async () => {
    const { plan } = await get();
    const { teamId, day, placeIds } = plan!.trips[0]!;
    await at.client.campaigns.takeDrawing({ uid: await at.draw(uid, 1) });
    await at.client.campaigns.start({ uid });
    await at.client.campaigns.setVisited({ campaignUid: uid, uids: [placeIds[0]!], day: FROM });
    const to = { teamId, day: addDays(day, 1) };
    const changes: ScheduleEdit[] = [
      { kind: 'places', placeIds: [placeIds[0]!], to: null },
      { kind: 'trip', from: { teamId, day }, to },
    ];
    for (const change of changes) await expect(edit(change)).rejects.toThrow('已经督查，日程里不能再移动');
    await edit({ kind: 'pinPlace', placeId: placeIds[0]!, pinned: true });
  });

  it('is remembered by the next campaign of the year: who carried how much, and where teams were', async () => {
    const next = await at.campaign('夏季督查', { firstDay: '2027-06-01', lastDay: '2027-06-10' });
    const { problem, teams } = await at.client.schedules.get({ uid: next });
    const own = await get();
    expect(own.teams.map(({ id }) => id)).toContain(teams[0]!.id);
    expect(problem.inspectors.reduce((sum, { carriedLoad }) => sum + carriedLoad, 0)).toBeGreaterThan(0);
    const counties = own.announced!.trips.filter(({ teamId }) => teamId === teams[0]!.id);
    expect(problem.teams[0]!.lastCountyIds).toEqual([...new Set(counties.map(({ countyId }) => countyId))]);
  });

  it('takes nobody who is out for another campaign on that day', async () => {
    const meanwhile = await at.campaign('夜间督查', { firstDay: FROM, lastDay: TO });
    const { problem } = await at.client.schedules.get({ uid: meanwhile });
    const { announced } = await get();
    const out = announced!.trips.flatMap(({ day, inspectorIds }) => inspectorIds.map((id) => ({ id, day })));
    expect(out.length).toBeGreaterThan(0);
    for (const { id, day } of out)
      expect(problem.inspectors.find((person) => person.id === id)!.leave).toContain(day);
  });

  it('goes to paper and to a workbook with a task sheet of each team', async () => {
    for (const form of ['groups', 'days'] as const) {
      const paper = await at.client.schedules.sheet({ uid, form });
      expect(JSON.stringify(paper)).toContain('城西区');
    }
    const { plan } = await get();
    const busy = new Set(plan!.trips.map(({ teamId }) => teamId));
    const all = { uid, teamId: null, withQuestions: false };
    const sheets = await at.client.schedules.taskSheets(all);
    expect(sheets).toHaveLength(busy.size);
    expect(JSON.stringify(sheets)).toContain('城西化工厂');
    const [teamId] = busy;
    expect(await at.client.schedules.taskSheets({ ...all, teamId: teamId! })).toHaveLength(1);
    const unknown = at.client.schedules.taskSheets({ ...all, teamId: 'nobody' });
    await expect(unknown).rejects.toThrow('还没有给它安排');
    const { jobUid } = await at.client.schedules.exportWorkbook({ uid });
    const job = await finishedJob(at.client, jobUid);
    expect(job.problem).toBeNull();
    expect(job.result).toMatchObject({ name: '分组日程 春季督查.xlsx' });
  });
});
