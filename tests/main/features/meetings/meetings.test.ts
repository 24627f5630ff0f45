import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '#tests/support/core.ts';
import { startTestOffice } from '#tests/support/core.ts';
import { cityCommittee } from '#tests/support/builders/committee.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeEach(async () => {
  office = await startTestOffice();
  client = office.client;
});
afterEach(() => office.close());

const seriesFields = {
  name: '全体会议',
  kind: 'plenary',
  everyMonths: 3,
  noticeDays: 3,
  place: '市政府三楼会议室',
  chair: '刘建国',
} as const;
const meetingFields = {
  title: '2026年第一次全体会议',
  day: '2026-03-18',
  startTime: '09:00',
  place: '市政府三楼会议室',
  chair: '刘建国',
  note: '',
};

async function aMeeting(more: Partial<typeof meetingFields> = {}) {
  const { committeeUid } = await cityCommittee(client);
  const { uid: seriesUid } = await client.meetings.addSeries({ ...seriesFields, committeeUid });
  const { uid } = await client.meetings.add({ seriesUid, ...meetingFields, ...more });
  return { uid, seriesUid, committeeUid };
}

async function attendees(uid: string) {
  return (await client.meetings.get({ uid })).attendees;
}

describe('a new meeting', () => {
  it('calls everybody on the roster of its own day once, in protocol order', async () => {
    const { uid } = await aMeeting();
    const called = await attendees(uid);
    expect(called.map(({ name, reply, attendance }) => [name, reply, attendance])).toEqual([
      ['刘建国', 'none', 'unknown'],
      ['王芳', 'none', 'unknown'],
      ['赵敏', 'none', 'unknown'],
    ]);
  });

  it('calls the members of that day and not those of today', async () => {
    const { uid, committeeUid } = await aMeeting({ day: '2026-09-18' });
    expect((await attendees(uid)).map(({ name }) => name)).toEqual(['刘建国', '王芳', '孙立']);
    const later = await client.rosters.roster({ committeeUid, day: '2026-09-18' });
    expect(later.entries.map(({ name }) => name)).toContain('孙立');
  });

  it('is proposed with what its title counts, on the day that the rhythm asks for', async () => {
    const { uid, seriesUid } = await aMeeting({ day: '2099-03-18' });
    const [first] = await attendees(uid);
    await client.meetings.setAttendance({ uids: [first!.uid], attendance: 'present' });
    expect(await client.meetings.propose({ seriesUid })).toEqual({
      seriesName: '全体会议',
      knownDays: ['2099-03-18'],
      day: '2099-06-18',
      place: '市政府三楼会议室',
      chair: '刘建国',
    });
  });

  it('is added and gone again by one undo, with everybody who was called', async () => {
    const { uid } = await aMeeting();
    await client.history.undo({});
    await expect(client.meetings.get({ uid })).rejects.toThrow('已不存在');
    await client.history.redo();
    expect(await attendees(uid)).toHaveLength(3);
  });
});

describe('the people of a meeting', () => {
  it('who came onto the roster later are added on demand, nobody twice', async () => {
    const { uid } = await aMeeting();
    const [first] = await attendees(uid);
    await client.meetings.removeAttendees({ uids: [first!.uid] });
    expect(await client.meetings.callRoster({ uid })).toEqual({ added: 1 });
    expect(await client.meetings.callRoster({ uid })).toEqual({ added: 0 });
    expect(await attendees(uid)).toHaveLength(3);
  });

  it('sign in by their replies; who never answered stays open', async () => {
    const { uid } = await aMeeting();
    const [chair, member, other] = await attendees(uid);
    const details = { reason: '', substituteName: '', substitutePost: '' };
    await client.meetings.setReply({ uids: [chair!.uid], reply: 'coming', ...details });
    await client.meetings.setReply({
      uids: [member!.uid],
      reply: 'substitute',
      ...details,
      substituteName: '赵刚',
      reason: '出差',
    });
    expect(await client.meetings.signInByReplies({ uid })).toEqual({ changed: 2 });
    expect((await attendees(uid)).map(({ attendance }) => attendance)).toEqual([
      'present',
      'substituted',
      'unknown',
    ]);
    expect((await client.meetings.get({ uid })).status).toBe('held');
    await client.meetings.setAttendance({ uids: [other!.uid], attendance: 'absent' });
    expect(await client.meetings.attendanceOfYear({ year: 2026, seriesUid: null })).toMatchObject([
      { name: '赵敏', called: 1, absent: 1 },
      { name: '王芳', called: 1, substituted: 1 },
      { name: '刘建国', called: 1, present: 1 },
    ]);
  });

  it('make a held meeting a planned one again when the last sign-in is taken back', async () => {
    const { uid } = await aMeeting();
    const uids = (await attendees(uid)).map((each) => each.uid);
    await client.meetings.setAttendance({ uids, attendance: 'present' });
    expect((await client.meetings.get({ uid })).status).toBe('held');
    await client.meetings.setAttendance({ uids, attendance: 'unknown' });
    expect((await client.meetings.get({ uid })).status).toBe('planned');
  });

  it('send a substitute only with a name, and are signed in as substituted only then', async () => {
    const { uid } = await aMeeting();
    const [first] = await attendees(uid);
    const details = { reason: '', substituteName: '', substitutePost: '' };
    await expect(
      client.meetings.setReply({ uids: [first!.uid], reply: 'substitute', ...details }),
    ).rejects.toThrow('请填写代会人姓名');
    await expect(
      client.meetings.setAttendance({ uids: [first!.uid], attendance: 'substituted' }),
    ).rejects.toThrow('请先登记刘建国的代会人');
  });
});

describe('the agenda', () => {
  it('keeps its order through adding, moving and removing', async () => {
    const { uid } = await aMeeting();
    const fields = { reporter: '', note: '' };
    let afterUid: string | null = null;
    for (const title of ['甲', '乙', '丙']) {
      const added: { uid: string } = await client.meetings.addAgendaItem({
        meetingUid: uid,
        afterUid,
        title,
        ...fields,
      });
      afterUid = added.uid;
    }
    const titles = async () => (await client.meetings.get({ uid })).agenda.map(({ title }) => title);
    expect(await titles()).toEqual(['甲', '乙', '丙']);
    await client.meetings.moveAgendaItem({ uid: afterUid ?? '', afterUid: null });
    expect(await titles()).toEqual(['丙', '甲', '乙']);
    await client.meetings.addAgendaItem({ meetingUid: uid, afterUid, title: '丁', ...fields });
    expect(await titles()).toEqual(['丙', '丁', '甲', '乙']);
    await client.meetings.removeAgendaItem({ uid: afterUid ?? '' });
    expect(await titles()).toEqual(['丁', '甲', '乙']);
    await client.history.undo({});
    expect(await titles()).toEqual(['丙', '丁', '甲', '乙']);
  });
});

describe('a series', () => {
  it('is due at once when it never met, later by its rhythm, and not while a meeting is planned', async () => {
    const { uid: seriesUid } = await client.meetings.addSeries({ ...seriesFields, committeeUid: null });
    const seriesNow = async () => (await client.meetings.series())[0];
    expect((await seriesNow())?.nextDue).not.toBeNull();
    const { uid } = await client.meetings.add({ seriesUid, ...meetingFields, day: '2099-01-10' });
    expect(await seriesNow()).toMatchObject({ nextDue: null, planned: { uid, day: '2099-01-10' } });
    const guest = { name: '周平', unit: '', post: '', phone: '', role: 'member' } as const;
    const { uid: attendee } = await client.meetings.addAttendee({ meetingUid: uid, ...guest });
    await client.meetings.setAttendance({ uids: [attendee], attendance: 'present' });
    expect(await seriesNow()).toMatchObject({ lastHeld: '2099-01-10', nextDue: '2099-04-10', planned: null });
  });

  it('is not removed while it has meetings, and has a name of its own', async () => {
    const { seriesUid } = await aMeeting();
    await expect(client.meetings.removeSeries({ uid: seriesUid })).rejects.toThrow('已有的 1 次会议');
    await expect(client.meetings.addSeries({ ...seriesFields, committeeUid: null })).rejects.toThrow(
      '“全体会议”已经有了',
    );
  });
});

describe('a cancelled meeting', () => {
  it('is looked at only, with the reason, and does not count', async () => {
    const { uid, seriesUid } = await aMeeting({ day: '2099-03-18' });
    await client.meetings.cancel({ uid, reason: '与市政府常务会议冲突' });
    expect(await client.meetings.get({ uid })).toMatchObject({
      status: 'cancelled',
      cancelReason: '与市政府常务会议冲突',
    });
    await expect(client.meetings.callRoster({ uid })).rejects.toThrow('已取消');
    expect((await client.meetings.propose({ seriesUid })).knownDays).toEqual([]);
  });
});
