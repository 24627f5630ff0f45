import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { YearSurvey } from '#shared/contract/archive.ts';
import { OBJECTION_FILES } from '#shared/contract/objections.ts';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { differencesOf, isUnchanged } from '#shared/rules/archive/check.ts';
import { INDEX_NAME } from '#shared/rules/archive/names.ts';
import { readSums, SUMS_NAME } from '#shared/rules/archive/sums.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { everyCell, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { paperForSigning, sign } from '#tests/support/builders/draft-paper.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';
import { addEvent } from '../credit/support.ts';
import { taskItem } from '../tasks/support.ts';
import { today, useVisitOffice, VisitOffice } from '../visits/support.ts';

const year = Number(today.slice(0, 4));
/** Every file of a folder with its checksum. */
function filesIn(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path,
      sha256: createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    }));
}

describe('yearly archives', () => {
  const { at } = useVisitOffice();
  let client: Client;
  let dataFolder: string;
  let exports: string;

  /** The bytes of a file as the data folder keeps them. */
  const keptPath = (content: string): string => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return join(dataFolder, 'files', sha256.slice(0, 2), sha256);
  };

  /** A law with its file. */
  async function enterLibrary(): Promise<void> {
    await client.library.loadCatalogue();
    const asked = { text: '约谈', level: null, view: 'all', after: null, limit: 1 } as const;
    const [entry] = (await client.library.list(asked)).rows;
    const fileToken = await upload(client, '约谈办法.pdf', Buffer.from('%PDF-1 约谈'));
    await client.attachments.add({ subject: { kind: 'libraryEntry', uid: entry!.uid }, fileToken });
  }

  /** A plan, and what a county has handed in for it. */
  async function enterCountyPlan(organizationUid: string): Promise<void> {
    const plan = { title: '今冬明春火灾防控方案', documentNumber: '', issuedOn: today, note: '' };
    const { uid: planUid } = await client.plans.add(plan);
    await client.countyPlans.ask({ planUid, organizationUids: [organizationUid], dueOn: today });
    const [{ uid } = { uid: '' }] = await client.countyPlans.list({ planUid });
    await client.countyPlans.update({ uid, base: { receivedOn: null }, set: { receivedOn: today } });
    const fileToken = await upload(client, '县方案.pdf', Buffer.from('%PDF-1 县方案'));
    await client.attachments.add({ subject: { kind: 'countyPlan', uid }, fileToken });
  }

  /** A grass-roots body with a file, a brigade, a month of fires, an award, and a set of reports that was handed upward. */
  async function enterLedgers(): Promise<void> {
    const { townshipUid: organizationUid } = at();
    const [committee] = await client.establishments.kinds();
    const body = { kindUid: committee!.uid, organizationUid, base: { establishedOn: null } };
    await client.establishments.update({ ...body, set: { establishedOn: today } });
    const filter = { kindUid: committee!.uid, countyUid: null, view: 'established', text: '' } as const;
    const uid = (await client.establishments.list(filter))[0]!.uid!;
    const fileToken = await upload(client, '挂牌照片.pdf', Buffer.from('%PDF-1 挂牌'));
    await client.attachments.add({ subject: { kind: 'establishment', uid }, fileToken });
    await client.brigades.update({ organizationUid, base: { people: null }, set: { people: 6 } });
    const counties = await client.fireFigures.month({ month: today.slice(0, 7), countyUid: null });
    await client.fireFigures.enter({
      month: today.slice(0, 7),
      organizationUid: counties.rows[1]!.organizationUid!,
      seenUid: null,
      fires: 7,
      deaths: 0,
      injuries: 1,
      loss: 12_500_000,
      state: 'verified',
      source: '支队月报',
    });
    await addEvent(client, '河口商场', '获消防安全工作表彰', today);
    await enterCountyPlan(counties.rows[1]!.organizationUid!);
    const [report] = await client.reports.list();
    const given = { recipient: '省消安办', handedOn: today, note: '' };
    await client.reports.handUp({ uids: [report!.uid], from: today, to: today, ...given });
  }

  beforeAll(async () => {
    const office = at().at;
    ({ client } = office);
    ({ dataFolder } = office.sites.office);
    exports = mkdtempSync(join(tmpdir(), 'office-archive-'));
    await client.office.update({ name: '临川市消安办', exportFolder: exports });

    const issued = await paperForSigning(client, 'notice', '关于开展“冬春/夜间”检查的通知');
    await sign(client, issued);
    await client.papers.issue({ uid: issued, day: today });
    await sign(client, await paperForSigning(client, 'notice', '关于暂缓的通知'));

    const received = { sender: '省消安办', theirNumber: '', title: '关于报送总结的函', receivedOn: today };
    const rest = { dueOn: null, urgency: '', secrecy: '', copies: 1, note: '' };
    const { uid } = await client.receivedPapers.register({ ...received, ...rest });
    const subject = { kind: 'receivedPaper', uid };
    for (const [name, content] of [
      ['附件.pdf', '%PDF-1 甲'],
      ['附件.PDF', '%PDF-1 乙'],
      ['残缺.pdf', '%PDF-1 丙'],
    ] as const)
      await client.attachments.add({ subject, fileToken: await upload(client, name, Buffer.from(content)) });
    rmSync(keptPath('%PDF-1 丙'));

    await putSchemeInForce(client);
    const { frame } = await openPeriod(client, 'spotCheck');
    const groupUid = frame.uid;
    await client.assessment.setScores({ groupUid, stage: 'checked', changes: everyCell(frame) });
    const cell = {
      groupUid,
      objectUid: frame.objects[0]!.uid,
      indicatorUid: frame.scheme.indicators[0]!.uid,
    };
    await client.evidence.add({
      ...cell,
      fileToken: await upload(client, '签到表.pdf', Buffer.from('%PDF-1')),
    });
    const objection = await client.objections.raise({ ...cell, text: '台账已经补交' });
    const raised = { kind: OBJECTION_FILES, uid: objection.uid };
    const fileToken = await upload(client, '补交.pdf', Buffer.from('%PDF-1'));
    await client.attachments.add({ subject: raised, fileToken });

    await at().record('河口商场', {}, [at().found('消火栓无水'), at().found('重复登记的问题')]);
    const { findings } = await at().sheet('河口商场');
    const twice = findings.find(({ what }) => what === '重复登记的问题')!;
    await client.tasks.cancel({ uids: [twice.uid], on: today, text: '重复登记' });
    const task = taskItem({ title: '暂不开展的任务', assignedOn: today, dueOn: today });
    const { uids } = await client.tasks.add({ items: [task] });
    await client.tasks.cancel({ uids, on: today, text: '并入专项督查' });
    await enterLedgers();
    await enterLibrary();
    const secret = await office.campaign('夜间暗访', { announced: false, firstDay: today });
    await office.withoutRule(secret);
    await office.sweep(secret, [office.kinds.key]);
    await client.campaigns.start({ uid: secret });
    await new VisitOffice(office, secret).findOne('城东仓库', '值班室无人');
  });
  afterAll(() => rmSync(exports, { recursive: true, force: true }));

  async function resultOf<Result>(started: Promise<{ jobUid: string }>): Promise<Result> {
    const job = await finishedJob(client, (await started).jobUid);
    if (job.status !== 'done') throw new Error(job.problem ?? job.status);
    return job.result as Result;
  }

  describe('a year before it is archived', () => {
    it('is shown part by part with what is not finished', async () => {
      expect(await client.archive.years()).toEqual([year]);
      const { parts, warnings } = await resultOf<YearSurvey>(client.archive.survey({ year }));
      const counts = Object.fromEntries(parts.map(({ key, count }) => [key, count]));
      expect(counts).toMatchObject({
        papers: 1,
        receivedPapers: 1,
        campaigns: 1,
        visits: 1,
        findings: 1,
        tasks: 1,
      });
      expect(warnings).toEqual(
        expect.arrayContaining([
          `${year} 年还没有过完，以后的内容不在这次归档里。`,
          '有 1 份公文已签发，还没有印发。',
          '有 1 份来文还没有办结。',
          '有 1 件申诉还没有答复。',
          '专项督查“冬春督查”还没有结束。',
        ]),
      );
    });
  });

  describe('an archive', () => {
    let written: WrittenFolder;
    let folder: string;
    beforeAll(async () => {
      written = await resultOf<WrittenFolder>(client.archive.write({ year }));
      folder = join(written.folder, written.name);
    });

    it('lies as one folder with numbered parts, its checksums fitting every file', () => {
      expect(readdirSync(exports)).toEqual([`${year}年度归档`]);
      const listed = readSums(readFileSync(join(folder, SUMS_NAME), 'utf8'))!;
      expect(listed).toHaveLength(written.files - 1);
      expect(isUnchanged(differencesOf(listed, filesIn(folder)))).toBe(true);
      expect(listed.map(({ path }) => path)).toEqual(
        expect.arrayContaining([
          INDEX_NAME,
          '02 收文/收文登记簿.xlsx',
          '04 督办任务/督办台账.xlsx',
          '08 专项督查/冬春督查/督查对象名单.xlsx',
          '10 检查记录/冬春督查/检查记录.xlsx',
          '11 问题隐患/问题清单和整改台账.xlsx',
        ]),
      );
    });

    it('holds what units handed in with their scores, by assessment, unit and item', () => {
      const paths = filesIn(folder).map(({ path }) => path);
      expect(paths.filter((path) => /^12 考核\/.+考核.*\.xlsx$/u.test(path)).length).toBeGreaterThan(0);
      const [evidence] = paths.filter((path) => path.startsWith('13 佐证材料/'));
      expect(evidence).toMatch(/^13 佐证材料\/[^/]+\/城东区\/1\.1[^/]*\/签到表\.pdf$/u);
      const objections = paths
        .filter((path) => path.startsWith('14 申诉/'))
        .map((path) => path.split('/').at(-1));
      expect(new Set(objections)).toEqual(new Set(['申诉和答复.xlsx', '补交.pdf']));
    });

    it('holds what counties handed in for a plan, with the table of the check', () => {
      const paths = filesIn(folder).map(({ path }) => path);
      const under = '05 实施方案/各地方案 今冬明春火灾防控方案';
      expect(paths).toContain(`${under}/实施方案核对表.xlsx`);
      expect(paths.some((path) => path.startsWith(under) && path.endsWith('/县方案.pdf'))).toBe(true);
    });

    it('holds the ledgers of bodies and brigades with their files, the fires, the lists of credit, and what was handed upward', async () => {
      const paths = filesIn(folder).map(({ path }) => path);
      expect(paths).toEqual(
        expect.arrayContaining([
          '19 基层机构/消防安全委员会建设台账.xlsx',
          expect.stringMatching(/^19 基层机构\/消防安全委员会\/[^/]+\/挂牌照片\.pdf$/u),
          '20 专职消防队/乡镇专职消防队建设台账.xlsx',
          expect.stringMatching(/^\d+ 信用监管\/消防安全信用名单\.xlsx$/u),
          expect.stringMatching(/^\d+ 文件库\/法规和文件目录\.xlsx$/u),
          expect.stringMatching(/^\d+ 文件库\/安全生产约谈实施办法[^/]+\/约谈办法\.pdf$/u),
          expect.stringMatching(/^\d+ 火灾数据\/火灾数据\.xlsx$/u),
        ]),
      );
      const name = paths.find((path) => path.endsWith(' 火灾数据/火灾数据.xlsx'))!;
      const fires = await workbookTexts(folder, { name });
      expect(fires['火灾数据']!.flat()).toEqual(expect.arrayContaining(['7', '12.5', '核定', '支队月报']));
      const handed = paths.find((path) => path.includes(' 上报的统计报表/'))!;
      const [set] = await client.reports.sets();
      const texts = await workbookTexts(folder, { name: handed });
      expect(JSON.stringify(texts)).toContain(set!.fingerprint);
    });

    it('names its files so that every disk takes them and no two are one on Windows', () => {
      const paths = filesIn(folder).map(({ path }) => path);
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      expect(paths.filter((path) => path.endsWith('.docx')).join()).toContain(
        '关于开展“冬春_夜间”检查的通知.docx',
      );
      const files = paths.filter((path) => path.includes('/附件'));
      const names = new Set(files.map((path) => path.split('/').at(-1)));
      expect(names).toEqual(new Set(['附件(2).PDF', '附件.pdf']));
    });

    it('has an index with every file, and a sheet of what was left out and why', async () => {
      const {
        目录: index,
        没有归档的内容: leftOut,
        归档说明: about,
      } = await workbookTexts(folder, { name: INDEX_NAME });
      const rows = index!.filter(([number]) => /^\d+$/u.test(number!));
      expect(rows).toHaveLength(written.files - 2);
      const paper = rows.find(([, , , title]) => title!.startsWith('关于开展'))!;
      expect(paper).toEqual(expect.arrayContaining(['发文', '通知', today]));
      const sums = new Map(filesIn(folder).map(({ path, sha256 }) => [path, sha256]));
      for (const row of rows) expect(sums.get(row[7]!)).toBe(row[10]);
      const reasons = leftOut!.map((row) => row.join('|')).join('\n');
      expect(written.remarks!.join()).toMatch(/^有 \d+ 项没有归档/u);
      expect(reasons).toMatch(/关于暂缓的通知\|已签发，还没有印发/u);
      expect(reasons).toMatch(/督办任务\|暂不开展的任务\|已取消/u);
      expect(reasons).toMatch(/问题隐患\|河口商场：重复登记的问题\|已取消/u);
      expect(reasons).toMatch(/残缺\.pdf\|数据文件夹里找不到这个附件的内容/u);
      expect(reasons).toMatch(/关于开展.+（PDF）\|这台电脑上没有找到可用的浏览器/u);
      expect(about!.flat().join()).toContain('有 1 份来文还没有办结。');
    });

    it('says of a secret campaign only that it is not released', async () => {
      const books = filesIn(folder).filter(({ path }) => path.endsWith('.xlsx'));
      const texts = books.map(({ path }) =>
        JSON.stringify(readWorkbook(readFileSync(join(folder, path)), defaultReadLimits)),
      );
      expect(texts.join()).toContain('消火栓无水');
      for (const word of ['夜间暗访', '值班室无人']) expect(texts.join()).not.toContain(word);
      const { 没有归档的内容: leftOut } = await workbookTexts(folder, { name: INDEX_NAME });
      expect(leftOut!.map((row) => row.join('|')).join('\n')).toMatch(/专项督查\|暗访\|未解密/u);
    });

    it('stands in the register with the fingerprint of its checksums, and is looked for where it was put', async () => {
      const [made] = await client.archive.list();
      const fingerprint = createHash('sha256')
        .update(readFileSync(join(folder, SUMS_NAME)))
        .digest('hex');
      expect(made).toMatchObject({
        year,
        name: written.name,
        files: written.files,
        fingerprint,
        madeBy: '李明',
      });
      expect(await client.archive.reveal({ uid: made!.uid })).toEqual({ opened: false });
      rmSync(folder, { recursive: true });
      await expect(client.archive.reveal({ uid: made!.uid })).rejects.toThrow('已经不在那里');
    });

    it('lies as one .zip as well, with everything in its folder, and is shown itself', async () => {
      const zip = await resultOf<WrittenFile>(client.archive.write({ year, as: 'zip' }));
      expect(zip.name).toMatch(new RegExp(`^${year}年度归档 \\d{8}-\\d{6}\\.zip$`, 'u'));
      const packed = unzipSync(readFileSync(join(zip.folder, zip.name)));
      const listed = readSums(strFromU8(packed[`${year}年度归档/${SUMS_NAME}`]!))!;
      const found = Object.entries(packed).map(([path, bytes]) => ({
        path: path.slice(`${year}年度归档/`.length),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }));
      expect(isUnchanged(differencesOf(listed, found))).toBe(true);
      const [made] = await client.archive.list();
      expect(made).toMatchObject({ name: zip.name, files: found.length });
      expect(await client.archive.reveal({ uid: made!.uid })).toEqual({ opened: false });
      rmSync(join(zip.folder, zip.name));
    });

    it('leaves nothing behind when it is stopped', async () => {
      const { jobUid } = await client.archive.write({ year });
      await client.jobs.cancel({ uid: jobUid });
      expect(await finishedJob(client, jobUid)).toMatchObject({ status: 'cancelled' });
      expect(readdirSync(exports)).toEqual([]);
      expect(readdirSync(join(dataFolder, 'temporary'))).toEqual([]);
      expect(await client.archive.list()).toHaveLength(2);
    });
  });
});
