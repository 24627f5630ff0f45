import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { addOrganization } from '#tests/support/builders/organization.ts';
import { upload } from '#tests/support/upload.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let auditor: Client;
const all = { text: '', userName: null, from: null, to: null };
beforeAll(async () => {
  office = await startTestOffice();
  await office.client.office.update({ name: '临川市消安办', exportFolder: join(office.dataFolder, 'out') });
  const { uid } = await office.client.users.add({ name: '王芳', roles: ['auditor'], password: '' });
  auditor = office.window();
  await auditor.session.signIn({ userUid: uid });
});
afterAll(() => office.close());

it('ends in a hash that stands for everything before it', async () => {
  const head = await auditor.history.head();
  const { records } = await auditor.history.list({ ...all, before: null, limit: 1 });
  expect(head.number).toBe(records[0]?.number);
  expect(head.hash).toMatch(/^[0-9a-f]{64}$/u);
});

it('is exported to the auditor, who may export nothing else, and the export is logged with the hash of its file', async () => {
  const { jobUid } = await auditor.history.exportLog(all);
  const { result } = await finishedJob(auditor, jobUid);
  const { name, folder } = result as WrittenFile;
  const path = join(folder, name);
  const texts = await workbookTexts(folder, result);
  expect(texts['操作日志']?.flat()).toContain('新增用户');
  const { records } = await auditor.history.list({ ...all, before: null, limit: 1 });
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(records[0]).toMatchObject({
    label: '导出操作日志',
    summary: expect.stringMatching(new RegExp(`^${name}；3 张表共 \\d+ 行；SHA-256 ${hash}$`, 'u')),
  });
});

it('does not tell the auditor what stands in the rows of the business', async () => {
  const { records } = await office.client.history.list({
    ...all,
    text: '建立办公室',
    before: null,
    limit: 1,
  });
  const rows = await auditor.history.changes({ uid: records[0]!.uid });
  expect(rows.find(({ table }) => table === 'organization')).toMatchObject({ isHidden: true, columns: [] });
  expect(rows.find(({ table }) => table === 'setting')).toMatchObject({ isHidden: false });
  const own = await office.client.history.changes({ uid: records[0]!.uid });
  expect(own.find(({ table }) => table === 'organization')?.isHidden).toBe(false);
});

it('shows and finds for the auditor no words of business, but who did what, and whole what is administration', async () => {
  const { client } = office;
  await addOrganization(client, '临江大酒店');
  await client.history.undo({});
  await client.history.notePrint({ page: '重点单位', filter: '临江大酒店', count: '共 1 条' });
  const linesOf = async (reader: Client, text: string) =>
    (await reader.history.list({ ...all, text, before: null, limit: 200 })).records;
  expect((await linesOf(client, '临江大酒店')).map(({ label }) => label)).toEqual([
    '打印',
    expect.stringMatching(/^撤销：/u),
    expect.any(String),
  ]);
  expect(await linesOf(auditor, '临江大酒店')).toEqual([]);
  const seen = await linesOf(auditor, '');
  expect(JSON.stringify(seen)).not.toContain('临江');
  expect(seen.find(({ label }) => label === '打印')?.summary).toBe('〔业务内容，不显示〕');
  expect((await linesOf(auditor, '王芳')).map(({ summary }) => summary)).toContain('王芳：审计员');
  const texts = async (reader: Client) => {
    const { jobUid } = await reader.history.exportLog(all);
    const { result } = await finishedJob(reader, jobUid);
    return JSON.stringify(await workbookTexts((result as WrittenFile).folder, result));
  };
  expect(await texts(auditor)).not.toContain('临江');
  expect(await texts(client)).toContain('临江');
});

it('leaves the auditor the hash of a file that was exported', async () => {
  const { jobUid } = await office.client.organizations.exportWorkbook({ day: null });
  await finishedJob(office.client, jobUid);
  const { records } = await auditor.history.list({ ...all, text: '导出机构表', before: null, limit: 1 });
  expect(records[0]?.summary).toMatch(/^〔业务内容，不显示〕；SHA-256 [0-9a-f]{64}$/u);
});

it('keeps a line of the undoing that was refused', async () => {
  const { records } = await office.client.history.list({
    ...all,
    text: '修改办公室设置',
    before: null,
    limit: 1,
  });
  await expect(auditor.history.undo({ operationUid: records[0]!.uid })).rejects.toMatchObject({
    code: 'notAllowed',
  });
  const after = await auditor.history.list({ ...all, before: null, limit: 1 });
  expect(after.records[0]).toMatchObject({
    label: '撤销',
    summary: '没有权限',
    outcome: 'refused',
    userName: '王芳',
  });
});

it('says why something was refused, and where it was done', async () => {
  const { client } = office;
  await addOrganization(client, '临川市教育局');
  await expect(addOrganization(client, '临川市教育局')).rejects.toMatchObject({ code: 'duplicate' });
  const newest = async (reader: Client) =>
    (await reader.history.list({ ...all, before: null, limit: 1 })).records[0];
  expect(await newest(client)).toMatchObject({
    outcome: 'refused',
    host: 'browser',
    reason: expect.stringContaining('临川市教育局'),
  });
  expect(await newest(auditor)).toMatchObject({ outcome: 'refused', reason: null });
});

it('keeps a line of an export that failed, with what went wrong', async () => {
  const { client } = office;
  const exportFolder = join(office.dataFolder, 'no-folder');
  writeFileSync(exportFolder, '');
  await client.office.update({ name: '临川市消安办', exportFolder });
  const { jobUid } = await client.organizations.exportWorkbook({ day: null });
  const { status, problem } = await finishedJob(client, jobUid);
  expect(status).toBe('failed');
  const newest = async () => (await client.history.list({ ...all, before: null, limit: 1 })).records[0];
  await expect.poll(newest).toMatchObject({ label: '导出机构表', outcome: 'failed', summary: problem });
  await client.office.update({ name: '临川市消安办', exportFolder: join(office.dataFolder, 'out') });
});

it('is exported with each value before and after, to the auditor without those of business', async () => {
  const { client } = office;
  await client.office.update({ name: '临川市消安委办公室', exportFolder: join(office.dataFolder, 'out') });
  const { uid } = await client.schemes.create({ title: '乡镇考核办法', appliesTo: 'township' });
  await client.schemes.update({ uid, base: { bonusCap: null }, set: { bonusCap: 3_000 } });
  const changesFor = async (reader: Client) => {
    const { jobUid } = await reader.history.exportLog(all);
    const { result } = await finishedJob(reader, jobUid);
    const texts = await workbookTexts((result as WrittenFile).folder, result);
    return (texts['改前改后'] ?? []).map((row) => row.join(' '));
  };
  const own = await changesFor(client);
  expect(own).toContainEqual(expect.stringMatching(/修改 设置 .* 临川市消安办 临川市消安委办公室/u));
  expect(own).toContainEqual(expect.stringMatching(/新增 .*名称：临川市教育局/u));
  // What is kept in a form of its own has no words here, but is not left out.
  expect(own).toContainEqual(expect.stringMatching(/修改 .*乡镇考核办法 其他内容.*有改动/u));
  const seen = await changesFor(auditor);
  expect(seen.join('\n')).not.toContain('教育局');
  expect(seen).toContainEqual(expect.stringContaining('行改动不显示内容'));
  expect(seen).toContainEqual(expect.stringContaining('临川市消安委办公室'));
});

it('has the table of rights beside it, made from the contract itself', async () => {
  const { jobUid } = await office.client.users.exportRights();
  const { result } = await finishedJob(office.client, jobUid);
  const { folder } = result as WrittenFile;
  const texts = await workbookTexts(folder, result);
  expect(texts['权限表']?.flat()).toContain('授予身份');
  expect(texts['逐项操作']?.flat()).toContain('修改密码和锁定规则');
});

it('has a line of what was given to the print dialog, and of an attachment that was opened', async () => {
  const { client } = office;
  await client.history.notePrint({ page: '重点单位', filter: '城东区', count: '共 32 条' });
  const bytes = Buffer.from('现场照片说明');
  const fileToken = await upload(client, '说明.txt', bytes);
  const subject = { kind: 'keySite', uid: crypto.randomUUID() };
  const { uid } = await client.attachments.add({ subject, fileToken });
  await client.attachments.take({ uid });
  const { records } = await client.history.list({ ...all, before: null, limit: 4 });
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(records.map(({ label, summary, userName }) => [label, summary, userName])).toEqual(
    expect.arrayContaining([
      ['打印', '重点单位；条件：城东区；共 32 条', '李明'],
      ['打开附件', `说明.txt，SHA-256 ${hash}`, '李明'],
    ]),
  );
});
