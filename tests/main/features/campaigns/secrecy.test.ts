import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { openDatabase } from '#main/core/store/database.ts';
import { backUpStore } from '#main/core/store/backup-copy.ts';
import { CHECKLIST, checklistFolder } from '#tests/support/checklist-folder.ts';
import { finishedJob } from '#tests/support/core.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { everyAnswer, signedIn, withPassword, wordsInFiles } from './secrecy-support.ts';
import { type CampaignOffice, today, useCampaignOffice } from './support.ts';

const markers = {
  title: '标题标记秋季夜间督查',
  document: '来文标记夜查通知',
  firstDay: addDays(today, -3),
  lastDay: addDays(today, 23),
  rule: '规则标记小旅馆',
  content: '内容标记夜查疏散通道',
  note: '备注标记自带车辆',
  place: '对象标记望月楼棋牌室',
  renamed: '改名标记望月楼茶社',
  targetNote: '对象备注标记从后门进',
  removed: '移出标记正在装修',
  redrawn: '重抽标记名额有误',
  discarded: '作废标记改由县里报',
  reopened: '重开标记漏查两处',
  undone: '撤销标记河边仓库',
  imported: '导入标记湖心会所',
  waiting: '待导标记山脚民宿',
  refused: '拒导标记无名小店',
  overtaken: '冲突标记晚一步的备注',
  seed: '987654321',
  day: addDays(today, 17),
  team: '组名标记夜行组',
  tripDay: addDays(today, 13),
};

describe('a secret campaign', () => {
  const office = useCampaignOffice(checklistFolder);
  let at: CampaignOffice;
  let uid: string;
  let exports: string;
  let other: Awaited<ReturnType<typeof signedIn>>;
  const uids: string[] = [];
  beforeAll(async () => {
    at = office.at();
    exports = mkdtempSync(join(tmpdir(), 'secret-exports-'));
    await at.client.office.update({ name: '临川市消防安全委员会办公室', exportFolder: exports });
    await withPassword(at, 'knows-12');
    const added = await at.client.users.add({ name: '王芳', roles: ['clerk'], password: 'other-12' });
    other = await signedIn(at, added.uid, 'other-12');
    const { title, document, firstDay, lastDay } = markers;
    uid = await at.campaign(title, { announced: false, document, firstDay, lastDay });
  });
  afterAll(() => rmSync(exports, { recursive: true, force: true }));

  /** Everything that can be done to it, well and badly, by one who knows. */
  async function work(): Promise<void> {
    const { campaigns, history } = at.client;
    const checklistUids = (await campaigns.choices()).checklists.map((checklist) => checklist.uid);
    await campaigns.update({
      uid,
      base: { content: '', note: '', restMonths: 12, checklistUids: [] },
      set: { content: markers.content, note: markers.note, restMonths: 3, checklistUids },
    });
    const { sampling } = await campaigns.get({ uid });
    const line = { subject: 'other' as const, kindUid: null, tradeUid: null, name: markers.rule, count: 1 };
    await campaigns.setSampling({ uid, base: { sampling }, set: { sampling: [...sampling, line] } });
    await at.sweep(uid, [at.kinds.key]);
    await at.sweep(uid, [at.kinds.key, at.kinds.crowded]);
    await history.undo({});
    const countyUid = at.sites.places.城东区!;
    const add = (name: string) => campaigns.addTargets({ uid, items: [{ kind: 'other', name, countyUid }] });
    await add(markers.place);
    await history.undo({});
    await history.redo({});
    await add(markers.undone);
    await history.undo({});
    const target = (await at.targets(uid)).find(({ name }) => name === markers.place)!;
    await importSome();
    const change = (base: object, set: object) => campaigns.updateTarget({ uid: target.uid, base, set });
    await change({ note: '' }, { note: markers.targetNote });
    await change({ name: markers.place }, { name: markers.renamed });
    await expect(change({ note: '' }, { note: markers.overtaken })).rejects.toMatchObject({
      code: 'conflict',
    });
    await history.undo({});
    uids.push(uid, target.uid);
    await at.draw(uid, Number(markers.seed));
    uids.push(await at.draw(uid, Number(markers.seed) - 1, markers.redrawn));
    await campaigns.takeDrawing({ uid: uids.at(-1)! });
    await campaigns.start({ uid });
    await planOne(target.uid);
    await campaigns.setVisited({ campaignUid: uid, uids: [target.uid], day: markers.day });
    const gone = (await at.targets(uid, { origin: 'swept' }))[0]!;
    await campaigns.removeTargets({ campaignUid: uid, uids: [gone.uid], reason: markers.removed });
    await campaigns.discardDrawing({ uid: uids.at(-1)!, reason: markers.discarded });
    await campaigns.close({ uid, day: today });
    await campaigns.reopen({ uid, reason: markers.reopened });
    uids.push(gone.uid);
  }

  /** One list is taken over, one waits for it, one is refused when it is taken over; another user reads none. */
  async function importSome(): Promise<void> {
    const { campaigns } = at.client;
    const given = { choice: nothingChosen, options: { campaignUid: uid } };
    const listOf = (name: string) => `督查对象,县(市、区)\n${name},城东区\n`;
    const fileOf = async (name: string) => ({
      fileToken: await upload(at.client, '名单.csv', new TextEncoder().encode(listOf(name))),
      sheet: null,
    });
    const source = await fileOf(markers.imported);
    const first = await previewOf(at.client, campaigns.readTable({ source, ...given }));
    const again = campaigns.readTable({ source: { stagedUid: first.stagedUid }, ...given });
    expect(await previewOf(at.client, again)).toMatchObject({ adds: 1, errorCount: 0 });
    expect(await campaigns.importTable({ stagedUid: first.stagedUid, ...given })).toEqual({
      added: 1,
      changed: 0,
    });
    await previewOf(at.client, campaigns.readTable({ source: await fileOf(markers.waiting), ...given }));
    const text = listOf(markers.refused).replace(',城东区', ',').replaceAll(',', '\t');
    const wrong = await previewOf(at.client, campaigns.readTable({ source: { text }, ...given }));
    expect(wrong.errorCount).toBe(1);
    await expect(campaigns.importTable({ stagedUid: wrong.stagedUid, ...given })).rejects.toThrow(
      markers.refused,
    );
    const { jobUid } = await other.client.campaigns.readTable({ source: { text }, ...given });
    expect(await finishedJob(other.client, jobUid)).toMatchObject({ status: 'failed' });
    await readInVain(listOf(markers.refused));
  }

  /** By one who may not know it: the file does not stay either. */
  async function readInVain(list: string): Promise<void> {
    const fileToken = await upload(other.client, '名单.csv', new TextEncoder().encode(list));
    const source = { fileToken, sheet: null };
    const given = { source, choice: nothingChosen, options: { campaignUid: uid } };
    const { jobUid } = await other.client.campaigns.readTable(given);
    expect(await finishedJob(other.client, jobUid)).toMatchObject({ status: 'failed' });
    expect(await other.client.files.discard({ tokens: [fileToken] })).toEqual({ discarded: 0 });
  }

  /** It gets a team of its own and a day in the schedule. */
  async function planOne(targetUid: string): Promise<void> {
    const { schedules } = at.client;
    const { settings, teams } = await schedules.get({ uid });
    const [first] = teams;
    await schedules.setSettings({
      uid,
      base: { settings, teams },
      set: { settings, teams: [{ ...first!, name: markers.team }] },
    });
    const to = { teamId: first!.id, day: markers.tripDay };
    await schedules.edit({ uid, edit: { kind: 'places', placeIds: [targetUid], to } });
    expect((await schedules.get({ uid })).plan!.trips).toMatchObject([{ placeIds: [targetUid] }]);
  }

  async function changeKnowers(): Promise<void> {
    const knower = await at.client.users.add({ name: '赵强', roles: ['clerk'], password: 'third-12' });
    await at.client.campaigns.addKnower({ uid, userUid: knower.uid });
    const third = await signedIn(at, knower.uid, 'third-12');
    expect((await third.client.campaigns.get({ uid })).content).toBe(markers.content);
    await at.client.campaigns.removeKnower({ uid, userUid: knower.uid });
    expect((await third.client.campaigns.get({ uid })).content).toBe('');
  }

  async function exportAll(): Promise<void> {
    const { campaigns, schedules } = at.client;
    const own = [
      await campaigns.exportTargets({ uid }),
      await campaigns.writeDrawingRecord({ uid: uids.at(-2)!, format: 'docx' }),
      await schedules.exportWorkbook({ uid }),
      await schedules.writeSheet({ uid, form: 'days', format: 'docx' }),
      await schedules.writeTaskSheets({ uid, teamId: null, withQuestions: true, format: 'docx' }),
      await at.client.visitSheets.writeForms({ targetUids: [uids[1]!], format: 'docx' }),
    ];
    for (const { jobUid } of own)
      expect(await finishedJob(at.client, jobUid)).toMatchObject({ status: 'done' });
    const { jobUid } = await other.client.campaigns.exportTargets({ uid });
    expect(await finishedJob(other.client, jobUid)).toMatchObject({ status: 'failed' });
  }

  function wordsInFolder(): string[] {
    const { dataFolder } = at.sites.office;
    const database = openDatabase(join(dataFolder, 'store.db'), 'write');
    backUpStore(database, dataFolder, `before-${Date.now()}`);
    database.close();
    return wordsInFiles(dataFolder, Object.values(markers));
  }

  it('leaves nothing but ciphertext in the data folder and in a backup, whatever is done to it', async () => {
    await work();
    await changeKnowers();
    expect((await at.client.campaigns.get({ uid })).note).toBe(markers.note);
    expect(wordsInFolder()).toEqual([]);
  });

  it('names no file after what it is about, in the folder of exports and in the log', async () => {
    await exportAll();
    const names = readdirSync(exports).join(' ');
    expect(Object.values(markers).filter((word) => names.includes(word))).toEqual([]);
    expect(wordsInFolder()).toEqual([]);
  }, 120_000);

  it('names no site in the log, so that the ledger does not tell what is seen', () => {
    const database = openDatabase(join(at.sites.office.dataFolder, 'store.db'), 'read');
    const rows = database
      .prepare<[], string>(
        `SELECT ifnull(after, '') || ifnull(before, '') FROM row_change
           WHERE table_name LIKE 'campaign_%'
         UNION ALL SELECT summary || ifnull(result, '') FROM operation WHERE name LIKE 'campaigns.%'`,
      )
      .pluck()
      .all();
    database.close();
    expect(rows.length).toBeGreaterThan(50);
    const names = [...Object.keys(at.uids), '中山街道', '河口镇', '白石乡', '重点单位', '专职消防队'];
    expect(names.filter((name) => rows.some((text) => text.includes(name)))).toEqual([]);
    const reference = /"(?:site|county|organization|kind|trade|checklist)_id":\d/u;
    expect(rows.filter((text) => reference.test(text))).toEqual([]);
  });

  it('tells one who may not know only that it is there, in every read of the program', async () => {
    const operations = (
      await other.client.history.list({
        text: '',
        userName: null,
        from: null,
        to: null,
        before: null,
        limit: 200,
      })
    ).records.filter(({ name }) => name.startsWith('campaigns.'));
    expect(operations.length).toBeGreaterThan(15);
    const { answers, refusing } = await everyAnswer(other.client, [
      ...uids,
      ...operations.map((operation) => operation.uid),
    ]);
    expect(refusing).toEqual([]);
    const told = ['这是暗访，只有知情人能看。确需了解请找李明。'];
    const words = [...told, ...Object.values(markers)];
    expect(words.filter((word) => answers.includes(word))).toEqual(told);
    expect(await other.client.campaigns.get({ uid })).toMatchObject({
      title: '暗访',
      kindName: '',
      firstDay: '',
      lastDay: '',
      access: 'unknown',
      targets: 0,
      counties: [],
      secrecy: { isSealed: true, knowers: [{ name: '李明', opens: true }] },
    });
  });

  it('is open to everybody after its release, and the words are found where they were missing', async () => {
    const before = await at.targets(uid);
    const drawings = await at.client.campaigns.drawings({ uid });
    const { checklists, sampling } = await at.client.campaigns.get({ uid });
    expect(checklists).toMatchObject([{ name: CHECKLIST }]);
    await at.client.campaigns.release({ uid });
    expect(await at.targets(uid)).toEqual(before);
    expect(await other.client.campaigns.drawings({ uid })).toEqual(drawings);
    const released = await other.client.campaigns.get({ uid });
    expect([released.checklists, released.sampling]).toEqual([checklists, sampling]);
    const { content, access, events } = released;
    expect([content, access, events[0]!.kind]).toEqual([markers.content, 'public', 'released']);
    // What was undone or refused was never kept open.
    const gone = [markers.undone, markers.overtaken, markers.renamed, markers.waiting, markers.refused];
    const kept = Object.values(markers).filter((word) => !gone.includes(word));
    expect(wordsInFolder()).toEqual(kept);
    const { answers } = await everyAnswer(other.client, uids);
    expect(kept.filter((word) => !answers.includes(word))).toEqual([]);
  });
});
