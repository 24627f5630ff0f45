import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PackPreview, WaitingPack } from '#shared/contract/exchange.ts';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { readSums, SUMS_NAME } from '#shared/rules/archive/sums.ts';
import type { PackRule } from '#shared/rules/exchange/model.ts';
import { openDatabase, storeFile } from '#main/core/store/database.ts';
import { loggedTables } from '#main/core/store/tables.ts';
import { type Client, startTestCore, startTestOffice, type TestCore } from '#tests/support/core.ts';
import { everyCell, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { resultOf } from '#tests/support/handed-workbooks.ts';
import { upload } from '#tests/support/upload.ts';
import { taskItem } from '../tasks/support.ts';

const password = '数据包的密码一二三';
const city = { name: '漯河市', code: '4111' };
const everySite = { text: '', view: 'all', placeUid: null, tradeUid: null, kindUid: null } as const;

const until = (condition: () => boolean) => vi.waitUntil(condition, { interval: 20, timeout: 60_000 });

interface Place {
  office: TestCore;
  client: Client;
}

/** Every row of every business table, as one text. */
function logicalDump(dataFolder: string): Record<string, string> {
  const database = openDatabase(join(dataFolder, storeFile), 'read');
  try {
    return Object.fromEntries(
      loggedTables.map((table) => [
        table,
        JSON.stringify(database.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()),
      ]),
    );
  } finally {
    database.close();
  }
}

describe('data that move between PCs', () => {
  const base = mkdtempSync(join(tmpdir(), 'exchange-'));
  let here: Place;
  let there: Place;
  let whole: string;
  let orphan: string;
  beforeAll(async () => {
    const office = await startTestOffice(city, {}, join(base, 'here'));
    here = { office, client: office.client };
    await keepExportsIn(here.client, 'exports');
    await fill(here.client);
    const [site] = await sitesOf(here.client);
    const fileToken = await upload(here.client, '平面图.txt', Buffer.from('消防通道'));
    await here.client.attachments.add({ subject: { kind: 'keySite', uid: site!.uid }, fileToken });
    orphan = keepOrphan(join(base, 'here'));
    const written = await resultOf<WrittenFolder>(
      here.client,
      here.client.exchange.exportAll({ as: 'folder' }),
    );
    whole = join(written.folder, written.name);
    there = await reopened((first) => importAll(first, whole));
  });
  afterAll(async () => {
    await Promise.all([here.office.close(), there.office.close()]);
    rmSync(base, { recursive: true, force: true });
  });

  /** A kept file that nothing names. @returns its name */
  function keepOrphan(dataFolder: string): string {
    const sha256 = createHash('sha256').update('没有用到的').digest('hex');
    const folder = join(dataFolder, 'files', sha256.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, sha256), '没有用到的');
    return sha256;
  }

  async function keepExportsIn(client: Client, name: string): Promise<void> {
    const exportFolder = join(base, name);
    mkdirSync(exportFolder, { recursive: true });
    await client.office.update({ name: (await client.office.settings()).name, exportFolder });
  }

  /** Three sites of one township, a task of its county, and the scores of a quarter. */
  async function fill(client: Client): Promise<void> {
    const nodes = await client.organizations.tree({ day: null });
    const township = nodes.find(({ level }) => level === 'township')!;
    const empty = { address: '', responsiblePerson: '', phone: '', note: '', kindUids: [], tradeUid: null };
    const { uid: organizationUid, parentUid } = township;
    await client.keySites.add({
      items: ['大酒店', '小学校', '老市场'].map((name) => ({ ...empty, name, organizationUid })),
    });
    await client.tasks.add({ items: [taskItem({ leadUids: [parentUid!] })] });
    await putSchemeInForce(client);
    const { frame } = await openPeriod(client, 'quarter');
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes: everyCell(frame) });
  }

  /** Another PC, after its program was closed and opened again. */
  async function reopened(before: (first: TestCore) => Promise<void>): Promise<Place> {
    const folder = join(base, 'there');
    const first = await startTestCore(folder);
    await before(first);
    await first.close();
    const office = await startTestCore(folder);
    const client = office.window();
    await client.session.state();
    return { office, client };
  }

  /** Nobody is signed in yet who could ask how the job goes. */
  async function importAll(at: TestCore, folder: string): Promise<void> {
    const { core } = at;
    const { jobUid } = await at.window().exchange.importAll({ folder });
    await until(() => core.jobs.get(jobUid).status !== 'running');
    const { status, problem } = core.jobs.get(jobUid);
    if (status !== 'done') throw new Error(problem ?? status);
  }

  async function sitesOf(client: Client) {
    return (await client.keySites.list({ filter: everySite, after: null, limit: 500 })).rows;
  }

  async function pack(from: Client, more: object = {}): Promise<Uint8Array> {
    const written = await resultOf<WrittenFile>(
      from,
      from.exchange.make({
        topics: ['sites', 'tasks', 'ledgers', 'bodies'],
        organizationUids: [],
        periodUid: null,
        withFiles: true,
        password,
        ...more,
      }),
    );
    return new Uint8Array(readFileSync(join(written.folder, written.name)));
  }

  async function opened(at: Client, bytes: Uint8Array, given = password): Promise<WaitingPack> {
    const fileToken = await upload(at, '数据包.xabao', bytes);
    return resultOf<WaitingPack>(at, at.exchange.open({ fileToken, password: given }));
  }

  async function previewed(
    at: Client,
    bytes: Uint8Array,
    answers: Record<string, string> = {},
  ): Promise<PackPreview & { stagedUid: string }> {
    const { stagedUid } = await opened(at, bytes);
    return { ...(await looked(at, stagedUid, answers)), stagedUid };
  }

  const looked = (at: Client, stagedUid: string, answers: Record<string, string>) =>
    resultOf<PackPreview>(at, at.exchange.preview({ stagedUid, answers }));

  async function addSite(at: Client, name: string, likeUid: string): Promise<string> {
    const { organizationUid } = await at.keySites.get({ uid: likeUid });
    const empty = { address: '', responsiblePerson: '', phone: '', note: '', kindUids: [], tradeUid: null };
    return (await at.keySites.add({ items: [{ ...empty, name, organizationUid }] })).uids[0]!;
  }

  async function note(at: Client, uid: string, text: string): Promise<void> {
    const site = await at.keySites.get({ uid });
    await at.keySites.update({ uid, base: { note: site.note }, set: { note: text } });
  }

  async function noteOf(at: Client, uid: string): Promise<string> {
    return (await at.keySites.get({ uid })).note;
  }

  it('go out as a whole and come in again as they were, the log going on', () => {
    const [one, other] = [logicalDump(here.office.dataFolder), logicalDump(there.office.dataFolder)];
    for (const table of loggedTables) expect(other[table], table).toBe(one[table]);
    const sums = readSums(readFileSync(join(whole, SUMS_NAME), 'utf8')) ?? [];
    const paths = sums.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        '请先读我.txt',
        '数据说明.xlsx',
        '数据/store.db',
        '附件/平面图.txt',
        '表格/督办任务.xlsx',
        '表格/得分.xlsx',
      ]),
    );
    // A cleaning may take it while the export is at work.
    expect(paths).not.toContain(`附件/其他/${orphan}`);
  });

  it('refuse a whole export that was changed, and one into a program with data', async () => {
    await expect(resultOf(here.client, here.client.exchange.importAll({ folder: whole }))).rejects.toThrow(
      '这里已经有办公室的数据',
    );
    const empty = await startTestCore();
    appendFileSync(join(whole, '附件/平面图.txt'), '。');
    await expect(importAll(empty, whole)).rejects.toThrow('“附件/平面图.txt”缺少或改动过');
    await expect(importAll(empty, base)).rejects.toThrow('不是“导出全部数据”');
    writeFileSync(join(whole, '附件/平面图.txt'), '消防通道');
    await empty.close();
  });

  it('stop coming in as a whole when whoever began it says so, before anybody has signed in', async () => {
    const empty = await startTestCore();
    try {
      const client = empty.window();
      const { jobUid } = await client.exchange.importAll({ folder: whole });
      expect(await empty.window().jobs.cancel({ uid: jobUid })).toEqual({ cancelled: false });
      expect(await client.jobs.cancel({ uid: jobUid })).toEqual({ cancelled: true });
      await until(() => empty.core.jobs.get(jobUid).status !== 'running');
      expect(empty.core.jobs.get(jobUid).status).toBe('cancelled');
      await until(() => !readdirSync(empty.dataFolder).includes('waiting-restore'));
    } finally {
      await empty.close();
    }
  });

  it('change nothing where both PCs have the same', async () => {
    const preview = await previewed(there.client, await pack(here.client));
    expect(preview).toMatchObject({
      adds: 0,
      changeCount: 0,
      conflictCount: 0,
      questions: [],
      leftOutCount: 0,
    });
    expect(preview.header).toMatchObject({
      topics: ['重点单位', '台账', '基层力量和建设', '督办任务和隐患'],
    });
  });

  it('take over what is new or newer there, and ask where both have written', async () => {
    const [first, second, third] = await sitesOf(here.client);
    await note(there.client, first!.uid, '那边改的');
    await note(here.client, second!.uid, '只有这边改的');
    await note(here.client, third!.uid, '这边的话');
    await note(there.client, third!.uid, '那边的话');
    const uid = await addSite(there.client, '新开的商场', first!.uid);
    const fileToken = await upload(there.client, '合同.txt', Buffer.from('新商场'));
    await there.client.attachments.add({ subject: { kind: 'keySite', uid }, fileToken });

    const preview = await previewed(here.client, await pack(there.client));
    expect(preview.changes.map(({ ours, theirs }) => [ours, theirs])).toEqual([['', '那边改的']]);
    expect(preview.conflicts.map(({ column, ours, theirs }) => [column, ours, theirs])).toEqual([
      ['note', '这边的话', '那边的话'],
    ]);
    expect(preview.counts.find(({ table }) => table === 'key_site')?.adds).toBe(1);
    const merge = (rule: PackRule | null, decisions = {}) =>
      here.client.exchange.merge({
        stagedUid: preview.stagedUid,
        answers: {},
        digest: preview.digest,
        rule,
        decisions,
      });
    await expect(merge(null)).rejects.toThrow('还有 1 处没有选');
    const before = logicalDump(here.office.dataFolder);
    await merge(null, { [preview.conflicts[0]!.id]: 'theirs' });
    expect(await noteOf(here.client, first!.uid)).toBe('那边改的');
    expect(await noteOf(here.client, second!.uid)).toBe('只有这边改的');
    expect(await noteOf(here.client, third!.uid)).toBe('那边的话');
    const [file] = await here.client.attachments.list({ kind: 'keySite', uid });
    expect(file?.name).toBe('合同.txt');
    await here.client.attachments.take({ uid: file!.uid });

    await here.client.history.undo({});
    expect(logicalDump(here.office.dataFolder)).toEqual(before);
    await here.client.history.redo();
  });

  it('refuse to merge what has changed since it was looked at', async () => {
    const [site] = await sitesOf(there.client);
    await note(there.client, site!.uid, '又改了');
    const preview = await previewed(here.client, await pack(there.client));
    await note(here.client, site!.uid, '核对以后改的');
    const { stagedUid, digest } = preview;
    await expect(
      here.client.exchange.merge({ stagedUid, digest, answers: {}, rule: 'theirs', decisions: {} }),
    ).rejects.toThrow('核对以后这里的数据又有改动');
  });

  it('ask before something comes back that was deleted here', async () => {
    const uid = await addSite(there.client, '要删的单位', (await sitesOf(there.client))[0]!.uid);
    const bytes = await pack(there.client, { topics: ['sites'] });
    const first = await previewed(here.client, bytes);
    await here.client.exchange.merge({
      stagedUid: first.stagedUid,
      digest: first.digest,
      answers: {},
      rule: 'ours',
      decisions: {},
    });
    await here.client.keySites.remove({ uids: [uid] });
    const preview = await previewed(here.client, bytes);
    const asked = preview.conflicts.filter(({ column }) => column === '');
    expect(asked.map(({ row }) => row)).toEqual([expect.stringContaining('要删的单位')]);
    const given = { stagedUid: preview.stagedUid, digest: preview.digest, answers: {}, decisions: {} };
    await here.client.exchange.merge({ ...given, rule: 'ours' });
    await expect(here.client.keySites.get({ uid })).rejects.toThrow();
  });

  it('hold only what belongs to the chosen counties', async () => {
    const nodes = await here.client.organizations.tree({ day: null });
    const counties = nodes.filter(({ level }) => level === 'county').map(({ uid }) => uid);
    const own = nodes.find(({ level }) => level === 'township')!.parentUid!;
    const of = async (uid: string) =>
      opened(here.client, await pack(here.client, { topics: ['sites', 'tasks'], organizationUids: [uid] }));
    const { header } = await of(own);
    expect(header.organizations).toEqual([nodes.find(({ uid }) => uid === own)!.name]);
    await expect(of(counties.find((uid) => uid !== own)!)).rejects.toThrow('选的范围里没有内容');
  });

  it('carry scores of one period into a PC of the same city, whose organizations are known by code', async () => {
    const [period] = await here.client.exchange.periods();
    const bytes = await pack(here.client, { topics: ['scores'], periodUid: period!.uid });
    const other = await startTestOffice(city);
    try {
      const preview = await previewed(other.client, bytes);
      expect(preview).toMatchObject({ questions: [], conflictCount: 0, changeCount: 0, leftOutCount: 0 });
      const given = { answers: {}, rule: null, decisions: {} };
      const { stagedUid, digest } = preview;
      await other.client.exchange.merge({ stagedUid, digest, ...given });
      expect(await other.client.exchange.periods()).toEqual([period]);
      expect(await scoresOf(other.client)).toEqual(await scoresOf(here.client));
      const again = await previewed(other.client, bytes);
      expect(again).toMatchObject({ adds: 0, conflictCount: 0, changeCount: 0 });
    } finally {
      await other.close();
    }
  });

  async function scoresOf(client: Client): Promise<unknown> {
    const [period] = await client.exchange.periods();
    const { groups } = await client.assessment.period({ uid: period!.uid });
    return client.assessment.scores({ groupUid: groups[0]!.uid, stage: 'checked' });
  }

  it('ask which organization is meant where neither code nor name tells', async () => {
    const bytes = await pack(here.client, { topics: ['sites'] });
    const other = await startTestOffice({ name: '别的市', code: null });
    try {
      const first = await previewed(other.client, bytes);
      expect(first.questions.map(({ name, candidates }) => [name, candidates.length])).toEqual([
        [city.name, 1],
      ]);
      const { stagedUid, questions, digest } = first;
      const given = { stagedUid, rule: null, decisions: {} };
      await expect(other.client.exchange.merge({ ...given, digest, answers: {} })).rejects.toThrow(
        '还没有定下“漯河市”是这里的哪个机构',
      );
      const answers = { [questions[0]!.uid]: questions[0]!.candidates[0]!.uid };
      const second = await looked(other.client, stagedUid, answers);
      expect(second.questions).toEqual([]);
      await other.client.exchange.merge({ ...given, digest: second.digest, answers });
      expect(await sitesOf(other.client)).toHaveLength((await sitesOf(here.client)).length);
    } finally {
      await other.close();
    }
  });

  it('are not opened with a wrong password, cut off, or with any byte changed', async () => {
    const bytes = await pack(here.client, { topics: ['sites'], withFiles: false });
    await expect(opened(there.client, bytes, '别的密码别的密码')).rejects.toThrow('密码不对');
    const asked = { text: '打开数据包', userName: null, from: null, to: null, before: null, limit: 1 };
    await expect
      .poll(async () => (await there.client.history.list(asked)).records)
      .toMatchObject([{ outcome: 'failed', summary: expect.stringContaining('密码不对') }]);
    await expect(opened(there.client, bytes.slice(0, -1))).rejects.toThrow('已经损坏或被改动过');
    await expect(opened(there.client, Buffer.from('不是数据包'))).rejects.toThrow('已经损坏或被改动过');
  });
});
