import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { unitsOf } from '#tests/support/builders/task.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

const today = localDay(Date.now());
const title = '关于加强电动自行车消防安全管理的通知';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let housing: string;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
  [housing = ''] = await unitsOf(client, ['市住建局']);
});
afterAll(() => office.close());

/** A received paper with one 批示 of today. */
async function instructed(text: string) {
  const { uid } = await client.receivedPapers.register({
    sender: '省消防安全委员会办公室',
    theirNumber: '省消安办〔2026〕18号',
    title,
    receivedOn: today,
    dueOn: null,
    urgency: '',
    secrecy: '',
    copies: 1,
    note: '',
  });
  const said = { uid, kind: 'instruction' as const, persons: ['张建国'], day: today, text };
  const { uids } = await client.receivedPapers.addEntries(said);
  return { uid, entryUid: uids[0]! };
}

async function proposed(entryUid: string) {
  const task = await client.receivedPapers.proposeTask({ entryUid });
  return { ...task, startOn: null, each: false, keep: true };
}

describe('a 批示', () => {
  it('proposes a task in its own words, its term counted from its day', async () => {
    const text = '请市住建局牵头，15日内完成老旧小区充电设施排查。';
    const { entryUid } = await instructed(text);
    expect(await client.receivedPapers.proposeTask({ entryUid })).toEqual({
      kind: 'instruction',
      title: '请市住建局牵头，15日内完成老旧小区充电设施排查',
      content: text,
      assignedOn: today,
      dueOn: addDays(today, 15),
      feedbackCycle: { kind: 'none' },
      sourceText: `张建国批示：省消防安全委员会办公室《${title}》（省消安办〔2026〕18号）`,
      leadUids: [housing],
      supportingUids: [],
    });
  });

  it('that says little is named with what it is about', async () => {
    const { entryUid } = await instructed('请抓好落实');
    expect(await client.receivedPapers.proposeTask({ entryUid })).toMatchObject({
      title: `请抓好落实：${title}`,
      content: '请抓好落实',
      dueOn: null,
    });
  });

  it('becomes a task that names the paper, and the paper lists it', async () => {
    const { uid, entryUid } = await instructed('请市住建局牵头，15日内完成老旧小区充电设施排查。');
    const { uids } = await client.receivedPapers.addTasks({ entryUid, items: [await proposed(entryUid)] });
    const task = await client.tasks.get({ uid: uids[0]! });
    expect(task).toMatchObject({ kind: 'instruction', status: 'assigned' });
    expect(task.source).toMatchObject({ kind: 'receivedPaper', uid });
    expect(task.source.text).toContain('张建国批示');
    const listed = await client.receivedPapers.tasks({ uid });
    expect(listed.map((each) => [each.uid, each.dueOn])).toEqual([[uids[0], addDays(today, 15)]]);
    await client.history.undo({});
    expect(await client.receivedPapers.tasks({ uid })).toEqual([]);
  });

  it('keeps its task linked when the task’s words for the source are changed', async () => {
    const { uid, entryUid } = await instructed('请抓好落实');
    const item = await proposed(entryUid);
    const { uids } = await client.receivedPapers.addTasks({ entryUid, items: [item] });
    await client.tasks.update({
      uid: uids[0]!,
      base: { sourceText: item.sourceText },
      set: { sourceText: '张主任批示' },
    });
    expect(await client.receivedPapers.tasks({ uid })).toHaveLength(1);
  });

  it('with a task keeps its paper from being deleted', async () => {
    const { uid, entryUid } = await instructed('请抓好落实');
    const { uids } = await client.receivedPapers.addTasks({ entryUid, items: [await proposed(entryUid)] });
    await expect(client.receivedPapers.remove({ uid })).rejects.toMatchObject({ code: 'refused' });
    await client.tasks.remove({ uids });
    await client.receivedPapers.remove({ uid });
  });
});

describe('a 拟办意见', () => {
  it('is no instruction and becomes no task', async () => {
    const { uid } = await instructed('请抓好落实');
    const proposal = { uid, kind: 'proposal' as const, persons: ['李明'], day: today, text: '拟请阅示' };
    const { uids } = await client.receivedPapers.addEntries(proposal);
    const asked = client.receivedPapers.proposeTask({ entryUid: uids[0]! });
    await expect(asked).rejects.toMatchObject({ code: 'refused' });
  });
});
