import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let wang: Client;
let stranger: Client;
const exportFolder = mkdtempSync(join(tmpdir(), 'office-exports-'));
beforeAll(async () => {
  office = await startTestOffice();
  await office.client.office.update({ name: '临川市消安办', exportFolder });
  const { uid } = await office.client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
  wang = office.window();
  await wang.session.signIn({ userUid: uid });
  stranger = office.window();
});
afterAll(async () => {
  await office.close();
  rmSync(exportFolder, { recursive: true, force: true });
});

/** What a window hears from now on. */
async function listen(client: Client): Promise<CoreEvent[]> {
  const heard: CoreEvent[] = [];
  const events = await client.events.watch();
  void (async () => {
    for await (const event of events) heard.push(event);
  })();
  return heard;
}

describe('a job and its file', () => {
  it('are seen, heard of, cancelled and opened by the user who started it, in every window, and by nobody else', async () => {
    const { users } = await office.client.session.state();
    const second = office.window();
    await second.session.signIn({ userUid: users.find(({ name }) => name === '李明')!.uid });
    const [own, others, nobodys] = [await listen(second), await listen(wang), await listen(stranger)];
    const { jobUid } = await office.client.organizations.exportWorkbook({ day: null });
    await expect(wang.jobs.get({ uid: jobUid })).rejects.toMatchObject({ code: 'notFound' });
    expect(await wang.jobs.cancel({ uid: jobUid })).toEqual({ cancelled: false });
    const { token } = (await finishedJob(second, jobUid)).result as WrittenFile;
    await wang.organizations.exportWorkbook({ day: null }).then((job) => finishedJob(wang, job.jobUid));
    expect(own.filter(({ kind }) => kind === 'job').length).toBeGreaterThan(0);
    expect(JSON.stringify(others)).not.toContain(jobUid);
    expect(nobodys).toEqual([]);
    await expect(wang.files.open({ token })).rejects.toMatchObject({ code: 'notFound' });
    expect(await second.files.open({ token })).toEqual({ opened: false });
  });

  it('leave no temporary folder behind', () => {
    expect(readdirSync(join(office.dataFolder, 'temporary'))).toEqual([]);
  });
});

it('lets nobody read a file that another user brought in', async () => {
  const token = await upload(office.client, '方案.xlsx', Buffer.from('no workbook'));
  await expect(wang.schemes.readWorkbook({ fileToken: token, sheet: null })).rejects.toMatchObject({
    code: 'notFound',
  });
});

it('tells a window where nobody is signed in only what the doors show', async () => {
  const heard = await listen(stranger);
  const [city] = await office.client.organizations.tree({ day: null });
  const county = { level: 'county' as const, parentUid: city!.uid, name: '城东区', shortName: '', marks: [] };
  await office.client.organizations.add({ items: [county], from: null, document: '', afterUid: null });
  await office.client.office.update({ name: '临川市消安委办公室', exportFolder });
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toMatchObject({
    kind: 'changed',
    userName: '',
    label: '',
    changes: [{ table: 'setting' }],
  });
});
