import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backup, BackupPreview } from '#shared/contract/backups.ts';
import type { JobState } from '#shared/contract/events.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { defaultThinning } from '#shared/rules/backups/thinning.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import { backUpBeforeClearing, backUpBeforeImport } from '#main/features/backups/before-import.ts';
import { doWhatIsDue } from '#main/features/backups/keep-backups.ts';
import { addOrganization } from '#tests/support/builders/organization.ts';
import { type Client, finishedJob, startTestCore, startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';
import { taskItem } from '../tasks/support.ts';

const DAY = 86_400_000;
const nobody = {
  userUid: null,
  userName: '程序',
  roles: null,
  windowUid: 'core',
  host: 'browser',
} as const;

describe('backups', () => {
  let office: Awaited<ReturnType<typeof startTestOffice>>;
  let client: Client;
  let base: string;

  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), 'office-backups-'));
    office = await startTestOffice({ name: '临川市', code: null }, {}, join(base, 'data'));
    ({ client } = office);
  });
  afterEach(async () => {
    await office.close();
    rmSync(base, { recursive: true, force: true });
  });

  const settings = (secondFolder: string, importRows = 200) =>
    client.backups.updateSettings({ secondFolder, thinning: defaultThinning, importRows, orphanDays: 7 });

  async function done<Result>({ jobUid }: { jobUid: string }, by = client): Promise<Result> {
    const job = await finishedJob(by, jobUid);
    expect(job).toMatchObject({ status: 'done', problem: null });
    return job.result as Result;
  }

  async function make(): Promise<Backup> {
    await done(await client.backups.make());
    return (await client.backups.state()).backups[0]!;
  }

  const rename = (name: string) => client.office.update({ name, exportFolder: '' });
  const chosen = ({ place, folder, name }: Backup, password = '') => ({ place, folder, name, password });

  it('are made by hand and by themselves once a day, where anything changed, with a line in the log', async () => {
    const backup = await make();
    expect(backup).toMatchObject({ place: 'own', kind: '手工', sealed: false });
    await doWhatIsDue(office.core, nobody, Date.now());
    expect((await client.backups.state()).backups).toHaveLength(1);
    await doWhatIsDue(office.core, nobody, Date.now() + DAY);
    expect((await client.backups.state()).backups).toHaveLength(1);
    await rename('临川市消安办');
    await doWhatIsDue(office.core, nobody, Date.now() + DAY);
    const { backups, problem } = await client.backups.state();
    expect(backups.map(({ kind }) => kind)).toEqual(['每日', '手工']);
    expect(problem).toBeNull();
    const asked = { text: '每日备份', userName: null, from: null, to: null, before: null, limit: 9 };
    expect((await client.history.list(asked)).records).toHaveLength(1);
  });

  it('say nothing where no office is set up yet', async () => {
    const empty = await startTestCore();
    await doWhatIsDue(empty.core, nobody, Date.now());
    expect(readdirSync(empty.dataFolder)).not.toContain('backups');
    await empty.close();
  });

  it('go to the second place too, and catch up when it is there again', async () => {
    const stick = join(base, 'stick');
    await settings(stick);
    await make();
    const absent = await client.backups.state();
    expect(absent).toMatchObject({ problem: null, second: { isThere: false, lastAt: null } });
    const chosenAbsent = { place: 'second', folder: '', name: '没有', password: '' } as const;
    await expect(client.backups.verify(chosenAbsent)).rejects.toThrow('请插上 U 盘');

    mkdirSync(stick);
    await client.backups.setPassword({ password: '备份密码一号2026' });
    await doWhatIsDue(office.core, nobody, Date.now());
    const { backups, second } = await client.backups.state();
    expect(backups.map(({ place, sealed }) => [place, sealed])).toEqual(
      expect.arrayContaining([
        ['own', false],
        ['second', true],
      ]),
    );
    expect(second?.lastAt).not.toBeNull();
    const sealed = backups.find(({ place }) => place === 'second')!;
    expect(await done(await client.backups.verify(chosen(sealed)))).toMatchObject({ faults: [] });
    const wrong = await client.backups.preview(chosen(sealed, '不是这个密码'));
    expect(await finishedJob(client, wrong.jobUid)).toMatchObject({
      status: 'failed',
      problem: '密码不对，请重新输入。',
    });
    const asked = { text: '查看备份内容', userName: null, from: null, to: null, before: null, limit: 9 };
    await expect
      .poll(async () => (await client.history.list(asked)).records)
      .toMatchObject([{ outcome: 'failed', summary: '密码不对，请重新输入。' }]);
  });

  it('are told from those of another office at the same second place, which it leaves alone', async () => {
    const stick = join(base, 'stick');
    mkdirSync(stick);
    await settings(stick);
    const { name } = await make();
    const other = await startTestOffice({ name: '沙河区', code: null }, {}, join(base, 'other'));
    const theirs = other.client;
    const thinning = { ...defaultThinning, allDays: 1 };
    await theirs.backups.updateSettings({ secondFolder: stick, thinning, importRows: 200, orphanDays: 7 });
    await done(await theirs.backups.make(), theirs);
    const { backups } = await theirs.backups.state();
    const seconds = backups.filter(({ place }) => place === 'second');
    expect(seconds.map((each) => [each.name === name, each.isOwn])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(await done(await client.backups.verify(chosen(seconds[0]!)))).toMatchObject({ faults: [] });
    expect((await client.backups.state()).secondDrill).toBeNull();
    // Theirs is the latest there: ours is not taken there again for that.
    await doWhatIsDue(office.core, nobody, Date.now());
    expect((await client.backups.state()).backups.filter(({ place }) => place === 'second')).toHaveLength(2);
    await other.close();
  });

  it('that went to the second place before there was a password are counted, and sealed when asked', async () => {
    const stick = join(base, 'stick');
    mkdirSync(stick);
    await settings(stick);
    const { name } = await make();
    expect((await client.backups.state()).second?.plain).toBeNull();
    await client.backups.setPassword({ password: '备份密码一号2026' });
    expect((await client.backups.state()).second?.plain).toEqual({ own: 1, others: 0, files: 0 });
    const nothing = { own: 0, others: 0, files: 0 };
    expect(await done(await client.backups.seal())).toEqual(nothing);
    const { second, backups } = await client.backups.state();
    expect(second?.plain).toEqual(nothing);
    const sealed = backups.find(({ place }) => place === 'second')!;
    expect(sealed).toMatchObject({ name, sealed: true, isOwn: true });
    expect(await done(await client.backups.verify(chosen(sealed)))).toMatchObject({ faults: [] });
    const asked = { text: '加密以前的备份', userName: null, from: null, to: null, before: null, limit: 9 };
    expect((await client.history.list(asked)).records[0]?.summary).toBe('1 份');
  });

  it('refuse a second place that is no whole path, and a short password', async () => {
    await expect(settings('备份')).rejects.toThrow('完整的路径');
    await expect(client.backups.setPassword({ password: '七个字的短密码' })).rejects.toMatchObject({
      data: { issues: [{ message: '备份密码至少 8 个字' }] },
    });
  });

  it('tell on the page which attachments they could not take, until these are there again', async () => {
    const sha256 = createHash('sha256').update('照片').digest('hex');
    const row = { subject: { kind: 'task', uid: 'x' }, name: '现场.jpg', bytes: 6, sha256, thumbnail: null };
    await office.core.write('attachments.attach', row, { ...nobody, userName: '李明' }, randomUUID());
    await make();
    expect((await client.backups.state()).problem).toContain(
      '有 1 个附件的文件找不到或者已经损坏，备份里没有：“现场.jpg”。',
    );
    const original = join(base, '现场.jpg');
    writeFileSync(original, '照片');
    keepFile(join(base, 'data'), original, sha256);
    await doWhatIsDue(office.core, nobody, Date.now() + DAY);
    expect((await client.backups.state()).problem).toBeNull();
  });

  it('show what is in them, and what has changed since', async () => {
    const backup = await make();
    await client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
    const preview = await done<BackupPreview>(await client.backups.preview(chosen(backup)));
    expect(preview.later).toBe(1);
    expect(preview.tables).toContainEqual({ table: 'app_user', kept: 1, now: 2 });
    expect(preview.operations[0]).toMatchObject({ userName: '' });
  });

  it('tell the system administrator no words of the business', async () => {
    await addOrganization(client, '临江大酒店');
    const backup = await make();
    const { uid } = await client.users.add({ name: '张敏', roles: ['systemAdmin'], password: '' });
    const admin = office.window();
    await admin.session.signIn({ userUid: uid });
    const lastIn = async (reader: Client) => {
      const { jobUid } = await reader.backups.preview(chosen(backup));
      return (await finishedJob(reader, jobUid)).result as BackupPreview;
    };
    expect((await lastIn(client)).operations[0]).toMatchObject({ summary: expect.stringContaining('临江') });
    const { operations } = await lastIn(admin);
    expect(operations[0]).toMatchObject({ label: '新增机构', summary: '〔业务内容，不显示〕' });
  });

  it('are restored at the next start, after a backup of what is there, and that is said before', async () => {
    await rename('以前的名称');
    const backup = await make();
    await rename('以后的名称');
    await done(await client.backups.restore(chosen(backup)));
    const waiting = await client.backups.state();
    expect(waiting.waiting).toMatchObject({ backup: backup.name, userName: '李明' });
    expect(waiting.backups.map(({ kind }) => kind)).toEqual(['恢复前', '手工']);
    expect(await client.backups.cancelRestore()).toEqual({ cancelled: true });
    expect(await client.backups.cancelRestore()).toEqual({ cancelled: false });
    expect((await client.backups.state()).waiting).toBeNull();

    await done(await client.backups.restore(chosen(backup)));
    await office.close();
    office = { ...office, ...(await startTestCore(join(base, 'data'))) };
    client = office.window();
    await client.session.state();
    expect((await client.office.settings()).name).toBe('以前的名称');
    expect(office.core.faults()).toEqual([]);
    const asked = { text: '恢复数据', userName: null, from: null, to: null, before: null, limit: 9 };
    expect((await client.history.list(asked)).records[0]).toMatchObject({
      userName: '李明',
      label: '恢复数据',
    });
    expect((await client.backups.state()).waiting).toBeNull();
  });

  it('are found at any other place, by its folder or by one file, and restored from there', async () => {
    await rename('以前的名称');
    const stick = join(base, 'stick');
    mkdirSync(stick);
    await settings(stick);
    await client.backups.setPassword({ password: '备份密码一号2026' });
    const { name } = await make();
    await settings('');
    await client.backups.setPassword({ password: '' });
    await rename('以后的名称');

    await expect(client.backups.find({ path: 'stick' })).rejects.toThrow('完整路径');
    await expect(client.backups.find({ path: join(base, '没有') })).rejects.toThrow('没有找到备份');
    const tooLong = join(base, '长'.repeat(200));
    await expect(client.backups.find({ path: tooLong })).rejects.toThrow('没有找到备份');
    const [found] = await client.backups.find({ path: stick });
    expect(found?.backups.map(({ place, sealed }) => [place, sealed])).toEqual([['other', true]]);
    const file = join(found!.folder, `${name}.db.sealed`);
    expect(await client.backups.find({ path: file })).toEqual([found]);
    const other = found!.backups[0]!;

    const wrong = await client.backups.preview(chosen(other));
    const { problem } = await finishedJob(client, wrong.jobUid);
    expect(problem).toBe('这个备份加了密码，请输入备份密码。');
    const password = '备份密码一号2026';
    const preview = await done<BackupPreview>(await client.backups.preview(chosen(other, password)));
    expect(preview).toMatchObject({ name, later: 2 });
    // What lies elsewhere says nothing about the backups of this office.
    expect(await done(await client.backups.verify(chosen(other, password)))).toMatchObject({ faults: [] });
    expect((await client.backups.state()).drill).toBeNull();
    await done(await client.backups.restore(chosen(other, password)));
    expect((await client.backups.state()).waiting).toMatchObject({ backup: name });

    rmSync(stick, { recursive: true });
    await expect(client.backups.preview(chosen(other, password))).rejects.toThrow('请插上 U 盘');
  });

  it('lead to a cleaning of kept files once a day, which says what it freed', async () => {
    const sha256 = 'ab'.repeat(32);
    const path = join(base, 'data', 'files', 'ab', sha256);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '没有用到的');
    expect((await client.backups.state()).cleaning).toBeNull();
    await doWhatIsDue(office.core, nobody, Date.now());
    expect((await client.backups.state()).cleaning).toMatchObject({ files: 0, bytes: 0, held: null });
    await doWhatIsDue(office.core, nobody, Date.now() + 8 * DAY);
    await doWhatIsDue(office.core, nobody, Date.now() + 9 * DAY);
    expect((await client.backups.state()).cleaning).toMatchObject({ files: 1, bytes: 15, held: null });
    expect(existsSync(path)).toBe(false);
    const asked = {
      text: '清理没有用到的附件',
      userName: null,
      from: null,
      to: null,
      before: null,
      limit: 9,
    };
    const { records } = await client.history.list(asked);
    expect(records.map(({ summary }) => summary)).toEqual(['1 个，腾出 1 KB']);
  });

  it('tell on the page why a cleaning failed, once a day, and go on with the sum of what was freed', async () => {
    const files = join(base, 'data', 'files');
    rmSync(files, { recursive: true, force: true });
    writeFileSync(files, '不是文件夹');
    await doWhatIsDue(office.core, nobody, Date.now());
    const { cleaning } = await client.backups.state();
    expect(cleaning).toMatchObject({ files: 0, bytes: 0, held: expect.stringContaining('没有清理成') });
    await doWhatIsDue(office.core, nobody, Date.now());
    const asked = { text: '清理没有用到', userName: null, from: null, to: null, before: null, limit: 9 };
    const { records } = await client.history.list(asked);
    expect(records.map(({ outcome }) => outcome)).toEqual(['failed']);
    rmSync(files);
    await doWhatIsDue(office.core, nobody, Date.now() + DAY);
    expect((await client.backups.state()).cleaning).toMatchObject({ held: null });
  });

  it('are made before a pack is merged, and before many returned cells are', async () => {
    await settings('', 2);
    await client.partnerUnits.add({
      kind: '公安',
      name: '城东派出所',
      dutyPhone: '',
      contact: '',
      contactPhone: '',
      note: '',
      confirmedOn: null,
    });
    expect(await client.collectionReturns.backUpFirst({ cells: 1 })).toEqual({ isMade: false });
    expect((await client.backups.state()).backups).toEqual([]);
    expect(await client.collectionReturns.backUpFirst({ cells: 2 })).toEqual({ isMade: true });
    expect((await client.backups.state()).backups[0]).toMatchObject({ kind: '合并前' });
    await settings('', 1);
    const topics = ['sites', 'tasks', 'ledgers', 'bodies'] as const;
    const asked = { topics: [...topics], organizationUids: [], periodUid: null, withFiles: false };
    const [city] = await client.organizations.tree({ day: null });
    await client.tasks.add({ items: [taskItem({ leadUids: [city!.uid] })] });
    const pack = await done<WrittenFile>(
      await client.exchange.make({ ...asked, password: '数据包的密码一二三' }),
    );
    const bytes = new Uint8Array(readFileSync(join(pack.folder, pack.name)));
    const fileToken = await upload(client, pack.name, bytes);
    await done(await client.exchange.open({ fileToken, password: '数据包的密码一二三' }));
    await vi.waitFor(
      async () =>
        expect((await client.backups.state()).backups.map(({ kind }) => kind)).toEqual(['合并前', '合并前']),
      10_000,
    );
  });

  it('of every kind tell on the page and in the log where they failed, and nothing is cleared away then', async () => {
    const finished = Promise.resolve({ status: 'failed', problem: '磁盘空间不足。' } as JobState);
    const core = { ...office.core, jobs: { ...office.core.jobs, start: () => ({ uid: '', finished }) } };
    const caller = { ...nobody, userName: '李明' };
    const context = { core: core as unknown as ServiceContext['core'], caller };
    await (await backUpBeforeImport(context, 1_000))?.finished;
    expect((await client.backups.state()).problem).toBe('磁盘空间不足。');
    const asked = { text: '导入前备份', userName: null, from: null, to: null, before: null, limit: 9 };
    expect((await client.history.list(asked)).records).toMatchObject([{ outcome: 'failed' }]);
    await expect(backUpBeforeClearing(context)).rejects.toThrow('所以没有清理：磁盘空间不足');
  });

  it('are restored for practice each month, and what fails is kept until it goes well', async () => {
    await make();
    await doWhatIsDue(office.core, nobody, Date.now());
    expect((await client.backups.state()).drill).toBeNull();
    await doWhatIsDue(office.core, nobody, Date.now() + 31 * DAY);
    expect((await client.backups.state()).drill).toMatchObject({ faults: [] });
    const [backup] = (await client.backups.state()).backups;
    const path = join(base, 'data', 'backups', `${backup!.name}.db`);
    writeFileSync(path, '不是数据');
    await done(await client.backups.verify(chosen(backup!)));
    const { drill } = await client.backups.state();
    expect(drill?.faults.join('')).toContain('损坏');
  });

  it('whose practice could not be run to its end say so on the page, and try again the next day', async () => {
    const { name } = await make();
    const failed = { status: 'failed', problem: '磁盘空间不足。' } as JobState;
    const { jobs } = office.core;
    const start: typeof jobs.start = (job, ...rest) =>
      job === 'backups.drill' ? { uid: '', finished: Promise.resolve(failed) } : jobs.start(job, ...rest);
    const core = { ...office.core, jobs: { ...jobs, start } };
    const later = Date.now() + 31 * DAY;
    for (const hours of [0, 0.5, 1, 24]) await doWhatIsDue(core, nobody, later + (hours * DAY) / 24);
    expect((await client.backups.state()).drill).toMatchObject({
      backup: name,
      faults: ['演练没有做成：磁盘空间不足。'],
    });
    const asked = { text: '恢复演练', userName: null, from: null, to: null, before: null, limit: 9 };
    expect((await client.history.list(asked)).records).toHaveLength(2);
    await doWhatIsDue(office.core, nobody, later + 2 * DAY);
    expect((await client.backups.state()).drill).toMatchObject({ faults: [] });
  });

  it('are restored for practice at the second place too, once it is there', async () => {
    const stick = join(base, 'stick');
    mkdirSync(stick);
    await settings(stick);
    await client.backups.setPassword({ password: '备份密码一号2026' });
    const { name } = await make();
    await doWhatIsDue(office.core, nobody, Date.now() + 31 * DAY);
    expect(await client.backups.state()).toMatchObject({
      drill: { backup: name, faults: [] },
      secondDrill: { backup: name, faults: [] },
    });
    writeFileSync(join(stick, '消安办工作台备份', `${name}.files`), '改坏了');
    await doWhatIsDue(office.core, nobody, Date.now() + 70 * DAY);
    const { drill, secondDrill } = await client.backups.state();
    expect(drill?.faults).toEqual([]);
    expect(secondDrill?.faults.join('')).toContain('损坏');
    // Of a former password, which nobody is asked for: it waits for a backup with the present one.
    await client.backups.setPassword({ password: '备份密码二号2026' });
    await doWhatIsDue(office.core, nobody, Date.now() + 110 * DAY);
    expect((await client.backups.state()).secondDrill).toEqual(secondDrill);
  });
});
