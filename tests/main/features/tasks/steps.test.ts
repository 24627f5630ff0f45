import { describe, expect, it } from 'vitest';
import { useTaskOffice } from './support.ts';

describe('a supervised task', () => {
  const place = useTaskOffice();

  it('goes its way with every step dated, by whom and with its words', async () => {
    const { client, units } = place;
    const uid = await place.add({
      leadUids: [units.临川市教育局!],
      feedbackCycle: { kind: 'monthly', day: 30 },
    });
    await client.tasks.receive({ uids: [uid], on: '2026-09-03', text: '' });
    await client.tasks.feedback({
      uids: [uid],
      on: '2026-09-28',
      text: '方案已起草',
      unitUid: units.临川市教育局!,
    });
    await client.tasks.press({ uids: [uid], on: '2026-11-02', text: '电话催办', unitUid: null });
    await client.tasks.press({ uids: [uid], on: '2026-11-05', text: '', unitUid: null });
    await client.tasks.extend({ uids: [uid], on: '2026-11-06', dueOn: '2026-11-20', text: '等待省级文件' });
    await client.tasks.report({ uids: [uid], on: '2026-11-18', text: '已印发', close: false });
    await client.tasks.accept({ uids: [uid], on: '2026-11-19', text: '临教发〔2026〕8号', close: true });
    const task = await client.tasks.get({ uid });
    expect(task).toMatchObject({
      status: 'closed',
      dueOn: '2026-11-20',
      firstDueOn: '2026-10-31',
      pressedCount: 2,
      lastPressedOn: '2026-11-05',
      extendedCount: 1,
      reportedOn: '2026-11-18',
      closedOn: '2026-11-19',
      nextFeedbackOn: '2026-10-30',
      units: [{ role: 'lead', name: '临川市教育局', shortName: '教育局' }],
    });
    expect(task.events.map(({ kind, day }) => `${kind} ${day}`)).toEqual([
      'assign 2026-09-01',
      'receive 2026-09-03',
      'feedback 2026-09-28',
      'press 2026-11-02',
      'press 2026-11-05',
      'extend 2026-11-06',
      'report 2026-11-18',
      'accept 2026-11-19',
      'close 2026-11-19',
    ]);
    expect(task.events[2]).toMatchObject({ text: '方案已起草', userName: '李明', unitName: '教育局' });
    expect(task.events[5]).toMatchObject({
      oldDueOn: '2026-10-31',
      newDueOn: '2026-11-20',
      text: '等待省级文件',
    });
  });

  it('refuses a due day before the assignment, at the field', async () => {
    await expect(place.add({ dueOn: '2026-08-31' })).rejects.toMatchObject({
      code: 'badInput',
      data: { field: 'dueOn' },
    });
    const uid = await place.add();
    const patch = { uid, base: { dueOn: '2026-10-31' }, set: { dueOn: '2026-08-01' } };
    await expect(place.client.tasks.update(patch)).rejects.toMatchObject({ data: { field: 'dueOn' } });
  });

  it('is extended to a later day only', async () => {
    const uid = await place.add();
    const extend = (dueOn: string) =>
      place.client.tasks.extend({ uids: [uid], on: '2026-09-10', dueOn, text: '人手不足' });
    await expect(extend('2026-10-31')).rejects.toMatchObject({ code: 'badInput', data: { field: 'dueOn' } });
    await extend('2026-11-30');
    await extend('2026-12-31');
    expect(await place.client.tasks.get({ uid })).toMatchObject({
      firstDueOn: '2026-10-31',
      dueOn: '2026-12-31',
      extendedCount: 2,
    });
  });

  it('refuses a step that does not follow, for all of the chosen tasks together', async () => {
    const { client } = place;
    const [one, other] = [await place.add(), await place.add({ title: '开展消火栓普查' })];
    await client.tasks.report({ uids: [other], on: '2026-10-01', text: '', close: false });
    await expect(
      client.tasks.press({ uids: [one, other], on: '2026-10-02', text: '', unitUid: null }),
    ).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('“开展消火栓普查”现在是“待验收”'),
    });
    expect((await client.tasks.get({ uid: one })).pressedCount).toBe(0);
  });

  it('is closed with proof only, also when report and acceptance come in one step', async () => {
    const { client } = place;
    const uid = await place.add();
    const report = (text: string) =>
      client.tasks.report({ uids: [uid], on: '2026-10-01', text, close: true });
    await expect(report('')).rejects.toMatchObject({ code: 'badInput', data: { field: 'text' } });
    await report('现场核查通过');
    expect((await client.tasks.get({ uid })).status).toBe('closed');
    await client.tasks.reopen({ uids: [uid], on: '2026-10-05', text: '复查发现反弹' });
    expect(await client.tasks.get({ uid })).toMatchObject({
      status: 'inProgress',
      closedOn: null,
      reportedOn: null,
    });
  });

  it('takes back a pressing with the undo of its operation', async () => {
    const { client } = place;
    const uid = await place.add();
    await client.tasks.press({ uids: [uid], on: '2026-10-02', text: '', unitUid: null });
    await client.history.undo({});
    const task = await client.tasks.get({ uid });
    expect(task).toMatchObject({ pressedCount: 0, lastPressedOn: null });
    expect(task.events.map(({ kind }) => kind)).toEqual(['assign']);
  });

  it('is removed only while nothing has happened to it', async () => {
    const { client } = place;
    const [fresh, pressed] = [await place.add(), await place.add()];
    await client.tasks.press({ uids: [pressed], on: '2026-10-02', text: '', unitUid: null });
    expect(await client.tasks.remove({ uids: [fresh] })).toEqual({ removed: 1 });
    await expect(client.tasks.remove({ uids: [pressed] })).rejects.toMatchObject({ code: 'refused' });
  });

  it('decides an update field by field and keeps a corrected date in the timeline', async () => {
    const { client, units } = place;
    const uid = await place.add({ leadUids: [units.临川市教育局!] });
    const base = {
      title: '制定消防安全治本攻坚实施方案',
      dueOn: '2026-10-31',
      leadUids: [units.临川市教育局!],
    };
    await client.tasks.update({ uid, base, set: { dueOn: '2026-11-30', leadUids: [units.临川市民政局!] } });
    await expect(client.tasks.update({ uid, base, set: { dueOn: '2026-12-31' } })).rejects.toMatchObject({
      code: 'conflict',
    });
    const task = await client.tasks.get({ uid });
    expect(task).toMatchObject({ dueOn: '2026-11-30', firstDueOn: '2026-11-30', extendedCount: 0 });
    expect(task.units.map(({ shortName }) => shortName)).toEqual(['民政局']);
    expect(task.events.at(-1)).toMatchObject({
      kind: 'correct',
      oldDueOn: '2026-10-31',
      newDueOn: '2026-11-30',
    });
  });

  it('becomes one task for each lead unit where the clerk wants it so', async () => {
    const { client, units } = place;
    const { uids } = await client.tasks.add({
      items: [
        {
          kind: 'other',
          title: '报送冬春火灾防控总结',
          content: '',
          assignedOn: '2026-09-01',
          startOn: null,
          dueOn: null,
          feedbackCycle: { kind: 'none' },
          sourceText: '',
          leadUids: [units.临川市教育局!, units.临川市民政局!],
          supportingUids: [],
          each: true,
          keep: false,
        },
      ],
    });
    expect(uids).toHaveLength(2);
    const tasks = await Promise.all(uids.map((uid) => client.tasks.get({ uid })));
    expect(tasks.map((task) => task.units.map(({ shortName }) => shortName))).toEqual([
      ['教育局'],
      ['民政局'],
    ]);
  });
});
