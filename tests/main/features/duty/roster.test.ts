import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DutyRoster } from '#shared/contract/duty-views.ts';
import type { DutyCell } from '#shared/rules/duty/model.ts';
import { type DutyOffice, startDutyOffice } from './support.ts';

let duty: DutyOffice;
let periodUid: string;
beforeAll(async () => {
  duty = await startDutyOffice();
  periodUid = await duty.addPeriod({});
});
afterAll(() => duty.close());

const roster = (): Promise<DutyRoster> => duty.client.duty.roster({ uid: periodUid });
const at = ({ cells }: DutyRoster, day: string, role: DutyCell['role'], place = 1): DutyCell =>
  cells.find((cell) => cell.day === day && cell.role === role && cell.place === place)!;
const nameOf = (uid: string | undefined): string =>
  Object.entries(duty.people).find(([, each]) => each === uid)?.[0] ?? '';

describe('a roster', () => {
  it('is proposed as a job, the best there is, and taken over as one step that can be taken back', async () => {
    await duty.client.duty.addLeave({
      personUid: duty.people.张三!,
      firstDay: '2026-10-01',
      lastDay: '2026-10-04',
      reason: '年休假',
    });
    const proposal = await duty.propose(periodUid, false);
    expect(proposal).toMatchObject({ changed: 24, shortages: [], isOptimal: true });
    expect(proposal.quality).toBe('最优：已证明没有更均衡的排法');
    const taken = await duty.accept(proposal);
    expect(taken.cells).toHaveLength(24);
    expect(taken.violations).toEqual([]);
    const { people } = await duty.client.duty.people({ year: 2026 });
    const totals = people.map(({ counts }) => counts.holiday + counts.weekend + counts.weekday);
    expect(totals.reduce((sum, total) => sum + total)).toBe(24);
    await duty.client.history.undo({});
    expect((await roster()).cells).toEqual([]);
    await duty.client.history.redo();
    expect((await roster()).cells).toHaveLength(24);
  });

  it('shows at once what a change by hand breaks', async () => {
    const before = await roster();
    const free = at(before, '2026-10-02', 'officer');
    await duty.client.duty.assign({
      periodUid,
      cells: [{ ...free, seenUid: free.personUid, personUid: duty.people.张三!, pinned: true }],
    });
    expect((await roster()).violations.map(({ text }) => text)).toContain('张三10月2日请假（年休假）');
    await duty.client.history.undo({});
  });

  it('keeps what is pinned when it is proposed again, and changes no more than a sick person makes needed', async () => {
    const before = await roster();
    const pinned = at(before, '2026-10-05', 'leader');
    await duty.client.duty.assign({
      periodUid,
      cells: [{ ...pinned, seenUid: pinned.personUid, pinned: true }],
    });
    const sick = at(before, '2026-10-06', 'officer').personUid;
    const held = before.cells.filter(({ personUid }) => personUid === sick).length;
    await duty.client.duty.addLeave({
      personUid: sick,
      firstDay: '2026-10-01',
      lastDay: '2026-10-08',
      reason: '病假',
    });
    const again = await duty.propose(periodUid, true);
    // Each of their places changes; where all others rest just then, one more has to move.
    expect(again.changed).toBeGreaterThanOrEqual(held);
    expect(again.changed).toBeLessThanOrEqual(held + 2);
    const after = await duty.accept(again);
    expect(at(after, '2026-10-05', 'leader')).toMatchObject({ personUid: pinned.personUid, pinned: true });
    expect(after.violations).toEqual([]);
  });

  it('refuses what was decided by a roster that is no longer the one seen', async () => {
    const cell = at(await roster(), '2026-10-01', 'leader');
    const seenUid = duty.people.赵六!;
    await expect(
      duty.client.duty.assign({ periodUid, cells: [{ ...cell, seenUid, personUid: null, pinned: false }] }),
    ).rejects.toThrow('10月1日的值班表刚被别人改过');
  });

  it('says who is missing where there are not enough people', async () => {
    const uid = await duty.addPeriod({
      name: '两会安保',
      kind: 'security',
      firstDay: '2026-03-02',
      lastDay: '2026-03-03',
      shifts: [{ uid: null, name: '全天', startsAt: '08:30', leaders: 2, officers: 0 }],
    });
    const { shortages } = await duty.propose(uid, false);
    expect(shortages).toHaveLength(1);
    expect(shortages[0]).toMatch(/^3月[23]日（周[一二]）缺带班领导 1 人：/u);
    await duty.client.duty.removePeriod({ uid });
  });
});

describe('a period', () => {
  it('cannot lie over another one', async () => {
    await expect(
      duty.addPeriod({ name: '十月', firstDay: '2026-10-08', lastDay: '2026-10-31' }),
    ).rejects.toThrow('与“国庆节”（2026-10-01 至 2026-10-08）的日子重叠');
  });

  it('lets go of places that it no longer has', async () => {
    const uid = await duty.addPeriod({ name: '九月', firstDay: '2026-09-01', lastDay: '2026-09-05' });
    await duty.accept(await duty.propose(uid, false));
    const { period } = await duty.client.duty.roster({ uid });
    const shifts = period.shifts.map((shift) => ({ ...shift, officers: 1 }));
    await duty.client.duty.updatePeriod({
      uid,
      base: { shifts: period.shifts, lastDay: '2026-09-05' },
      set: { shifts, lastDay: '2026-09-04' },
    });
    const { cells } = await duty.client.duty.roster({ uid });
    expect(cells).toHaveLength(8);
    await duty.client.duty.removePeriod({ uid });
  });
});

describe('a swap', () => {
  const decidedOn = '2026-09-29';

  it('changes hands only when it is approved, leaves who had it on roster and paper, and is pinned', async () => {
    const before = await roster();
    const mine = at(before, '2026-10-03', 'leader');
    const back = before.cells.find(
      ({ role, day, personUid }) =>
        role === 'leader' &&
        !['2026-10-02', '2026-10-03', '2026-10-04'].includes(day) &&
        personUid !== mine.personUid,
    )!;
    const { uid } = await duty.client.duty.applySwap({
      cell: mine,
      takerUid: back.personUid,
      back,
      reason: '出差',
      appliedOn: '2026-09-28',
    });
    expect(at(await roster(), '2026-10-03', 'leader').personUid).toBe(mine.personUid);
    await expect(
      duty.client.duty.decideSwap({ uid, state: 'approved', decidedBy: '', note: '', decidedOn }),
    ).rejects.toThrow('请填写由谁批准');
    await duty.client.duty.decideSwap({
      uid,
      state: 'approved',
      decidedBy: '高主任',
      note: '同意',
      decidedOn,
    });
    const after = await roster();
    expect(at(after, '2026-10-03', 'leader')).toMatchObject({ personUid: back.personUid, pinned: true });
    expect(at(after, back.day, 'leader').personUid).toBe(mine.personUid);
    const [swap] = await duty.client.duty.swaps({ uid: periodUid });
    expect(swap).toMatchObject({
      applicantName: nameOf(mine.personUid),
      takerName: nameOf(back.personUid),
      state: 'approved',
      decidedBy: '高主任',
      reason: '出差',
    });
    const sheet = JSON.stringify(await duty.client.duty.sheet({ uid: periodUid, from: null, to: null }));
    expect(sheet).toContain(`${nameOf(mine.personUid)}换${nameOf(back.personUid)}（出差），高主任`);
  });

  it('stands with the roster in the notice that is drafted of it, which waits for its number', async () => {
    const { paperUid } = await duty.client.duty.draftNotice({ uid: periodUid });
    const { status, content } = await duty.client.papers.get({ uid: paperUid });
    expect(status).toBe('draft');
    expect(content?.title).toContain('值班工作的通知');
    expect(content?.attachments).toHaveLength(1);
    expect(JSON.stringify(content?.attachments)).toContain('高主任');
    const subject = { kind: 'dutyPeriod', uid: periodUid };
    expect((await duty.client.papers.ofSubject(subject)).map(({ uid }) => uid)).toEqual([paperUid]);
    const empty = await duty.addPeriod({ name: '春节', firstDay: '2027-02-06', lastDay: '2027-02-12' });
    await expect(duty.client.duty.draftNotice({ uid: empty })).rejects.toThrow('还没有排班');
  });

  it('cannot be approved once somebody else stands there', async () => {
    const cell = at(await roster(), '2026-10-07', 'officer');
    const taker = Object.values(duty.people).find((uid) => uid !== cell.personUid)!;
    const { uid } = await duty.client.duty.applySwap({
      cell,
      takerUid: taker,
      back: null,
      reason: '家中有事',
      appliedOn: '2026-09-28',
    });
    await duty.client.duty.assign({
      periodUid,
      cells: [{ ...cell, seenUid: cell.personUid, personUid: taker, pinned: true }],
    });
    await expect(
      duty.client.duty.decideSwap({ uid, state: 'approved', decidedBy: '高主任', note: '', decidedOn }),
    ).rejects.toThrow('这一班已经不是');
    await duty.client.duty.decideSwap({ uid, state: 'withdrawn', decidedBy: '', note: '', decidedOn });
  });
});

describe('people', () => {
  it('who come in the course of the year are counted like the others on average', async () => {
    const items = [
      {
        name: '吴九',
        unit: '',
        post: '',
        phone: '',
        canLead: false,
        canServe: true,
        lastDay: null,
        rosterPersonUid: null,
      },
    ];
    await duty.client.duty.addPeople({ items });
    const { people } = await duty.client.duty.people({ year: 2026 });
    const newcomer = people.find(({ name }) => name === '吴九')!;
    expect(newcomer.credits.holiday).toBeGreaterThan(0);
    await expect(duty.client.duty.addPeople({ items })).rejects.toThrow('值班人员“吴九”已经有了');
  });

  it('who stood on a roster are not removed but given a last day', async () => {
    await expect(duty.client.duty.removePerson({ uid: duty.people.高明! })).rejects.toThrow(
      '排过班，不能删除',
    );
  });
});

describe('holidays', () => {
  it('that the office enters count instead of what came with the program, for the days of a roster too', async () => {
    const { publicHolidays, makeUpWorkdays } = await duty.client.holidays.known();
    const ofYear = ({ day }: { day: string }) => day.startsWith('2027-');
    expect(publicHolidays.filter(ofYear)).toEqual([]);
    await duty.client.holidays.setYear({
      year: 2027,
      base: { publicHolidays: [], makeUpWorkdays: makeUpWorkdays.filter(ofYear) },
      set: {
        publicHolidays: [{ day: '2027-01-01', name: '元旦' }],
        makeUpWorkdays: [{ day: '2027-01-03', name: '元旦' }],
      },
    });
    const uid = await duty.addPeriod({ name: '元旦', firstDay: '2027-01-01', lastDay: '2027-01-03' });
    const { days } = await duty.client.duty.roster({ uid });
    expect(days.map(({ dayClass, holiday }) => [dayClass, holiday])).toEqual([
      ['holiday', '元旦'],
      ['weekend', ''],
      ['weekday', '上班'],
    ]);
    expect((await duty.client.holidays.known()).lastYear).toBe(2027);
  });
});
