import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { NewDeduction } from '#shared/contract/deductions.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { readBack, textsOf } from '../assessment/export/written-workbook.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { overdueTask } from '#tests/support/builders/task.ts';
import { finishedJob, startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

const today = localDay(Date.now());
const what = '疏散通道堵塞';
const nothing = { responsible: '', measures: '', funds: '', timeLimit: '', emergencyPlan: '' };

describe('deductions of findings and overdue tasks', () => {
  let office: Office;
  let periodUid: string;
  let frame: GroupFrame;
  let number = 0;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    ({ uid: periodUid, frame } = await openPeriod(office.client, 'spotCheck'));
    number += 1;
  });

  const unit = (place = 0) => frame.objects[place]!;
  const indicator = (place = 0) => frame.scheme.indicators[place]!;
  const late = (title = `消火栓普查${number}`, leadUid = unit().organizationUid) =>
    overdueTask(office.client, { title, leadUids: [leadUid] });

  async function found(): Promise<string> {
    const place = { kind: 'other', name: `河口商场${number}`, countyUid: unit().organizationUid } as const;
    const fields = {
      spot: '三楼',
      what,
      severity: 'ordinary',
      element: '',
      article: '',
      demand: '',
    } as const;
    const { uid } = await office.client.findings.add({
      place,
      foundOn: addDays(today, -20),
      dueOn: addDays(today, -5),
      ...fields,
      ...nothing,
      leadUids: [unit().organizationUid],
    });
    return uid;
  }

  const item = (taskUid: string, more: Partial<NewDeduction> = {}): NewDeduction => ({
    taskUid,
    groupUid: frame.uid,
    objectUid: unit().uid,
    indicatorUid: indicator().uid,
    points: 3000,
    reason: '疏散通道堵塞，已逾期5天',
    ...more,
  });
  const propose = async (...items: NewDeduction[]) => office.client.deductions.propose({ items });
  const rows = () => office.client.deductions.ofPeriod({ periodUid });
  const uids = async () => (await rows()).map(({ uid }) => uid);

  async function entryAt(indicatorPlace = 0): Promise<ScoreEntry | undefined> {
    const packed = spelledScores(
      await office.client.assessment.scores({ groupUid: frame.uid, stage: 'checked' }),
    );
    return createUnpacker(packed.keys)(packed.byObject[0]!).get(indicator(indicatorPlace).uid);
  }

  it('are proposed with the open period, the unit, the amount of the rule and the reason in words', async () => {
    const uid = await found();
    const { periods, groups, tasks } = await office.client.deductions.choices({ taskUids: [uid] });
    expect(periods.map((period) => period.uid)).toContain(periodUid);
    const group = groups.find((one) => one.uid === frame.uid)!;
    expect(group.indicators[0]).toMatchObject({ number: '1.1', amounts: [{ points: 3000 }] });
    expect(tasks[0]?.reason).toMatch(
      new RegExp(`^河口商场${number}三楼：疏散通道堵塞（.+发现），限.+前整改，已逾期5天$`, 'u'),
    );
    expect(tasks[0]?.objects).toContainEqual({
      groupUid: frame.uid,
      objectUid: unit().uid,
      name: unit().shortName,
      inapplicable: [],
      taken: [],
    });
  });

  it('are proposed for the county where a township of it leads the task', async () => {
    const { client } = office;
    const tree = await client.organizations.tree({ day: null });
    const township = tree.find(({ parentUid }) => parentUid === unit(1).organizationUid)!;
    const uid = await late(undefined, township.uid);
    const { tasks } = await client.deductions.choices({ taskUids: [uid] });
    expect(tasks[0]?.objects.find(({ groupUid }) => groupUid === frame.uid)?.objectUid).toBe(unit(1).uid);
  });

  it('propose the indicator that was last used for tasks of the same kind', async () => {
    await propose(item(await late(), { indicatorUid: indicator(2).uid }));
    const { groups } = await office.client.deductions.choices({ taskUids: [await late('另一项')] });
    expect(groups.find(({ uid }) => uid === frame.uid)?.proposedUid).toBe(indicator(2).uid);
  });

  it('change no score before they are accepted, and then by the rule of the cell, with their reason', async () => {
    const uid = await found();
    await propose(item(uid));
    expect(await entryAt()).toBeUndefined();
    await office.client.deductions.accept({ uids: await uids() });
    expect(await entryAt()).toEqual(
      entry({ inputs: { a: { count: 1 } }, reason: '疏散通道堵塞，已逾期5天' }),
    );
    expect((await office.client.deductions.ofTask({ uid }))[0]).toMatchObject({
      state: 'accepted',
      taken: 3000,
      decidedBy: '李明',
      unitName: unit().shortName,
      indicatorNumber: '1.1',
      task: { uid, isFinding: true },
      period: { uid: periodUid, isFinal: false },
    });
  });

  it('add up where several are accepted at the same cell, over what was scored there', async () => {
    const scored = entry({ inputs: { a: { count: 1 } }, reason: '少开一次会' });
    const changes = [cellChange(frame, [0, 0], scored)];
    await office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
    await propose(item(await late('甲'), { reason: '甲' }), item(await late('乙'), { reason: '乙' }));
    await office.client.deductions.accept({ uids: await uids() });
    const now = await entryAt();
    expect(now?.inputs).toEqual({ a: { count: 3 } });
    expect(now?.reason.split('；').toSorted()).toEqual(['少开一次会', '甲', '乙'].toSorted());
  });

  it('are not taken over where the cell was reviewed: the score that counts would not change', async () => {
    const changes = [cellChange(frame, [0, 0], entry({ direct: 18_000, reason: '核对过' }))];
    const { client } = office;
    await client.assessment.setReviewedScores({ groupUid: frame.uid, stage: 'reviewed', changes });
    await propose(item(await late()));
    await expect(client.deductions.accept({ uids: await uids() })).rejects.toThrow(
      /已有复核分，考评分不再计入结果。请直接修改复核分/u,
    );
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
  });

  it('stand in the history of the cell and in the log, and are taken back by one undo', async () => {
    const { client } = office;
    await propose(item(await late()));
    await client.deductions.accept({ uids: await uids() });
    const asked = { text: '', userName: null, from: null, to: null, before: null, limit: 2 };
    const { records } = await client.history.list(asked);
    const summary = `${unit().shortName} 1.1 扣3分`;
    expect(records).toMatchObject([
      { label: '采纳扣分', summary },
      { label: '拟扣分', summary },
    ]);
    const cell = { stage: 'checked', objectUid: unit().uid, indicatorUid: indicator().uid } as const;
    expect((await client.assessment.cellHistory(cell)).map(({ label }) => label)).toEqual(['采纳扣分']);
    await client.history.undo({});
    expect(await entryAt()).toBeUndefined();
    expect(await rows()).toMatchObject([{ state: 'waiting', taken: null, decidedBy: null }]);
    await client.history.undo({});
    expect(await rows()).toEqual([]);
  });

  it('are refused with a reason, which changes no score, and may then be proposed again', async () => {
    const uid = await late();
    await propose(item(uid));
    await office.client.deductions.refuse({ uids: await uids(), reason: '已在上期扣过' });
    expect(await rows()).toMatchObject([{ state: 'refused', refusal: '已在上期扣过' }]);
    expect(await entryAt()).toBeUndefined();
    await expect(office.client.deductions.accept({ uids: await uids() })).rejects.toThrow('未采纳');
    await propose(item(uid));
    expect((await rows()).map(({ state }) => state)).toEqual(['waiting', 'refused']);
  });

  it('are not proposed twice for the same task and cell', async () => {
    const uid = await late();
    await propose(item(uid));
    await expect(propose(item(uid))).rejects.toThrow('不能重复');
    await propose(item(uid, { indicatorUid: indicator(1).uid }));
    expect(await rows()).toHaveLength(2);
  });

  it('are not proposed of a task in time, nor for more points than the item has', async () => {
    const { client } = office;
    const inTime = { title: '年底前完成', leadUids: [unit().organizationUid] };
    const uid = await late();
    await client.tasks.extend({ uids: [uid], on: today, dueOn: addDays(today, 9), text: '工期延长' });
    await expect(propose(item(uid))).rejects.toThrow('没有逾期');
    await expect(propose(item(await overdueTask(client, inTime), { points: 21_000 }))).rejects.toThrow(
      '一共20分',
    );
  });

  it('keep a period from being finalised while they wait, and are closed with it', async () => {
    const { client } = office;
    const changes = everyCell(frame);
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
    const taskUid = await late();
    await propose(item(taskUid));
    const { problems } = await client.assessment.finalizeCheck({ uid: periodUid });
    expect(problems.map(({ text }) => text)).toEqual([
      expect.stringContaining(`${unit().shortName} 1.1：有 1 项拟扣分待处理`),
    ]);
    await expect(client.assessment.finalize({ uid: periodUid })).rejects.toThrow('拟扣分待处理');
    await client.deductions.accept({ uids: await uids() });
    await client.assessment.finalize({ uid: periodUid });
    await expect(client.deductions.withdraw({ uids: await uids() })).rejects.toThrow('已定稿');
    await expect(propose(item(await late('又一项')))).rejects.toThrow('已定稿');
  });

  it('keep the task that they rest on', async () => {
    const uid = await late();
    await propose(item(uid));
    await expect(office.client.tasks.remove({ uids: [uid] })).rejects.toThrow('先撤回拟扣分');
    await office.client.deductions.withdraw({ uids: await uids() });
    await office.client.tasks.remove({ uids: [uid] });
    expect(await rows()).toEqual([]);
  });

  it('are named in the reasons of the exported score sheet, once', async () => {
    const { client } = office;
    const folder = mkdtempSync(join(tmpdir(), 'exports-'));
    const { name } = await client.office.settings();
    await client.office.update({ name, exportFolder: folder });
    const [finding, title] = [await found(), `开展消火栓普查${number}`];
    const named = `${title}，已逾期28天`;
    await propose(item(finding), item(await late(title), { reason: named, indicatorUid: indicator(1).uid }));
    await client.deductions.accept({ uids: await uids() });
    const given = { periodUid, formUid: null, once: null, date: null };
    const { jobUid } = await client.assessment.exportWorkbook(given);
    const job = await finishedJob(client, jobUid);
    const workbook = await readBack(join(folder, (job.result as WrittenFile).name));
    const texts = textsOf(workbook.getWorksheet(unit().shortName)!).flat();
    rmSync(folder, { recursive: true });
    expect(texts).toContainEqual(
      expect.stringContaining(`已逾期5天；依据：问题隐患“河口商场${number}三楼：疏散通道堵塞”`),
    );
    expect(texts.filter((text) => text.includes(title))).toEqual([
      expect.stringMatching(new RegExp(`${named}$`, 'u')),
    ]);
  });
});
