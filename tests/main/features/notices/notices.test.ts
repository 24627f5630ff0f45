import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { overdueTask, unitsOf } from '#tests/support/builders/task.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeEach(async () => {
  office = await startTestOffice();
  client = office.client;
  const { stored } = await client.papers.settings();
  await client.papers.updateSettings({ ...stored, contactPerson: '李明', contactPhone: '8223119' });
});
afterEach(() => office.close());

async function list(view: Parameters<Client['notices']['list']>[0]['view'] = 'all') {
  return client.notices.list({ view, kind: null, unitUid: null, text: '' });
}

/** A letter to each of two units about one overdue task of both. */
async function twoLetters() {
  const units = await unitsOf(client, ['市教育局', '市民政局']);
  const taskUid = await overdueTask(client, { title: '完成校舍消防改造', leadUids: units });
  const proposal = await client.notices.propose({ kind: 'letter', taskUids: [taskUid], noticeUids: [] });
  const { uids } = await client.notices.create({ ...proposal, day: '2026-11-02', replyDueOn: '2026-11-16' });
  return { uids, taskUid, proposal };
}

async function issued() {
  const made = await twoLetters();
  const { numbers } = await client.notices.signAndIssue({ uids: made.uids, day: '2026-11-02', person: '' });
  return { ...made, numbers };
}

describe('notices for several units', () => {
  it('are proposed one for each lead unit, with the reply due after the term of the kind', async () => {
    const { proposal } = await twoLetters();
    expect(proposal.units.map(({ unit, taskUids }) => [unit, taskUids.length])).toEqual([
      ['市教育局', 1],
      ['市民政局', 1],
    ]);
    expect(proposal.replyDueOn! > proposal.day).toBe(true);
  });

  it('say in each paper who owes what since when', async () => {
    await twoLetters();
    const [first] = await list();
    const [paper] = await client.notices.papersOfBatch({ batchUid: first!.batchUid });
    const text = JSON.stringify(paper!.content);
    expect(paper!.content.addressee).toBe('市教育局');
    expect(text).toContain('完成校舍消防改造');
    expect(text).toContain('2026年11月16日');
  });

  it('take numbers in their order, in one step, and press their tasks', async () => {
    const { numbers, taskUid } = await issued();
    expect(numbers).toEqual(['临消安办函〔2026〕1号', '临消安办函〔2026〕2号']);
    expect((await client.tasks.get({ uid: taskUid })).pressedCount).toBe(2);
    expect((await list()).map(({ state }) => state)).toEqual(['toSend', 'toSend']);
  });

  it('take no number at all where one of them is not complete', async () => {
    const units = await unitsOf(client, ['市教育局']);
    const { uids } = await client.notices.create({
      kind: 'summons',
      day: '2026-11-02',
      replyDueOn: null,
      units: [{ organizationUid: units[0]!, unit: '市教育局', taskUids: [], previousUid: null }],
    });
    const { uids: letters } = await twoLetters();
    await expect(
      client.notices.signAndIssue({ uids: [...letters, ...uids], day: '2026-11-02', person: '' }),
    ).rejects.toThrow('不能签发');
    expect((await list()).map(({ number }) => number)).toEqual(['', '', '']);
  });
});

describe('a notice that was sent', () => {
  it('is answered, and settled when the answer suffices', async () => {
    const { uids } = await issued();
    const [uid = ''] = uids;
    await client.notices.send({
      uids: [uid],
      sentOn: '2026-11-03',
      channel: '机要交换',
      receivedOn: '2026-11-04',
      receivedBy: '小王',
    });
    const { replyUid } = await client.notices.reply({
      uid,
      day: '2026-11-10',
      person: '小王',
      text: '已完成改造',
    });
    expect((await client.notices.get({ uid })).state).toBe('replied');
    await client.notices.judge({ replyUid, verdict: 'accepted', day: '2026-11-12', text: '' });
    expect((await client.notices.get({ uid })).state).toBe('settled');
  });

  it('stands among those that wait for an answer, also when that is nearly due', async () => {
    const today = localDay(Date.now());
    const { proposal } = await twoLetters();
    const uids: string[] = [];
    for (const days of [1, 60]) {
      const made = await client.notices.create({ ...proposal, day: today, replyDueOn: addDays(today, days) });
      uids.push(...made.uids);
    }
    await client.notices.signAndIssue({ uids, day: today, person: '' });
    await client.notices.send({ uids, sentOn: today, channel: '', receivedOn: null, receivedBy: '' });
    expect((await list('waiting')).map(({ uid }) => uid)).toEqual(expect.arrayContaining(uids));
    expect((await list('todo')).filter(({ uid }) => uids.includes(uid))).toEqual([]);
  });

  it('and not answered is followed by the next kind, with the chain visible from both', async () => {
    const { uids } = await issued();
    const [, uid = ''] = uids;
    const nobody = { receivedOn: null, receivedBy: '', channel: '' };
    await client.notices.send({ uids: [uid], sentOn: '2026-11-03', ...nobody });
    expect((await client.notices.get({ uid })).state).toBe('overdue');
    const proposal = await client.notices.propose({ kind: null, taskUids: [], noticeUids: [uid] });
    expect(proposal.kind).toBe('order');
    const next = await client.notices.create(proposal);
    await client.notices.signAndIssue({ uids: next.uids, day: proposal.day, person: '刘建国' });
    const detail = await client.notices.get({ uid: next.uids[0]! });
    expect(detail.chain.map(({ kind }) => kind)).toEqual(['letter', 'order']);
    expect((await client.notices.get({ uid })).state).toBe('followed');
    const [paper] = await client.notices.papersOfBatch({ batchUid: next.batchUid });
    expect(JSON.stringify(paper!.content)).toContain('临消安办函〔2026〕2号');
  });

  it.each([
    [
      'sent before it was issued',
      { sentOn: '2026-11-01', receivedOn: null },
      'sentOn',
      '送达日期不能早于印发日期',
    ],
    [
      'received before it was sent',
      { sentOn: '2026-11-05', receivedOn: '2026-11-04' },
      'receivedOn',
      '签收日期不能早于',
    ],
  ])('cannot have been %s, which is said at the day', async (_what, days, field, words) => {
    const { uids } = await issued();
    await expect(client.notices.send({ uids, channel: '', receivedBy: '', ...days })).rejects.toMatchObject({
      message: expect.stringContaining(words) as string,
      data: { field },
    });
  });

  it('counts in the statistics of its unit', async () => {
    const { uids } = await issued();
    await client.notices.reply({ uid: uids[0]!, day: '2026-11-20', person: '', text: '迟到的反馈' });
    const rows = await client.notices.statistics({ from: '2026-01-01', to: '2026-12-31' });
    expect(rows).toEqual([
      { unit: '市民政局', sent: 1, repliedInTime: 0, repliedLate: 0, unanswered: 1, pressed: 0 },
      { unit: '市教育局', sent: 1, repliedInTime: 0, repliedLate: 1, unanswered: 0, pressed: 0 },
    ]);
  });
});

describe('a notice without a number', () => {
  it('is removed with its paper, and comes back with it by undo', async () => {
    const { uids } = await twoLetters();
    await client.notices.remove({ uids });
    expect(await list()).toEqual([]);
    await client.history.undo({});
    expect(await list()).toHaveLength(2);
  });

  it('that has one is not removed but made void among the papers, which reopens what it followed', async () => {
    const { uids } = await issued();
    await expect(client.notices.remove({ uids })).rejects.toThrow('已经取了文号');
    const [row] = await list();
    await client.papers.void({ uid: row!.paperUid, reason: '打印错误' });
    expect((await client.notices.get({ uid: row!.uid })).state).toBe('void');
  });
});
