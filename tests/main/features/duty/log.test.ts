import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type DutyOffice, startDutyOffice } from './support.ts';

const today = localDay(Date.now());
const yesterday = addDays(today, -1);

let duty: DutyOffice;
let shifts: { day: string; night: string };
beforeAll(async () => {
  duty = await startDutyOffice();
  const uid = await duty.addPeriod({
    name: '安保',
    kind: 'security',
    firstDay: yesterday,
    lastDay: addDays(today, 3),
    reportDue: '00:00',
    reportTo: '市委值班室',
    reporterUids: Object.values(duty.counties),
    shifts: [
      { uid: null, name: '白班', startsAt: '08:00', leaders: 1, officers: 1 },
      { uid: null, name: '夜班', startsAt: '18:00', leaders: 0, officers: 1 },
    ],
  });
  const { period } = await duty.client.duty.roster({ uid });
  shifts = { day: period.shifts[0]!.uid, night: period.shifts[1]!.uid };
});
afterAll(() => duty.close());

const shift = async (day: string, shiftUid: string) =>
  (await duty.client.dutyLog.shift({ day, shiftUid }))!.shift;

describe('the log', () => {
  it('hands a matter that is open down from shift to shift until it is closed', async () => {
    const { client } = duty;
    const { uid } = await client.dutyLog.addEntry({
      day: yesterday,
      shiftUid: shifts.day,
      cameAt: '10:20',
      sender: '城东区消安办',
      matter: '报告某商场消防水泵故障，请求派员核查',
      handling: '',
      isClosed: false,
    });
    expect((await shift(yesterday, shifts.day)).entries).toHaveLength(1);
    expect((await shift(yesterday, shifts.night)).handedDown.map((entry) => entry.uid)).toEqual([uid]);
    await client.dutyLog.handOver({
      day: yesterday,
      shiftUid: shifts.day,
      handedBy: '张三',
      takenBy: '李四',
      handedAt: '18:00',
      weather: '晴',
      note: '',
    });
    expect((await shift(yesterday, shifts.day)).handover).toMatchObject({ takenBy: '李四', openCount: 1 });
    await client.dutyLog.addStep({
      entryUid: uid,
      day: today,
      at: '09:00',
      text: '已修复，现场复核正常',
      isClosed: true,
    });
    // On the day of its end it was still handed over; afterwards no more.
    expect((await shift(today, shifts.day)).handedDown).toHaveLength(1);
    expect((await shift(addDays(today, 1), shifts.day)).handedDown).toEqual([]);
    expect(await client.dutyLog.open()).toEqual([]);
    await expect(
      client.dutyLog.addStep({ entryUid: uid, day: today, at: '10:00', text: '再查', isClosed: false }),
    ).rejects.toThrow('已办结');
    await client.dutyLog.reopen({ uid });
    expect(await client.dutyLog.open()).toHaveLength(1);
  });

  it('is printed as it stood on each day: matters, what was handed down, who handed over', async () => {
    const wordsOf = async (from: string, to: string) =>
      JSON.stringify(await duty.client.dutyLog.sheet({ from, to }));
    const first = await wordsOf(yesterday, yesterday);
    for (const words of ['城东区消安办', '上一班移交', '未办结', '移交未办结 1 件', '接班人：李四'])
      expect(first).toContain(words);
    // What was done the day after is told by that day's log.
    expect(first).not.toContain('已修复');
    const second = await wordsOf(today, today);
    expect(second).toContain('09:00 已修复，现场复核正常');
    const { body } = await duty.client.dutyLog.sheet({ from: yesterday, to: today });
    expect(body.filter(({ kind }) => kind === 'table')).toHaveLength(4);
    expect(await wordsOf('2020-01-01', '2020-01-02')).toContain('没有安排值班');
    await expect(wordsOf(today, yesterday)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('finds a matter by what was said or done', async () => {
    const found = await duty.client.dutyLog.find({ text: '现场复核', limit: 8 });
    expect(found.map(({ sender }) => sender)).toEqual(['城东区消安办']);
    expect(await duty.client.dutyLog.find({ text: '没有的', limit: 8 })).toEqual([]);
  });

  it('goes from shift to shift, and has none on days without duty', async () => {
    const view = (await duty.client.dutyLog.shift({ day: today, shiftUid: shifts.day }))!;
    expect(view.before).toEqual({ day: yesterday, shiftUid: shifts.night });
    expect(view.next).toEqual({ day: today, shiftUid: shifts.night });
    expect(await duty.client.dutyLog.shift({ day: '2020-01-01', shiftUid: null })).toBeNull();
    expect((await duty.client.dutyLog.shift({ day: null, shiftUid: null }))?.shift.periodName).toBe('安保');
  });

  it('keeps the shifts that it has entries of', async () => {
    const { shift: log } = (await duty.client.dutyLog.shift({ day: today, shiftUid: null }))!;
    await expect(duty.client.duty.removePeriod({ uid: log.periodUid })).rejects.toThrow('值班日志');
  });
});

describe('daily reports', () => {
  it('are overdue from their hour on until they have come, 零报告 included', async () => {
    const { client } = duty;
    const names = ['本办报市委值班室', '城东', '城西'];
    expect((await client.dutyLog.today()).late.map(({ day, names: missing }) => [day, missing])).toEqual([
      [today, names],
      [yesterday, names],
    ]);
    await client.dutyLog.report({
      day: yesterday,
      organizationUids: [null, ...Object.values(duty.counties)],
      reportedAt: '14:30',
      isNothing: true,
      text: '',
      reporter: '张三',
    });
    expect((await client.dutyLog.today()).late.map(({ day }) => day)).toEqual([today]);
    const { rows } = (await client.dutyLog.reports({ day: yesterday }))!;
    expect(rows.every(({ report }) => report?.isNothing === true)).toBe(true);
    await expect(
      client.dutyLog.report({
        day: today,
        organizationUids: [null],
        reportedAt: '14:30',
        isNothing: false,
        text: '',
        reporter: '',
      }),
    ).rejects.toThrow('没有情况的请选“零报告”');
  });

  it('stand in the calendar, done or missed', async () => {
    const entries = await duty.client.calendar.range({ from: yesterday, to: addDays(today, 3) });
    const reports = entries.filter(({ kind }) => kind === 'dutyReport');
    expect(reports.map(({ day, isDone, title }) => [day, isDone, title])).toEqual([
      [yesterday, true, '00:00 前，已报 3/3'],
      [today, false, '00:00 前，已报 0/3'],
    ]);
  });

  it('stand on 首页 beside who is on duty and what nobody has taken', async () => {
    const { emptyPlaces, openMatters } = await duty.client.dutyLog.today();
    expect(emptyPlaces?.count).toBe(12);
    expect(openMatters).toBe(1);
  });
});

describe('partner units', () => {
  const unit = {
    kind: '医疗',
    name: '市急救中心',
    dutyPhone: '120',
    contact: '王主任',
    contactPhone: '',
    note: '',
    confirmedOn: null,
  };

  it('are marked until their phone has been confirmed', async () => {
    const { uid } = await duty.client.partnerUnits.add(unit);
    expect((await duty.client.partnerUnits.list()).units[0]).toMatchObject({ isStale: true });
    await duty.client.partnerUnits.confirm({ uids: [uid], day: today });
    expect((await duty.client.partnerUnits.list()).units[0]).toMatchObject({ isStale: false });
    await expect(duty.client.partnerUnits.add(unit)).rejects.toThrow('联动单位“市急救中心”已经有了');
  });

  it('are taken over from a table: what is known is filled in, an empty cell says nothing', async () => {
    const { partnerUnits } = duty.client;
    const read = (...lines: string[]) =>
      previewOf(
        duty.client,
        partnerUnits.readTable({
          source: { text: lines.join('\n').replaceAll('|', '\t') },
          choice: nothingChosen,
          options: null,
        }),
      );
    const plain = await read('公安|市公安局指挥中心|110', '公安|市公安局指挥中心|110', '||');
    expect(plain).toMatchObject({ form: { headingRow: 0 }, adds: 1, warningCount: 1 });
    const { stagedUid, rows } = await read(
      '序号|单位名称|类别|值班电话|手机|联系人|核实日期',
      '1|市急救中心||||李主任|',
      '2|市公安局指挥中心|公安|110||王主任|2026.9.28',
    );
    expect(rows.map(({ action, remark }) => [action, remark])).toEqual([
      ['change', '联系人 王主任 → 李主任'],
      ['add', ''],
    ]);
    expect(await partnerUnits.importTable({ stagedUid, choice: nothingChosen, options: null })).toEqual({
      added: 1,
      changed: 1,
    });
    const { units } = await duty.client.partnerUnits.list();
    expect(units.map(({ name, dutyPhone, contact }) => [name, dutyPhone, contact])).toEqual([
      ['市公安局指挥中心', '110', '王主任'],
      ['市急救中心', '120', '李主任'],
    ]);
  });
});
