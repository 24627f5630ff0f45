import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

const today = localDay(Date.now());
const yesterday = addDays(today, -1);
const nextMonth = addDays(today, 30);

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let planUid: string;
let units: { east: string; west: string; bureau: string };

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const [city] = await client.organizations.tree({ day: null });
  const add = async (name: string, level: 'county' | 'memberUnit') =>
    (
      await client.organizations.add({
        items: [{ name, shortName: '', level, parentUid: city!.uid, marks: [] }],
        from: null,
        document: '',
        afterUid: null,
      })
    ).uids[0]!;
  units = {
    east: await add('城东区', 'county'),
    west: await add('城西区', 'county'),
    bureau: await add('市教育局', 'memberUnit'),
  };
  const plan = { title: '今冬明春火灾防控方案', documentNumber: '', issuedOn: addDays(today, -20), note: '' };
  planUid = (await client.plans.add(plan)).uid;
  const task = (title: string, leadUids: string[], dueOn: string | null) => ({
    kind: 'task' as const,
    level: 0,
    title,
    leadUids,
    supportingUids: [],
    dueOn,
    content: '',
    assignedOn: null,
    feedbackCycle: { kind: 'none' as const },
  });
  const rows = [
    task('排查高层建筑，隐患整改率达到95%', [], nextMonth),
    task('检查学校和培训机构', [units.bureau], nextMonth),
    task('城西区老旧小区改造', [units.west], nextMonth),
    task('坚持夜间巡查', [], null),
  ];
  await client.plans.addRows({ planUid, rows });
});
afterAll(() => office.close());

const list = () => client.countyPlans.list({ planUid });
async function planOf(organizationUid: string) {
  return (await list()).find((row) => row.organizationUid === organizationUid)!;
}
async function receive(uid: string, receivedOn: string) {
  const { receivedOn: before } = await client.countyPlans.get({ uid });
  return client.countyPlans.update({ uid, base: { receivedOn: before }, set: { receivedOn } });
}
async function readTasks(countyPlanUid: string, text: string) {
  const given = { choice: nothingChosen, options: { countyPlanUid } };
  const { jobUid } = await client.countyPlans.readTable({ source: { text }, ...given });
  const preview = (await finishedJob(client, jobUid)).result as ListPreview;
  return { preview, take: () => client.countyPlans.importTable({ stagedUid: preview.stagedUid, ...given }) };
}

describe('plans that units have to hand in for a plan of the city', () => {
  it('are asked of counties and member units, each once', async () => {
    const given = { planUid, organizationUids: Object.values(units), dueOn: yesterday };
    expect(await client.countyPlans.ask(given)).toEqual({ added: 3 });
    expect(await client.countyPlans.ask(given)).toEqual({ added: 0 });
    expect((await list()).map(({ name, state, counts }) => [name, state, counts.expected])).toEqual([
      ['城东区', 'late', 3],
      ['城西区', 'late', 4],
      ['市教育局', 'late', 1],
    ]);
    const entries = await client.calendar.range({ from: yesterday, to: today });
    expect(entries.filter(({ kind }) => kind === 'countyPlanDue')).toMatchObject([
      { day: yesterday, note: '还差 3 个单位', isDone: false },
    ]);
  });

  it('become supervised tasks when they are pressed, which are closed when the plan comes in', async () => {
    const { uid } = await planOf(units.west);
    const { taskUids } = await client.countyPlans.press({ uids: [uid] });
    expect(await client.countyPlans.press({ uids: [uid] })).toEqual({ taskUids });
    const task = () => client.tasks.get({ uid: taskUids[0]! });
    expect(await task()).toMatchObject({
      title: '报送落实《今冬明春火灾防控方案》的实施方案',
      dueOn: yesterday,
    });
    expect(await receive(uid, today)).toMatchObject({ closedTasks: 1 });
    expect(await task()).toMatchObject({ status: 'closed', reportedOn: today });
    expect(await planOf(units.west)).toMatchObject({ state: 'received' });
    await client.history.undo({});
    expect(await task()).toMatchObject({ status: 'assigned', reportedOn: null });
    expect(await planOf(units.west)).toMatchObject({ state: 'late' });
    await receive(uid, today);
    const cleared = { uid, base: { receivedOn: today }, set: { receivedOn: null } };
    expect(await client.countyPlans.update(cleared)).toEqual({ uid, closedTasks: 0, reopenedTasks: 1 });
    expect(await task()).toMatchObject({ status: 'inProgress', reportedOn: null, closedOn: null });
  });

  it('are asked for no more when their unit is taken off the list', async () => {
    const { uid } = await planOf(units.bureau);
    const { taskUids } = await client.countyPlans.press({ uids: [uid] });
    expect(await client.countyPlans.remove({ uids: [uid] })).toEqual({ removed: 1, cancelledTasks: 1 });
    expect(await client.tasks.get({ uid: taskUids[0]! })).toMatchObject({ status: 'cancelled' });
    await client.history.undo({});
  });

  it('do not come in on a day that has not come', async () => {
    const { uid } = await planOf(units.east);
    await expect(receive(uid, addDays(today, 1))).rejects.toThrow('还没有到');
  });

  it('lack nothing for certain before their tasks are typed', async () => {
    const { uid } = await planOf(units.east);
    await receive(uid, today);
    expect(await planOf(units.east)).toMatchObject({ counts: { expected: 3, problems: 0 } });
    await expect(client.countyPlans.draftOpinion({ uid })).rejects.toThrow('请先录入所报方案的任务');
    await expect(client.countyPlans.handBack({ uid, dueOn: nextMonth, reason: '' })).rejects.toThrow(
      '退回请写明原因',
    );
  });

  it('take their tasks from a pasted table, days in words too, and name the lines that are not understood', async () => {
    const { uid } = await planOf(units.east);
    const wrong = await readTasks(
      uid,
      '任务\t责任单位\t完成时限\t对应市方案任务\n甲\t乙\t明日复明日\t没有的',
    );
    expect(wrong.preview.problems.map(({ column, text }) => `${column} ${text}`)).toEqual([
      'C 没有看懂“明日复明日”，请写成 2026-11-23 或“11月底前”。',
      'D 市方案里没有“没有的”，导入后再对应。',
    ]);
    const late = addDays(nextMonth, 5);
    const { take } = await readTasks(
      uid,
      `工作任务\t责任单位\t完成时限\t对应市方案任务\n对高层建筑排查，隐患整改率达到90%\t\t${late}\t\n开展夜间巡查\t区公安分局\t长期\t坚持夜间巡查`,
    );
    expect(await take()).toEqual({ added: 2, changed: 0 });
    const detail = await client.countyPlans.get({ uid });
    expect(detail.counts).toEqual({ expected: 3, answered: 1, tasks: 2, problems: 3 });
    const open = detail.lines.find(({ city }) => city === null)!.county[0]!;
    const highRise = detail.cityTasks[0]!;
    expect(detail.proposals).toEqual([{ countyUid: open.uid, cityUid: highRise.uid }]);
    const handBack = () => client.countyPlans.handBack({ uid, dueOn: nextMonth, reason: '' });
    await expect(handBack()).rejects.toThrow('所报方案里“对高层建筑排查，隐患整改率达到90%” 1 项任务');
    await expect(client.countyPlans.draftOpinion({ uid })).rejects.toThrow('点“采用”或“自定”');
    await client.countyPlans.answer({ answers: [{ countyUid: open.uid, cityUid: null }] });
    expect(await client.countyPlans.get({ uid })).toMatchObject({ proposals: [], counts: { answered: 1 } });
    await client.countyPlans.answer({ answers: detail.proposals });
    const { lines } = await client.countyPlans.get({ uid });
    expect(lines.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([
      ['later', 'noUnit', 'less'],
      ['missing'],
      [],
    ]);
  });

  it('need nothing for a task that does not concern the unit, which undo takes back', async () => {
    const { uid } = await planOf(units.east);
    const { lines } = await client.countyPlans.get({ uid });
    const [answered, missing] = lines.map(({ city }) => city!.uid);
    const exempt = (taskUid: string, reason: string | null) =>
      client.countyPlans.exempt({ uid, taskUid, reason });
    await expect(exempt(answered!, '没有高层建筑')).rejects.toThrow('有对应这项任务的安排');
    await expect(exempt(missing!, '  ')).rejects.toThrow();
    await exempt(missing!, '由市里统一组织');
    const after = await client.countyPlans.get({ uid });
    expect(after.lines[1]).toMatchObject({ exempt: '由市里统一组织', problems: [] });
    expect(after.counts.expected).toBe(2);
    await client.history.undo({});
    expect((await client.countyPlans.get({ uid })).counts.expected).toBe(3);
  });

  it('are handed back as a task that says what is wrong, and as a letter', async () => {
    const { uid } = await planOf(units.east);
    const { taskUid } = await client.countyPlans.handBack({ uid, dueOn: nextMonth, reason: '' });
    const task = await client.tasks.get({ uid: taskUid });
    expect(task).toMatchObject({
      dueOn: nextMonth,
      title: '修改完善后重新报送落实《今冬明春火灾防控方案》的实施方案',
    });
    expect(task.content).toContain(
      '指标低于市方案：排查高层建筑，隐患整改率达到95%（市方案 95%，所报方案 90%）',
    );
    expect(await planOf(units.east)).toMatchObject({ state: 'returned', dueOn: nextMonth });
    const { paperUid } = await client.countyPlans.draftOpinion({ uid });
    const paper = JSON.stringify(await client.papers.get({ uid: paperUid }));
    expect(paper).toContain('关于城东区实施方案的核对意见');
    expect(paper).toContain('没有明确责任单位');
  });

  it('stay handed back when the day of their coming in is only corrected', async () => {
    const { uid } = await planOf(units.east);
    await receive(uid, yesterday);
    expect(await planOf(units.east)).toMatchObject({ state: 'returned', receivedOn: yesterday });
    await expect(
      client.countyPlans.update({ uid, base: { receivedOn: yesterday }, set: { receivedOn: null } }),
    ).rejects.toThrow('请先点“重新核对”');
  });

  it('ask the same task again, with its new day and words, when they are handed back twice', async () => {
    const { uid } = await planOf(units.east);
    const later = addDays(nextMonth, 9);
    await client.countyPlans.decide({ uid, isChecked: false });
    const { taskUid } = await client.countyPlans.handBack({ uid, dueOn: later, reason: '请补充附件' });
    const task = await client.tasks.get({ uid: taskUid });
    expect(task).toMatchObject({ dueOn: later, firstDueOn: nextMonth, status: 'assigned' });
    expect(task.content).toContain('请补充附件');
  });

  it('are to be checked anew when they come in again, on the same day too', async () => {
    const { uid } = await planOf(units.east);
    await expect(client.countyPlans.resubmit({ uid, receivedOn: yesterday })).rejects.toThrow('退回日期');
    expect(await client.countyPlans.resubmit({ uid, receivedOn: today })).toEqual({ uid, closedTasks: 1 });
    expect(await planOf(units.east)).toMatchObject({
      state: 'received',
      reason: '',
      firstDueOn: yesterday,
      firstReceivedOn: yesterday,
    });
    await client.countyPlans.decide({ uid, isChecked: true });
    expect(await planOf(units.east)).toMatchObject({ state: 'checked', decidedOn: today });
    const bureau = await planOf(units.bureau);
    await expect(client.countyPlans.decide({ uid: bureau.uid, isChecked: true })).rejects.toThrow(
      '市教育局还没有报送实施方案',
    );
  });

  it('owe nothing more once they are accepted after all', async () => {
    const { uid } = await planOf(units.east);
    const { taskUid } = await client.countyPlans.handBack({ uid, dueOn: nextMonth, reason: '请补充附件' });
    await client.countyPlans.decide({ uid, isChecked: false });
    expect(await client.tasks.get({ uid: taskUid })).toMatchObject({ status: 'assigned' });
    await client.countyPlans.decide({ uid, isChecked: true });
    expect(await client.tasks.get({ uid: taskUid })).toMatchObject({ status: 'closed', reportedOn: today });
  });

  it('are counted in reports by the days of their first coming in, whatever is handed back since', async () => {
    const west = await planOf(units.west);
    await receive(west.uid, today);
    await client.countyPlans.handBack({ uid: west.uid, dueOn: nextMonth, reason: '请补充附件' });
    await client.countyPlans.resubmit({ uid: west.uid, receivedOn: today });
    const measures = ['due', 'received', 'inTime', 'late', 'checked'].map((each) => `countyPlans.${each}`);
    const { uid } = await client.reports.add({
      name: '实施方案报送情况',
      rowKind: 'county',
      columns: measures.map((measure) => ({ measure, heading: '' })),
      hidesEmpty: false,
      cycle: 'month',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const { table } = await client.reports.view({ uid, from: yesterday, to: nextMonth });
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])).toEqual([
      ['城东区', 1, 1, 1, 0, 1],
      ['城西区', 1, 1, 0, 0, 0],
    ]);
  });

  it('are written as a board and a table of differences for each unit', async () => {
    await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
    const { jobUid } = await client.countyPlans.exportCheck({ planUid, uids: null });
    const sheets = await workbookTexts(office.dataFolder, (await finishedJob(client, jobUid)).result);
    expect(Object.keys(sheets)).toEqual(['报送情况', '城东区']);
    expect(sheets['城东区']?.flat().join('')).toContain('时限晚于市方案');
  });

  it('go with the plan that they answer, and come back with it', async () => {
    const bureau = await planOf(units.bureau);
    const { taskUids } = await client.countyPlans.press({ uids: [bureau.uid] });
    const status = async () => (await client.tasks.get({ uid: taskUids[0]! })).status;
    const before = await status();
    await client.plans.remove({ uid: planUid, tasks: 'keep' });
    // Nobody owes a plan to what is gone.
    expect(await status()).toBe('cancelled');
    await client.history.undo({});
    expect(await status()).toBe(before);
    const { uid } = await planOf(units.east);
    expect((await client.countyPlans.get({ uid })).counts.answered).toBe(2);
  });

  it('go along to the county that takes the ground over, unless it has one of its own', async () => {
    const [city] = await client.organizations.tree({ day: null });
    const item = { name: '城北区', shortName: '', level: 'county' as const, parentUid: city!.uid, marks: [] };
    const added = { items: [item], from: null, document: '', afterUid: null };
    const [north = ''] = (await client.organizations.add(added)).uids;
    const items = await client.organizations.openItems({ uids: [units.east], day: today });
    const plans = items.filter(({ kind }) => kind === 'countyPlans');
    expect(plans).toMatchObject([{ slotName: '今冬明春火灾防控方案', state: `${today} 报送` }]);
    const handOver = plans.map(({ kind, uid }) => ({ kind, uid }));
    const into = (uid: string) =>
      client.organizations.merge({
        uids: [units.east, uid],
        into: { uid },
        from: today,
        document: '',
        handOver,
      });
    await expect(into(units.west)).rejects.toThrow('只能承接一个机构的');
    await into(north);
    expect(await planOf(north)).toMatchObject({ name: '城北区', receivedOn: today });
  });
});
