import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import { openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { finishedJob } from '#tests/support/core.ts';
import { fieldRecords } from '#tests/support/field-records.ts';
import { readBack, textsOf } from '../assessment/export/written-workbook.ts';
import { today, useVisitOffice, VisitOffice } from '../visits/support.ts';

const SECRET = '城东仓库';
const WHAT = '值班室无人';
const NEUTRAL = '督查发现问题';

describe('a deduction for what an unannounced campaign found', () => {
  const { at } = useVisitOffice();
  let secret: VisitOffice;
  let frame: GroupFrame;
  let periodUid: string;
  let exports: string;
  const object = () => frame.objects.find(({ name }) => name.includes('城东区'))!;

  async function takeOff(taskUid: string, indicator: number): Promise<void> {
    const { client } = at();
    const { tasks } = await client.deductions.choices({ taskUids: [taskUid] });
    const cell = {
      groupUid: frame.uid,
      objectUid: object().uid,
      indicatorUid: frame.scheme.indicators[indicator]!.uid,
    };
    await client.deductions.propose({
      items: [{ taskUid, ...cell, points: 3000, reason: tasks[0]!.reason }],
    });
    const waiting = await client.deductions.ofPeriod({ periodUid });
    const uids = waiting.filter(({ state }) => state === 'waiting').map(({ uid }) => uid);
    await client.deductions.accept({ uids });
  }

  /** The period's workbook with its 失分分析. */
  async function exported(): Promise<{ words: string; remarks: string }> {
    const { client } = at();
    const form = usualForm('临川市消安办');
    const once = { ...form, sheets: form.sheets.map((sheet) => ({ ...sheet, shown: true })) };
    const { jobUid } = await client.assessment.exportWorkbook({
      periodUid,
      formUid: null,
      once,
      date: null,
    });
    const job = await finishedJob(client, jobUid);
    const { name, remarks = [] } = job.result as WrittenFile;
    const { worksheets } = await readBack(join(exports, name));
    return {
      words: worksheets.map((sheet) => textsOf(sheet).flat().join('\n')).join('\n'),
      remarks: remarks.join(),
    };
  }

  const items = () =>
    fieldRecords(at().at.sites.office.dataFolder, 'assessmentItems', {
      caller: { userUid: null },
      today,
      from: today,
      to: today,
      periodUid,
    });

  beforeAll(async () => {
    const office = at().at;
    const { client } = office;
    exports = mkdtempSync(join(tmpdir(), 'office-grounds-'));
    await client.office.update({ name: '临川市消安办', exportFolder: exports });
    await putSchemeInForce(client);
    ({ uid: periodUid, frame } = await openPeriod(client, 'spotCheck'));
    const uid = await office.campaign('夜间暗访', { announced: false, firstDay: today });
    await office.withoutRule(uid);
    await office.sweep(uid, [office.kinds.key]);
    await client.campaigns.start({ uid });
    secret = new VisitOffice(office, uid);
    await takeOff(await at().findOne('河口商场', '消火栓无水'), 0);
    await takeOff(await secret.findOne(SECRET, WHAT), 0);
    await takeOff(await secret.findOne('城西化工厂', '通道堵塞'), 3);
    const texts = await client.analysis.resultTexts({ groupUid: frame.uid });
    const { draft } = texts.find(({ objectUid }) => objectUid === object().uid)!;
    await client.analysis.setResultText({
      uid: object().uid,
      base: { text: null },
      set: { text: `${draft}\n另查${SECRET}夜间无人` },
    });
    const own = await client.deductions.ofPeriod({ periodUid });
    const third = own.find(({ task }) => task.title.includes('通道堵塞'))!;
    await client.deductions.withdraw({ uids: [third.uid] });
  });
  afterAll(() => rmSync(exports, { recursive: true, force: true }));

  it('is named in the office', async () => {
    const texts = await at().client.analysis.resultTexts({ groupUid: frame.uid });
    expect(JSON.stringify(texts)).toContain(WHAT);
  });

  it('keeps its points in the workbook that goes upward, and its ground is a neutral word', async () => {
    const { words, remarks } = await exported();
    for (const word of [SECRET, WHAT, '暗访']) expect(words).not.toContain(word);
    for (const word of ['消火栓无水', NEUTRAL]) expect(words).toContain(word);
    const lost = items()
      .filter(({ 被考评单位: unit }) => unit === object().name)
      .map(({ 扣分: points }) => points);
    expect(lost).toEqual([6, null, null, 3, null]);
    expect(remarks).toContain('有 2 处扣分理由涉及未公布的暗访');
  });

  it('leaves nothing of its reason where it was taken back', async () => {
    expect((await exported()).words).not.toContain('城西化工厂');
  });

  it('is neutral in forms of other offices as well', () => {
    const words = JSON.stringify(items());
    for (const word of [SECRET, WHAT]) expect(words).not.toContain(word);
    expect(words).toContain(NEUTRAL);
    expect(words).toContain('消火栓无水');
  });

  it('is told in full after the campaign is released', async () => {
    await at().client.campaigns.release({ uid: secret.campaignUid });
    const { words, remarks } = await exported();
    for (const word of [SECRET, WHAT]) expect(words).toContain(word);
    expect(words).not.toContain(NEUTRAL);
    expect(remarks).toBe('');
    expect(JSON.stringify(items())).toContain(WHAT);
  });
});
