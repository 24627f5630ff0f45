import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { ErasureDone, FoundRows } from '#shared/contract/erasure.ts';
import { finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';

const PASSWORD = 'Hydrant-0815';
/** Half of the 50 marked texts are names, half are phones. */
const PEOPLE = 25;
const names = Array.from({ length: PEOPLE }, (_, at) => `标记人${String(at + 1).padStart(3, '0')}`);
const phones = names.map((_, at) => `1390794${String(at).padStart(4, '0')}`);

type Office = Awaited<ReturnType<typeof startTestOffice>>;
let office: Office;
let auditorUid: string;
let firstBackup: string;
beforeAll(async () => {
  office = await startTestOffice();
  const { client } = office;
  auditorUid = (await client.users.add({ name: '王芳', roles: ['auditor'], password: PASSWORD })).uid;
});
afterAll(() => office.close());

function bytesIn(folder: string, isLeftOut: (path: string) => boolean): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isLeftOut(path))
    .map((path) => ({ path, text: readFileSync(path).toString('utf8') }));
}

/** They are named, not changed. */
const inBackups = (path: string) => path.startsWith(join(office.dataFolder, 'backups'));

async function find(terms: string[]): Promise<FoundRows> {
  const { jobUid } = await office.client.erasure.find({ terms });
  const { result, problem } = await finishedJob(office.client, jobUid);
  expect(problem).toBeNull();
  return result as FoundRows;
}

async function erase(terms: string[], files: string[] = []) {
  const { rows } = await find(terms);
  const { jobUid } = await office.client.erasure.start({
    terms,
    rows: rows.map(({ table, rowId }) => ({ table, rowId })),
    files,
    reason: '本人申请',
    confirm: { userUid: auditorUid, password: PASSWORD },
  });
  const { result, problem } = await finishedJob(office.client, jobUid);
  expect(problem).toBeNull();
  return result as ErasureDone;
}

/** As half a year later. */
async function clearAllChanges(): Promise<void> {
  const before = addDays(localDay(Date.now()), 1);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 200 * 86_400_000 });
  const confirm = { userUid: auditorUid, password: PASSWORD };
  const { jobUid } = await office.client.erasure.startClearing({ before, confirm });
  const { result, problem } = await finishedJob(office.client, jobUid);
  vi.useRealTimers();
  expect({ result, problem }).toMatchObject({ result: { changes: expect.any(Number) }, problem: null });
  expect((result as { changes: number }).changes).toBeGreaterThan(0);
  expect((await office.client.backups.state()).backups[0]).toMatchObject({ kind: '清理前' });
}

function unit(at: number) {
  return {
    kind: '公安',
    name: `派出所${at}`,
    dutyPhone: '',
    contact: names[at]!,
    contactPhone: phones[at]!,
    note: `节假日找${names[at]!}`,
    confirmedOn: null,
  };
}

describe('personal data that is to be removed', () => {
  let kept: { uid: string }[];
  let photo: string;
  let stagedUid: string;
  beforeAll(async () => {
    const { client } = office;
    kept = [];
    for (let at = 0; at < PEOPLE; at += 1) kept.push(await client.partnerUnits.add(unit(at)));
    // What was changed or deleted since stands in the log alone.
    for (const { uid } of kept.slice(0, 10))
      await client.partnerUnits.update({
        uid,
        base: { contact: names[kept.findIndex((k) => k.uid === uid)]! },
        set: { contact: '李四' },
      });
    for (const { uid } of kept.slice(10, 15)) await client.partnerUnits.remove({ uid });
    await client.drafts.keep({
      document: 'papers/new',
      content: JSON.stringify({ body: `联系${names[20]!}` }),
    });
    const text = `单位名称\t联系人\n派出所\t${names[23]!}`;
    const waiting = client.partnerUnits.readTable({ source: { text }, choice: nothingChosen, options: null });
    stagedUid = (await previewOf(client, waiting)).stagedUid;
    await client.office.update({ name: `${names[21]!}办公室`, exportFolder: join(office.dataFolder, 'out') });
    const bytes = Buffer.from(`身份证复印件 ${names[22]!}`);
    const fileToken = await upload(client, `${names[22]!}.txt`, bytes);
    photo = createHash('sha256').update(bytes).digest('hex');
    await client.attachments.add({ subject: { kind: 'partnerUnit', uid: kept[22]!.uid }, fileToken });
    const { jobUid } = await client.backups.make();
    await finishedJob(client, jobUid);
    firstBackup = (await client.backups.state()).backups[0]!.name;
  });

  it('is found in rows, in rows that were deleted, and beside its files', async () => {
    const { rows } = await find([names[12]!]);
    expect(rows).toMatchObject([{ table: 'partner_unit', isDeleted: true }]);
    const [row] = (await find([names[22]!])).rows.filter(({ table }) => table === 'partner_unit');
    expect(row?.files.map(({ name }) => name)).toEqual([`${names[22]!}.txt`]);
    expect(row?.cells.filter(({ isMatch }) => isMatch).map(({ column }) => column)).toContain('contact');
  });

  it('stays while no auditor has given the own password', async () => {
    const chosen = { terms: [names[0]!], rows: [], files: [], reason: '本人申请' };
    await expect(office.client.erasure.erase(chosen)).rejects.toThrow('审计员当面输入密码');
    const start = (confirm: { userUid: string; password: string }) =>
      office.client.erasure.start({ ...chosen, confirm });
    await expect(start({ userUid: auditorUid, password: 'guess' })).rejects.toMatchObject({
      code: 'wrongPassword',
    });
    const { user } = await office.client.session.state();
    await expect(start({ userUid: user!.uid, password: '' })).rejects.toThrow('另一名审计员');
  });

  it('is not named by the reason', async () => {
    const { jobUid } = await office.client.erasure.start({
      terms: [names[0]!],
      rows: [{ table: 'partner_unit', rowId: 1 }],
      files: [],
      reason: `${names[0]!}申请`,
      confirm: { userUid: auditorUid, password: PASSWORD },
    });
    expect((await finishedJob(office.client, jobUid)).problem).toContain('原因里不要写');
  });

  it('is gone from data, log, search, drafts, files and what lies between, and the chain still verifies', async () => {
    const { rows } = await find([names[22]!]);
    const files = rows.flatMap((row) => row.files.map(({ uid }) => uid));
    const done = await erase([...names, ...phones], [...new Set(files)]);
    expect(done.changes).toBeGreaterThan(PEOPLE);
    const left = bytesIn(office.dataFolder, inBackups);
    for (const marker of [...names, ...phones])
      expect(left.filter(({ text }) => text.includes(marker)).map(({ path }) => path)).toEqual([]);
    expect(existsSync(join(office.dataFolder, 'files', photo.slice(0, 2), photo))).toBe(false);
    const { importTable } = office.client.partnerUnits;
    await expect(importTable({ stagedUid, choice: nothingChosen, options: null })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await office.client.history.verify()).toMatchObject({ intact: true });
    const { units } = await office.client.partnerUnits.list();
    expect(units).toHaveLength(PEOPLE - 5);
    expect(units.find(({ name }) => name === '派出所24')).toMatchObject({ contact: '〔已清除〕' });
  });

  it('does not come back by undoing what had written it', async () => {
    const { records } = await office.client.history.list({
      text: '删除联动单位',
      userName: null,
      from: null,
      to: null,
      before: null,
      limit: 1,
    });
    await expect(office.client.history.undo({ operationUid: records[0]!.uid })).rejects.toThrow(
      '已按规定清除的个人信息',
    );
  });

  it('is told with who asked, who confirmed, and the backups that still hold it', async () => {
    const { erasures } = await office.client.erasure.records();
    expect(erasures).toHaveLength(1);
    expect(erasures[0]).toMatchObject({
      reason: '本人申请',
      askedBy: '李明',
      confirmedBy: '王芳',
      backups: [firstBackup],
    });
  });

  it('is told to lie in stores set aside and in one that waits, and not to be known of a stick that is not there', async () => {
    const { client, dataFolder } = office;
    const before = new Date(Date.now() - 3_600_000);
    for (const name of ['恢复前的数据-20261101-0900', '损坏的数据-20261102-0900', '恢复前的数据-现在']) {
      mkdirSync(join(dataFolder, name));
      const store = join(dataFolder, name, 'store.db');
      writeFileSync(store, '');
      if (!name.endsWith('现在')) utimesSync(store, before, before);
    }
    const waiting = { backup: '20261101-每日', madeAt: before.getTime(), preparedAt: Date.now() };
    mkdirSync(join(dataFolder, 'waiting-restore'));
    writeFileSync(
      join(dataFolder, 'waiting-restore', 'restore.json'),
      JSON.stringify({ ...waiting, userUid: null, userName: '李明' }),
    );
    const { secondFolder: _none, ...rest } = await client.backups.settings();
    const secondFolder = join(dataFolder, 'U盘不在');
    await client.backups.updateSettings({ ...rest, secondFolder });
    const { erasures, unchecked } = await client.erasure.records();
    expect(unchecked).toBe(secondFolder);
    expect(erasures[0]?.backups.toSorted()).toEqual(
      [
        firstBackup,
        '数据文件夹里的“恢复前的数据-20261101-0900”文件夹',
        '数据文件夹里的“损坏的数据-20261102-0900”文件夹',
        '等待恢复的备份“20261101-每日”',
      ].toSorted(),
    );
    await client.backups.updateSettings({ ...rest, secondFolder: '' });
    for (const name of readdirSync(dataFolder).filter((each) => /-20261|现在$|^waiting/u.test(each)))
      rmSync(join(dataFolder, name), { recursive: true });
    expect((await client.erasure.records()).unchecked).toBeNull();
  });
});

describe('a file of the library that is to be removed', () => {
  const entry = {
    number: '',
    issuer: '',
    level: 'own' as const,
    issuedOn: null,
    inForceFrom: null,
    inForceTo: null,
    validity: 'valid' as const,
    replacedByUid: null,
    subjects: '',
    abstract: '',
  };

  it.each([
    ['not been', false],
    ['been', true],
  ])('leaves nothing of what was read from it where old changes had %s cleared', async (said, isCleared) => {
    const { client } = office;
    const { uid } = await client.library.add({ ...entry, title: `消防规划(${said})` });
    const fileToken = await upload(client, '名册.txt', Buffer.from('Zhangsan13907940000 住滨河路'));
    const file = await client.attachments.add({ subject: { kind: 'libraryEntry', uid }, fileToken });
    await finishedJob(client, (await client.library.readFiles({ uid })).jobUid);
    const holding = () => bytesIn(office.dataFolder, inBackups).filter(({ text }) => text.includes('滨河路'));
    expect(holding()).not.toEqual([]);
    if (isCleared) {
      await client.library.add({ ...entry, title: '以后录入的' });
      await clearAllChanges();
    }
    await erase(['查无此人'], [file.uid]);
    expect(holding().map(({ path }) => path)).toEqual([]);
    expect(await client.history.verify()).toMatchObject({ intact: true });
  });
});
