import { beforeAll, describe, expect, it } from 'vitest';
import type { NewPlanRow } from '#shared/contract/plans.ts';
import { outlineOf, placeOf } from '#shared/rules/plans/tree.ts';
import { useTaskOffice } from '../tasks/support.ts';

const everything = { text: '', view: 'all', kind: null, unitUid: null } as const;
const nobody = { leadUids: [], supportingUids: [], dueOn: '2026-10-31' };

describe('an implementation plan', () => {
  const place = useTaskOffice();
  let planUid: string;

  const get = (uid = planUid) => place.client.plans.get({ uid });

  /** ' T 制定方案' stands below its heading. */
  async function lines(uid = planUid): Promise<string[]> {
    const { nodes } = await get(uid);
    return outlineOf(nodes).map(
      ({ node, level }) => `${' '.repeat(level)}${node.heading ?? `T ${node.task?.title ?? '?'}`}`,
    );
  }

  async function newPlan(title: string, rows: NewPlanRow[] = []): Promise<string> {
    const fields = { title, documentNumber: '', issuedOn: '2026-09-01', note: '' };
    const { uid } = await place.client.plans.add(fields);
    if (rows.length > 0) await place.client.plans.addRows({ planUid: uid, rows });
    return uid;
  }

  async function nodeOf(title: string, uid = planUid) {
    const { nodes } = await get(uid);
    const node = nodes.find((each) => each.heading === title || each.task?.title === title)!;
    return { ...node, seen: placeOf(nodes, node.uid)! };
  }

  async function listed(sourceUid: string): Promise<string[]> {
    const { rows } = await place.client.tasks.list({
      filter: { ...everything, sourceUid },
      sort: 'assigned',
      descending: false,
      after: null,
      limit: 100,
    });
    return rows.map(({ title, kind, source }) => `${kind} ${title} ${source.text}`);
  }

  const heading = (level: number, text: string): NewPlanRow => ({ kind: 'heading', level, heading: text });
  const task = (level: number, title: string, more = {}): NewPlanRow => ({
    kind: 'task',
    level,
    title,
    ...nobody,
    content: '',
    assignedOn: null,
    feedbackCycle: { kind: 'none' },
    ...more,
  });

  beforeAll(async () => {
    planUid = await newPlan('今冬明春火灾防控实施方案', [
      heading(0, '一、组织领导'),
      task(1, '制定方案', { leadUids: [place.units.临川市教育局!] }),
      heading(0, '二、排查整治'),
      task(1, '排查学校'),
      task(2, '排查幼儿园'),
    ]);
  });

  it('holds headings and tasks as a tree, and its tasks stand in the list of all tasks', async () => {
    expect(await lines()).toEqual([
      '一、组织领导',
      ' T 制定方案',
      '二、排查整治',
      ' T 排查学校',
      '  T 排查幼儿园',
    ]);
    expect(await listed(planUid)).toEqual(
      ['制定方案', '排查学校', '排查幼儿园'].map((title) => `planTask ${title} 今冬明春火灾防控实施方案`),
    );
  });

  it('takes headings and tasks where the clerk stands', async () => {
    const { client } = place;
    const { uid: parentUid } = await nodeOf('一、组织领导');
    const after = await nodeOf('制定方案');
    const spot = { parentUid, afterUid: after.uid };
    const { uid } = await client.plans.addTask({ planUid, place: spot, title: '召开会议', ...nobody });
    const top = { parentUid: null, afterUid: null };
    await client.plans.addHeading({ planUid, place: top, heading: '总体要求' });
    expect(await lines()).toEqual([
      '总体要求',
      '一、组织领导',
      ' T 制定方案',
      ' T 召开会议',
      '二、排查整治',
      ' T 排查学校',
      '  T 排查幼儿园',
    ]);
    await client.history.undo({});
    await client.history.undo({});
    expect((await get()).nodes.map((node) => node.uid)).not.toContain(uid);
    expect(await listed(planUid)).toHaveLength(3);
  });

  it('moves what is meant with all that stands below it, and back by undo', async () => {
    const { client } = place;
    const before = await lines();
    const { uid, seen } = await nodeOf('二、排查整治');
    const { uid: parentUid } = await nodeOf('一、组织领导');
    const { uid: afterUid } = await nodeOf('制定方案');
    await client.plans.move({ uid, to: { parentUid, afterUid }, seen });
    expect(await lines()).toEqual([
      '一、组织领导',
      ' T 制定方案',
      ' 二、排查整治',
      '  T 排查学校',
      '   T 排查幼儿园',
    ]);
    await client.history.undo({});
    expect(await lines()).toEqual(before);
  });

  it('does not move what another window has moved meanwhile', async () => {
    const { client } = place;
    const { uid, seen } = await nodeOf('二、排查整治');
    const first = { parentUid: null, afterUid: null };
    await client.plans.move({ uid, to: first, seen });
    await expect(client.plans.move({ uid, to: first, seen })).rejects.toMatchObject({ code: 'refused' });
    await client.history.undo({});
  });

  it('does not move anything below itself, or behind what has gone elsewhere meanwhile', async () => {
    const { client } = place;
    const before = await lines();
    const { uid, seen } = await nodeOf('二、排查整治');
    const { uid: below } = await nodeOf('排查学校');
    for (const to of [
      { parentUid: below, afterUid: null },
      { parentUid: null, afterUid: below },
    ]) {
      await expect(client.plans.move({ uid, to, seen })).rejects.toMatchObject({ code: 'refused' });
    }
    expect(await lines()).toEqual(before);
  });

  it('refuses a change of a heading that another window has changed', async () => {
    const { client } = place;
    const { uid } = await nodeOf('一、组织领导');
    const update = (base: string, set: string) =>
      client.plans.updateHeading({ uid, base: { heading: base }, set: { heading: set } });
    await update('一、组织领导', '一、加强组织领导');
    await expect(update('一、组织领导', '一、领导')).rejects.toMatchObject({ code: 'conflict' });
    await client.history.undo({});
  });

  it('lets what stood below a removed line take its place; its task goes or stays in the list', async () => {
    const { client } = place;
    await client.plans.removeNode({ uid: (await nodeOf('排查学校')).uid, task: 'keep' });
    expect((await lines()).slice(2)).toEqual(['二、排查整治', ' T 排查幼儿园']);
    expect(await listed(planUid)).toHaveLength(3);
    await client.history.undo({});
    await client.plans.removeNode({ uid: (await nodeOf('排查学校')).uid, task: 'remove' });
    expect((await lines()).slice(2)).toEqual(['二、排查整治', ' T 排查幼儿园']);
    expect(await listed(planUid)).toHaveLength(2);
    await client.history.undo({});
    expect(await lines()).toHaveLength(5);
  });

  it('does not lose what stands below a task that is removed from the list of tasks', async () => {
    const { task: school } = await nodeOf('排查学校');
    await expect(place.client.tasks.remove({ uids: [school!.uid] })).rejects.toMatchObject({
      code: 'refused',
    });
    expect(await lines()).toHaveLength(5);
  });

  it('pastes a table as one operation that one undo takes back', async () => {
    const { client, units } = place;
    const text = '序号\t任务\t牵头单位\t完成时限\n一、宣传\t\t\t\n1\t进社区\t民政局\t11月底前';
    const { rows } = await client.plans.readTable({ text, day: '2026-09-01' });
    expect(rows).toMatchObject([
      { level: 0, isHeading: true, title: '一、宣传' },
      { level: 1, isHeading: false, title: '进社区', leadUids: [units.临川市民政局], dueOn: '2026-11-30' },
    ]);
    const pasted = [heading(0, '一、宣传'), task(1, '进社区', { leadUids: [units.临川市民政局!] })];
    expect(await client.plans.addRows({ planUid, rows: pasted })).toEqual({ headings: 1, tasks: 1 });
    expect((await lines()).slice(5)).toEqual(['一、宣传', ' T 进社区']);
    await client.history.undo({});
    expect(await lines()).toHaveLength(5);
  });

  it('stores nothing of a table of which one row does not fit', async () => {
    const rows = [task(0, '能办'), task(0, '太早', { dueOn: '2026-08-01' })];
    await expect(place.client.plans.addRows({ planUid, rows })).rejects.toMatchObject({ code: 'badInput' });
    expect(await lines()).toHaveLength(5);
  });

  describe('with tasks that were in the list before', () => {
    let taskUids: string[];
    beforeAll(async () => {
      const { units } = place;
      taskUids = [
        await place.add({
          title: '整治校园周边',
          leadUids: [units.临川市教育局!],
          sourceText: '第三次全体会议纪要',
        }),
        await place.add({ title: '核查校车' }),
      ];
    });

    async function linkBelow(title: string, uids = taskUids) {
      const { uid: parentUid } = await nodeOf(title);
      return place.client.plans.linkTasks({ planUid, place: { parentUid, afterUid: null }, taskUids: uids });
    }

    it('takes them in where the clerk stands, in one step, and leaves their source as it is', async () => {
      const { client } = place;
      await linkBelow('一、组织领导');
      expect((await lines()).slice(0, 4)).toEqual([
        '一、组织领导',
        ' T 整治校园周边',
        ' T 核查校车',
        ' T 制定方案',
      ]);
      const linked = await client.tasks.get({ uid: taskUids[0]! });
      expect(linked).toMatchObject({
        source: { text: '第三次全体会议纪要' },
        plan: { uid: planUid, title: '今冬明春火灾防控实施方案' },
      });
      await client.history.undo({});
      expect(await lines()).toHaveLength(5);
      expect(await client.tasks.get({ uid: taskUids[0]! })).toMatchObject({ plan: null });
    });

    it('finds them by words and pinyin initials, and says which plan has one already', async () => {
      const { client } = place;
      const found = async (text: string) =>
        (await client.plans.findTasks({ text })).map((each) => [each.task.title, each.planTitle]);
      expect(await found('校园周边')).toEqual([['整治校园周边', null]]);
      expect(await found('hcxc')).toEqual([['核查校车', null]]);
      expect(await found('排查幼儿园')).toEqual([['排查幼儿园', '今冬明春火灾防控实施方案']]);
    });

    it('takes no task that stands in a plan already, and then none of the others either', async () => {
      const { client } = place;
      const other = await newPlan('另一个方案');
      const { uids } = await linkBelow('一、组织领导', [taskUids[1]!]);
      const top = { parentUid: null, afterUid: null };
      await expect(client.plans.linkTasks({ planUid: other, place: top, taskUids })).rejects.toThrow(
        '“核查校车”已在实施方案“今冬明春火灾防控实施方案”里',
      );
      expect(await lines(other)).toEqual([]);
      await client.plans.removeNode({ uid: uids[0]!, task: 'keep' });
      await client.plans.linkTasks({ planUid: other, place: top, taskUids });
      expect(await lines(other)).toEqual(['T 整治校园周边', 'T 核查校车']);
      await client.plans.remove({ uid: other, tasks: 'remove' });
      expect(await client.tasks.get({ uid: taskUids[0]! })).toMatchObject({ plan: null, status: 'assigned' });
    });
  });

  it('gives its new name to its tasks', async () => {
    const { client } = place;
    const uid = await newPlan('夏季检查方案', [task(0, '检查商场')]);
    await client.plans.update({
      uid,
      base: { documentNumber: '' },
      set: { documentNumber: '临消安办〔2026〕9号' },
    });
    expect(await listed(uid)).toEqual(['planTask 检查商场 夏季检查方案(临消安办〔2026〕9号)']);
  });

  it('is found by title, pinyin initials and number, with its tasks counted', async () => {
    const titles = async (text: string) =>
      (await place.client.plans.list({ text })).map(({ title }) => title);
    expect(await titles('火灾防控')).toEqual(['今冬明春火灾防控实施方案']);
    expect(await titles('jdmc')).toEqual(['今冬明春火灾防控实施方案']);
    expect(await titles('〔2026〕9号')).toEqual(['夏季检查方案']);
    const [plan] = await place.client.plans.list({ text: 'jdmc' });
    const { counts } = await get();
    expect(plan?.counts).toEqual(counts);
    expect(counts.done + counts.open + counts.overdue).toBe(3);
  });

  it('goes with its tasks only while nothing has been done about them; without them they stay', async () => {
    const { client } = place;
    const uid = await newPlan('节日保卫方案', [task(0, '值守'), task(1, '巡查')]);
    const { task: watch } = await nodeOf('值守', uid);
    await client.tasks.receive({ uids: [watch!.uid], on: '2026-09-02', text: '' });
    await expect(client.plans.remove({ uid, tasks: 'remove' })).rejects.toMatchObject({ code: 'refused' });
    expect(await lines(uid)).toEqual(['T 值守', ' T 巡查']);
    await client.plans.remove({ uid, tasks: 'keep' });
    expect(await listed(uid)).toHaveLength(2);
    await client.history.undo({});
    expect(await lines(uid)).toEqual(['T 值守', ' T 巡查']);
  });
});
