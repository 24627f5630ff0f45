import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { cityCommittee } from '#tests/support/builders/committee.ts';
import { unitsOf } from '#tests/support/builders/task.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let seriesUid: string;
beforeEach(async () => {
  office = await startTestOffice();
  client = office.client;
  const { stored } = await client.papers.settings();
  await client.papers.updateSettings({ ...stored, contactPerson: '李明', contactPhone: '8223119' });
  const { committeeUid } = await cityCommittee(client);
  const added = await client.meetings.addSeries({
    name: '全体会议',
    kind: 'plenary',
    committeeUid,
    everyMonths: 3,
    noticeDays: 3,
    place: '三楼会议室',
    chair: '刘建国',
  });
  seriesUid = added.uid;
});
afterEach(() => office.close());

async function meetingOn(day: string, topics: readonly string[] = []) {
  const fields = {
    title: `${day}全体会议`,
    startTime: '09:00',
    place: '三楼会议室',
    chair: '刘建国',
    note: '',
  };
  const { uid } = await client.meetings.add({ seriesUid, day, ...fields });
  for (const title of topics) {
    await client.meetings.addAgendaItem({ meetingUid: uid, afterUid: null, title, reporter: '', note: '' });
  }
  return uid;
}

const itemUid = '00000000-0000-4000-8000-0000000000aa';

/** Minutes of a meeting with one decided item, marked and entered. */
async function minutesWithItem(day: string) {
  const meetingUid = await meetingOn(day, ['消防安全隐患整治']);
  const { paperUid } = await client.meetings.draftMinutes({ uid: meetingUid });
  const { content, kind } = await client.papers.get({ uid: paperUid });
  const body: PaperBlock[] = [
    {
      kind: 'paragraph',
      place: 'indented',
      runs: [{ text: '市教育局于12月底前完成校舍消防改造。', resolution: itemUid }],
    },
  ];
  await client.papers.save({ uid: paperUid, base: { body: content!.body }, set: { body } });
  return { meetingUid, paperUid, kind };
}

async function enterItem(meetingUid: string, dueOn: string | null = '2026-12-31') {
  const leadUids = await unitsOf(client, ['市教育局']);
  await client.meetings.setResolution({
    meetingUid,
    uid: itemUid,
    title: '完成校舍消防改造',
    leadUids,
    supportingUids: [],
    dueOn,
  });
}

async function issue(paperUid: string) {
  await client.papers.submit({ uid: paperUid, to: 'signing', holderUid: null, opinion: '' });
  await client.papers.sign({ uid: paperUid, day: '2026-09-20', person: '', opinion: '', expected: null });
  return client.papers.issue({ uid: paperUid, day: '2026-09-20' });
}

describe('the minutes of a meeting', () => {
  it('begin with a heading for each agenda item and the lists of who was there', async () => {
    const uid = await meetingOn('2026-09-18', ['第二项', '第一项']);
    const { attendees } = await client.meetings.get({ uid });
    await client.meetings.setAttendance({ uids: [attendees[0]!.uid], attendance: 'present' });
    await client.meetings.setAttendance({ uids: [attendees[1]!.uid], attendance: 'excused' });
    const { paperUid } = await client.meetings.draftMinutes({ uid });
    const { content } = await client.papers.get({ uid: paperUid });
    const headings = content!.body.filter(({ kind }) => kind === 'heading');
    expect(headings.map((block) => 'runs' in block && block.runs.map(({ text }) => text).join(''))).toEqual([
      '第一项',
      '第二项',
    ]);
    expect(content!.attendance).toEqual([
      { label: '出席', people: '刘建国' },
      { label: '请假', people: '王芳' },
    ]);
  });

  it('are one: drafting again opens the same paper, and the lists follow the sign-in on demand', async () => {
    const uid = await meetingOn('2026-09-18');
    const first = await client.meetings.draftMinutes({ uid });
    expect(await client.meetings.draftMinutes({ uid })).toEqual(first);
    const { attendees } = await client.meetings.get({ uid });
    await client.meetings.setAttendance({ uids: attendees.map((each) => each.uid), attendance: 'present' });
    await client.meetings.refreshAttendance({ uid });
    const { content } = await client.papers.get({ uid: first.paperUid });
    expect(content!.attendance).toEqual([{ label: '出席', people: '刘建国，王芳，孙立' }]);
  });
});

describe('a decided item', () => {
  it('is planned while the minutes are written, and owed once they are issued with their number', async () => {
    const { meetingUid, paperUid } = await minutesWithItem('2026-09-18');
    await enterItem(meetingUid);
    expect((await client.tasks.get({ uid: itemUid })).status).toBe('planned');
    await issue(paperUid);
    expect((await client.papers.get({ uid: paperUid })).number).toBe('第1期');
    const task = await client.tasks.get({ uid: itemUid });
    expect(task).toMatchObject({ status: 'assigned', kind: 'resolution', dueOn: '2026-12-31' });
    expect(task.source.text).toBe('2026-09-18全体会议纪要');
  });

  it('that is marked but not entered keeps the minutes from being signed, and the page says so before', async () => {
    const { meetingUid, paperUid } = await minutesWithItem('2026-09-18');
    await expect(issue(paperUid)).rejects.toThrow('1 项议定事项还没有定牵头单位');
    const { status, problems } = await client.papers.get({ uid: paperUid });
    expect(status).toBe('signing');
    expect(problems).toEqual(['有 1 项议定事项还没有定牵头单位，请在“议定事项”里补全']);
    await enterItem(meetingUid);
    expect((await client.papers.get({ uid: paperUid })).problems).toEqual([]);
  });

  it('whose due date lies before the meeting is refused', async () => {
    const { meetingUid } = await minutesWithItem('2026-09-18');
    await expect(enterItem(meetingUid, '2026-09-01')).rejects.toThrow();
  });

  it('is owed since the meeting, also where its day has passed when the minutes come out', async () => {
    const { meetingUid, paperUid } = await minutesWithItem('2026-09-10');
    await enterItem(meetingUid, '2026-09-15');
    await issue(paperUid);
    expect(await client.tasks.get({ uid: itemUid })).toMatchObject({
      status: 'assigned',
      assignedOn: '2026-09-10',
      dueOn: '2026-09-15',
    });
  });

  it('is carried over to the next meetings of the series until it is closed', async () => {
    const { meetingUid, paperUid } = await minutesWithItem('2026-09-18');
    await enterItem(meetingUid);
    await issue(paperUid);
    const next = await meetingOn('2026-12-18');
    const carried = async () => (await client.meetings.get({ uid: next })).carried.map(({ title }) => title);
    expect(await carried()).toEqual(['完成校舍消防改造']);
    const { paperUid: notice } = await client.meetings.draftNotice({ uid: next });
    expect(JSON.stringify((await client.papers.get({ uid: notice })).content)).toContain(
      '通报前次会议1项未办结议定事项的落实情况',
    );
    await client.tasks.report({ uids: [itemUid], on: '2026-11-20', text: '已完成', close: true });
    expect(await carried()).toEqual([]);
  });
});

describe('the notice of a meeting', () => {
  it('names time, place, people and agenda', async () => {
    const uid = await meetingOn('2026-09-18', ['研究冬春火灾防控']);
    const { paperUid } = await client.meetings.draftNotice({ uid });
    const text = JSON.stringify((await client.papers.get({ uid: paperUid })).content);
    for (const words of ['2026年9月18日09:00', '三楼会议室', '刘建国', '研究冬春火灾防控'])
      expect(text).toContain(words);
  });
});
