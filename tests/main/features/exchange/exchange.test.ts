import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackPreview, WaitingPack } from '#shared/contract/exchange.ts';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { readSums, SUMS_NAME } from '#shared/rules/archive/sums.ts';
import { ANSWER_NEW, type PackRule } from '#shared/rules/exchange/model.ts';
import { openDatabase, storeFile } from '#main/core/store/database.ts';
import { loggedTables } from '#main/core/store/tables.ts';
import { type Client, startTestCore, startTestOffice, type TestCore } from '#tests/support/core.ts';
import { resultOf } from '#tests/support/handed-workbooks.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';
import { upload } from '#tests/support/upload.ts';

const password = '数据包的密码一二三';
const minutes = 120_000;
const everySite = { text: '', view: 'all', placeUid: null, tradeUid: null, kindUid: null } as const;

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
  beforeAll(async () => {
    here = await startSampleOffice(join(base, 'here'));
    const exports = join(base, 'exports');
    mkdirSync(exports);
    const settings = await here.client.office.settings();
    await here.client.office.update({ name: settings.name, exportFolder: exports });
    const [site] = await sitesOf(here.client);
    const fileToken = await upload(here.client, '平面图.txt', Buffer.from('消防通道'));
    await here.client.attachments.add({ subject: { kind: 'keySite', uid: site!.uid }, fileToken });
    const written = await resultOf<WrittenFolder>(
      here.client,
      here.client.exchange.exportAll({ as: 'folder' }),
    );
    whole = join(written.folder, written.name);
    there = await reopened((first) => importAll(first, whole));
  }, minutes);
  afterAll(async () => {
    await Promise.all([here.office.close(), there.office.close()]);
    rmSync(base, { recursive: true, force: true });
  });

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
  async function importAll({ core, window }: TestCore, folder: string): Promise<void> {
    const { jobUid } = await window().exchange.importAll({ folder });
    while (core.jobs.get(jobUid).status === 'running')
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
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
    return { ...(await at.exchange.preview({ stagedUid, answers })), stagedUid };
  }

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
      ]),
    );
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
    const county = nodes.find(({ level }) => level === 'county');
    const bytes = await pack(here.client, { topics: ['sites', 'ledgers'], organizationUids: [county!.uid] });
    const all = await pack(here.client, { topics: ['sites', 'ledgers'] });
    expect(bytes.length).toBeLessThan(all.length / 3);
  });

  it('carry scores of one period into a PC that has them not yet', async () => {
    const periods = await here.client.exchange.periods();
    const bytes = await pack(here.client, { topics: ['scores'], periodUid: periods[0]!.uid });
    const empty = await startTestOffice({ name: '别的市', code: null });
    try {
      let preview = await previewed(empty.client, bytes);
      expect(preview.questions).toHaveLength(1);
      const answers = { [preview.questions[0]!.uid]: ANSWER_NEW };
      preview = await previewed(empty.client, bytes, answers);
      expect(preview).toMatchObject({ questions: [], conflictCount: 0, leftOutCount: 0 });
      const { stagedUid, digest } = preview;
      const done = await empty.client.exchange.merge({
        stagedUid,
        digest,
        answers,
        rule: null,
        decisions: {},
      });
      expect(done.added).toBeGreaterThan(100);
      expect(await empty.client.exchange.periods()).toHaveLength(1);
    } finally {
      await empty.close();
    }
  });

  it('are not opened with a wrong password, cut off, or with any byte changed', {
    timeout: minutes,
  }, async () => {
    const bytes = await pack(here.client, { topics: ['sites'], withFiles: false });
    await expect(opened(there.client, bytes, '别的密码别的密码')).rejects.toThrow('密码不对');
    await expect(opened(there.client, bytes.slice(0, -1))).rejects.toThrow('已经损坏或被改动过');
    await expect(opened(there.client, Buffer.from('不是数据包'))).rejects.toThrow('已经损坏或被改动过');
  });
});
