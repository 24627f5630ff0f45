import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityCommittee } from '#tests/support/builders/committee.ts';
import { overdueTask, unitsOf } from '#tests/support/builders/task.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

async function range(from: string, to: string) {
  const entries = await client.calendar.range({ from, to });
  return entries.map(({ day, kind, title, note }) => [day, kind, title, note].join(' ').trim());
}

describe('the calendar', () => {
  it('tells the public holidays and the days worked for them', async () => {
    expect(await range('2026-09-30', '2026-10-10')).toEqual([
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day} publicHoliday 国庆节`),
      '2026-10-10 makeUpWorkday 国庆节',
    ]);
  });

  it('holds tasks and their feedback, what is done behind what is owed', async () => {
    const [education] = await unitsOf(client, ['市教育局']);
    const item = {
      kind: 'resolution' as const,
      content: '',
      assignedOn: '2026-03-02',
      startOn: null,
      dueOn: '2026-03-20',
      feedbackCycle: { kind: 'none' } as const,
      sourceText: '',
      leadUids: [education!],
      supportingUids: [],
      each: false,
      keep: false,
    };
    const { uids } = await client.tasks.add({
      items: [
        { ...item, title: '校园检查' },
        { ...item, title: '给予取消的' },
        { ...item, title: '冬训', feedbackCycle: { kind: 'monthly', day: 10 } },
      ],
    });
    await client.tasks.report({ uids: [uids[0]!], on: '2026-03-18', text: '', close: false });
    await client.tasks.cancel({ uids: [uids[1]!], on: '2026-03-05', text: '重复' });
    expect(await range('2026-03-09', '2026-03-31')).toEqual([
      '2026-03-10 feedbackDue 冬训 市教育局',
      '2026-03-20 taskDue 冬训 市教育局',
      '2026-03-20 taskDue 校园检查 市教育局',
    ]);
    const [, due, done] = await client.calendar.range({ from: '2026-03-09', to: '2026-03-31' });
    expect([due!.isDone, done!.isDone]).toEqual([false, true]);
    expect(due!.uid).toBe(uids[2]);
  });

  it('holds meetings, received papers and listed hazards on their days, and nothing of the days around', async () => {
    const { committeeUid } = await cityCommittee(client);
    const { uid: seriesUid } = await client.meetings.addSeries({
      name: '全体会议',
      kind: 'plenary',
      everyMonths: null,
      noticeDays: 3,
      place: '',
      chair: '',
      committeeUid,
    });
    await client.meetings.add({
      seriesUid,
      title: '第一次全体会议',
      day: '2026-05-12',
      startTime: '09:00',
      place: '三楼会议室',
      chair: '',
      note: '',
    });
    await client.receivedPapers.register({
      sender: '省消安办',
      theirNumber: '',
      title: '报送情况',
      receivedOn: '2026-05-11',
      dueOn: '2026-05-20',
      urgency: '',
      secrecy: '',
      copies: 1,
      note: '',
    });
    await client.listedSupervision.add({
      name: '临川商厦',
      kind: 'unit',
      level: 'city',
      organizationUid: null,
      address: '',
      hazards: '',
      responsiblePerson: '',
      phone: '',
      leader: '',
      supervisingUnit: '',
      measures: '',
      listedOn: '2026-05-11',
      dueOn: '2026-05-30',
    });
    expect(await range('2026-05-12', '2026-05-30')).toEqual([
      '2026-05-12 meeting 第一次全体会议 09:00 三楼会议室',
      '2026-05-18 warningBoard 临川商厦',
      '2026-05-20 receivedDue 报送情况 省消安办',
      '2026-05-30 listedDue 临川商厦',
    ]);
    expect(await range('2026-05-13', '2026-05-17')).toEqual([]);
  });

  it('holds changes of a roster and appointments that end, but nobody who goes on in the same position', async () => {
    const [committee] = await client.rosters.committees({ day: null });
    const committeeUid = committee!.uid;
    const { entries } = await client.rosters.roster({ committeeUid, day: '2026-11-01' });
    const uidOf = (name: string) => entries.find((entry) => entry.name === name)!.uid;
    await client.rosters.endAppointments({ uids: [uidOf('王芳'), uidOf('孙立')], from: '2026-12-11' });
    const { positionUid } = entries.find(({ name }) => name === '孙立')!;
    const found = await client.rosters.findPeople({ text: '孙立', limit: 5 });
    await client.rosters.addAppointments({
      committeeUid,
      from: '2026-12-11',
      document: '',
      items: [
        {
          person: { uid: found[0]!.uid, name: '孙立', officePhone: '', mobile: '' },
          positionUid,
          organizationUid: null,
          unit: '市水利局',
          post: '',
          substitute: false,
          substituteForUid: null,
          note: '',
        },
      ],
    });
    await client.rosters.startChange({ committeeUid, day: '2026-12-20' });
    expect(await range('2026-12-01', '2026-12-31')).toEqual([
      '2026-12-10 appointmentEnd 成员 王芳 临川市消防安全委员会',
      '2026-12-20 rosterChange 关于调整临川市消防安全委员会组成人员的通知 临川市消防安全委员会',
    ]);
  });

  it('holds the day of a reply from when the notice is sent, and until then nothing', async () => {
    const { stored } = await client.papers.settings();
    await client.papers.updateSettings({ ...stored, contactPerson: '李明', contactPhone: '8223119' });
    const leadUids = await unitsOf(client, ['市教育局']);
    const taskUid = await overdueTask(client, { title: '校舍改造', leadUids });
    const proposal = await client.notices.propose({ kind: 'letter', taskUids: [taskUid], noticeUids: [] });
    const { uids } = await client.notices.create({
      ...proposal,
      day: '2026-11-02',
      replyDueOn: '2026-11-16',
    });
    await client.notices.signAndIssue({ uids, day: '2026-11-02', person: '' });
    const replies = async () =>
      (await client.calendar.range({ from: '2026-11-16', to: '2026-11-16' })).filter(
        ({ kind }) => kind === 'noticeReply',
      );
    expect(await replies()).toEqual([]);
    await client.notices.send({
      uids,
      sentOn: '2026-11-03',
      channel: '传真',
      receivedOn: null,
      receivedBy: '',
    });
    expect(await replies()).toMatchObject([{ uid: uids[0], note: '市教育局', isDone: false }]);
  });

  it('refuses a range that is too long or ends before it begins', async () => {
    await expect(client.calendar.range({ from: '2026-01-01', to: '2026-12-31' })).rejects.toThrow();
    await expect(client.calendar.range({ from: '2026-02-01', to: '2026-01-31' })).rejects.toThrow();
  });
});
