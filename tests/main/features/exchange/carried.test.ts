import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { PackPreview, WaitingPack } from '#shared/contract/exchange.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { NewPlanRow } from '#shared/contract/plans.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { today } from '#tests/support/builders/draft-paper.ts';
import { openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { overdueTask } from '#tests/support/builders/task.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { resultOf } from '#tests/support/handed-workbooks.ts';
import { upload } from '#tests/support/upload.ts';

const password = '数据包的密码一二三';
const city = { name: '漯河市', code: '4111' };

describe('a data pack', () => {
  const base = mkdtempSync(join(tmpdir(), 'carried-'));
  const offices: Awaited<ReturnType<typeof startTestOffice>>[] = [];
  let here: Client;
  let frame: GroupFrame;
  let periodUid: string;
  let planUid: string;
  let units: string[];

  async function newOffice(): Promise<Client> {
    const office = await startTestOffice(city);
    offices.push(office);
    return office.client;
  }

  beforeAll(async () => {
    here = await newOffice();
    const exportFolder = join(base, 'exports');
    mkdirSync(exportFolder);
    await here.office.update({ name: '漯河市消安办', exportFolder });
    await putSchemeInForce(here);
    ({ uid: periodUid, frame } = await openPeriod(here, 'quarter'));
    units = frame.objects.slice(0, 2).map(({ organizationUid }) => organizationUid);
    await addPlan();
    await deduct(await overdueTask(here, { title: '消火栓普查', leadUids: [units[0]!] }));
  });
  afterAll(async () => {
    await Promise.all(offices.map((office) => office.close()));
    rmSync(base, { recursive: true, force: true });
  });

  async function deduct(taskUid: string): Promise<void> {
    await here.deductions.propose({
      items: [
        {
          taskUid,
          groupUid: frame.uid,
          objectUid: frame.objects[0]!.uid,
          indicatorUid: frame.scheme.indicators[0]!.uid,
          points: 3000,
          reason: '逾期未办',
        },
      ],
    });
  }

  /** @returns its uid, which is that of its task */
  async function deductedFinding(): Promise<string> {
    const { uid } = await here.findings.add({
      place: { kind: 'organization', organizationUid: units[0]! },
      foundOn: today,
      spot: '',
      what: '消防控制室无人值班',
      severity: 'ordinary',
      element: '',
      article: '',
      demand: '',
      dueOn: today,
      leadUids: [units[0]!],
      responsible: '',
      measures: '',
      funds: '',
      timeLimit: '',
      emergencyPlan: '',
    });
    await deduct(uid);
    return uid;
  }

  /** A heading with a task of each of the two counties below it, and the plans that these two hand in. */
  async function addPlan(): Promise<void> {
    const fields = { title: '今冬明春火灾防控方案', documentNumber: '', issuedOn: '2026-11-01', note: '' };
    planUid = (await here.plans.add(fields)).uid;
    const task = (title: string, unit: string): NewPlanRow => ({
      kind: 'task',
      level: 1,
      title,
      leadUids: [unit],
      supportingUids: [],
      dueOn: null,
      content: '',
      assignedOn: null,
      feedbackCycle: { kind: 'none' },
    });
    await here.plans.addRows({
      planUid,
      rows: [
        { kind: 'heading', level: 0, heading: '一、排查' },
        task('甲县排查', units[0]!),
        task('乙县排查', units[1]!),
      ],
    });
    await here.countyPlans.ask({ planUid, organizationUids: units, dueOn: '2026-12-31' });
  }

  async function pack(more: object): Promise<Uint8Array> {
    const choice = { topics: ['tasks'] as const, organizationUids: [], periodUid: null, withFiles: true };
    const written = await resultOf<WrittenFile>(
      here,
      here.exchange.make({ ...choice, topics: [...choice.topics], password, ...more }),
    );
    return new Uint8Array(readFileSync(join(written.folder, written.name)));
  }

  async function opened(at: Client, bytes: Uint8Array): Promise<string> {
    const fileToken = await upload(at, '数据包.xabao', bytes);
    return (await resultOf<WaitingPack>(at, at.exchange.open({ fileToken, password }))).stagedUid;
  }

  const look = (at: Client, stagedUid: string) =>
    resultOf<PackPreview>(at, at.exchange.preview({ stagedUid, answers: {} }));

  async function merged(at: Client, bytes: Uint8Array): Promise<PackPreview> {
    const stagedUid = await opened(at, bytes);
    const preview = await look(at, stagedUid);
    const { digest } = preview;
    await at.exchange.merge({ stagedUid, answers: {}, digest, rule: 'theirs', decisions: {} });
    return preview;
  }

  async function outline(at: Client): Promise<string[]> {
    const { nodes } = await at.plans.get({ uid: planUid });
    return outlineOf(nodes).map(({ node, level }) => `${level} ${node.heading ?? node.task?.title}`);
  }

  it('of scores carries the deductions of the period with the tasks that they are for', async () => {
    const there = await newOffice();
    const bytes = await pack({ topics: ['scores'], periodUid });
    expect(await merged(there, bytes)).toMatchObject({ leftOutCount: 0, conflictCount: 0 });
    const shown = (rows: Awaited<ReturnType<Client['deductions']['ofPeriod']>>) =>
      rows.map(({ state, points, reason, task, unitName }) => [state, points, reason, task.title, unitName]);
    const deductions = await there.deductions.ofPeriod({ periodUid });
    expect(shown(deductions)).toEqual(shown(await here.deductions.ofPeriod({ periodUid })));
    expect(await look(there, await opened(there, bytes))).toMatchObject({ adds: 0, changeCount: 0 });

    // The other PC decides, and this one takes the decision over.
    await here.deductions.refuse({ uids: deductions.map(({ uid }) => uid), reason: '已经补报' });
    expect(await merged(there, await pack({ topics: ['scores'], periodUid }))).toMatchObject({ adds: 0 });
    expect((await there.deductions.ofPeriod({ periodUid }))[0]).toMatchObject({
      state: 'refused',
      refusal: '已经补报',
    });
  });

  it('of scores adds nothing to a task that is there already, not even a reinspection of its finding', async () => {
    const there = await newOffice();
    const taskUid = await deductedFinding();
    const reinspections = async (at: Client) =>
      (await at.findings.get({ uid: taskUid })).reinspections.map(({ result }) => result);
    await merged(there, await pack({ topics: ['scores'], periodUid }));
    expect(await reinspections(there)).toEqual([]);
    const looked = { inspectors: '张磊', text: '', close: false };
    await here.findings.reinspect({ uids: [taskUid], day: today, result: 'passed', ...looked });
    expect(await merged(there, await pack({ topics: ['scores'], periodUid }))).toMatchObject({
      adds: 0,
      leftOutCount: 0,
    });
    expect(await reinspections(here)).toEqual(['passed']);
    expect(await reinspections(there)).toEqual([]);
  });

  it('of tasks carries the plans in which they stand, with what units have handed in', async () => {
    const there = await newOffice();
    expect(await merged(there, await pack({}))).toMatchObject({ leftOutCount: 0, conflictCount: 0 });
    expect(await outline(there)).toEqual(await outline(here));
    const handedIn = (at: Client) =>
      at.countyPlans.list({ planUid }).then((rows) => rows.map(({ name, dueOn }) => [name, dueOn]));
    expect(await handedIn(there)).toEqual(await handedIn(here));
  });

  it('of one county carries of a plan its headings and the county’s own tasks alone', async () => {
    const there = await newOffice();
    await merged(there, await pack({ organizationUids: [units[0]!] }));
    expect(await outline(there)).toEqual(['0 一、排查', '1 甲县排查']);
    expect((await there.countyPlans.list({ planUid })).map(({ organizationUid }) => organizationUid)).toEqual(
      [expect.any(String)],
    );
    // Taken back to where all of it is, it changes nothing there.
    const again = await look(here, await opened(here, await pack({ organizationUids: [units[0]!] })));
    expect(again).toMatchObject({ adds: 0, changeCount: 0, conflictCount: 0 });
  });

  it('takes over a month of fires with all its parts or leaves all of it, where both PCs have one', async () => {
    const there = await newOffice();
    const month = '2026-01';
    const { cause } = await here.fireFigures.words();
    const enter = async (at: Client, parts: Record<string, number>): Promise<void> => {
      const county = (await at.organizations.tree({ day: null })).find(({ level }) => level === 'county')!;
      const known = (await at.fireFigures.month({ month, countyUid: null })).rows;
      const seen = known.find(({ organizationUid }) => organizationUid === county.uid)?.entry;
      await at.fireFigures.enter({
        month,
        organizationUid: county.uid,
        seenUid: seen?.uid ?? null,
        fires: 10,
        deaths: 0,
        injuries: 0,
        loss: 0,
        parts: {
          trade: [],
          cause: cause
            .filter(({ name }) => name in parts)
            .map(({ uid, name }) => ({
              wordUid: uid,
              fires: parts[name]!,
              deaths: 0,
              injuries: 0,
              loss: 0,
            })),
        },
        state: 'flash',
        source: '',
      });
    };
    const split = async (): Promise<Record<string, number>> => {
      const rows = await there.fireFigures.split({ month, countyUid: null, split: 'cause' });
      return Object.fromEntries(
        rows.flatMap(({ name, figures }) =>
          figures === null || figures.fires === 0 ? [] : [[name, figures.fires]],
        ),
      );
    };
    await enter(here, { 用火不慎: 5 });
    await enter(there, { 电气: 6, 吸烟: 2 });
    const bytes = await pack({ topics: ['bodies'] });
    const stagedUid = await opened(there, bytes);
    const { conflicts, digest } = await look(there, stagedUid);
    expect(conflicts.map(({ ours, theirs }) => [ours, theirs])).toEqual([
      [expect.stringMatching(/ 10 .*电气 .* 6 /u), expect.stringMatching(/ 10 .*用火不慎 .* 5 /u)],
    ]);
    await there.exchange.merge({ stagedUid, answers: {}, digest, rule: 'ours', decisions: {} });
    expect(await split()).toEqual({ 合计: 10, 电气: 6, 吸烟: 2, 未分类: 2 });
    await merged(there, bytes);
    expect(await split()).toEqual({ 合计: 10, 用火不慎: 5, 未分类: 5 });
    expect(await look(there, await opened(there, bytes))).toMatchObject({ adds: 0, conflictCount: 0 });

    // Typed on both PCs alike it is one thing.
    const alike = await newOffice();
    await enter(alike, { 用火不慎: 5 });
    expect(await look(alike, await opened(alike, bytes))).toMatchObject({ adds: 0, conflictCount: 0 });
  });

  it('is looked into by a job that can be stopped, after which nothing is merged', async () => {
    const stagedUid = await opened(here, await pack({}));
    const { jobUid } = await here.exchange.preview({ stagedUid, answers: {} });
    await here.jobs.cancel({ uid: jobUid });
    expect((await finishedJob(here, jobUid)).status).toBe('cancelled');
  });
});
