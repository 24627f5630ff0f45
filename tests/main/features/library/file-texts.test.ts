import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JobState } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import { nothingWritten } from '#shared/rules/history/tally.ts';
import { TextDocumentError } from '#main/core/documents/read/text-document-error.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { passagesOf, readFileTexts } from '#main/features/library/file-texts.ts';
import { keepTexts, readUntried } from '#main/features/library/keep-texts.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { pdfOf } from '#tests/support/builders/pdf.ts';
import { upload } from '#tests/support/upload.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let uid: string;
const entry = {
  number: '',
  issuer: '',
  level: 'own',
  issuedOn: null,
  inForceFrom: null,
  inForceTo: null,
  validity: 'valid',
  replacedByUid: null,
  subjects: '',
  abstract: '',
} as const;

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  ({ uid } = await client.library.add({ ...entry, title: '消防规划' }));
});
afterAll(() => office.close());

const caller = { userUid: null, userName: '程序', roles: null, windowUid: 'core', host: 'browser' } as const;
const untried = () => office.core.read('library.untriedFiles', { after: 0 }, caller);
const attach = async (name: string, bytes: Buffer, to = uid) =>
  client.attachments.add({
    subject: { kind: 'libraryEntry', uid: to },
    fileToken: await upload(client, name, bytes),
  });
const hits = async (text: string) => {
  const { rows } = await client.library.list({ text, level: null, view: 'all', after: null, limit: 50 });
  return rows.flatMap((row) => row.hits.map(({ clauseUid, number }) => ({ clauseUid, number })));
};
const read = async () => finishedJob(client, (await client.library.readFiles({ uid })).jobUid);

describe('words of attached files', () => {
  it('are found once they were read, stand among no clauses, and go and come back with the file', async () => {
    const attached = await attach('规划.pdf', pdfOf(['本市增建市政消火栓六百个。']));
    expect(await hits('增建')).toEqual([]);
    expect((await client.library.get({ uid })).files).toMatchObject([
      { uid: attached.uid, isRead: false, problem: null },
    ]);
    expect((await read()).status).toBe('done');
    const inFile = [{ clauseUid: null, number: '规划.pdf' }];
    expect(await hits('增建')).toEqual(inFile);
    expect(await client.library.get({ uid })).toMatchObject({
      clauses: [],
      files: [{ uid: attached.uid, isRead: true, problem: null }],
    });
    await client.attachments.remove({ uid: attached.uid });
    expect(await hits('增建')).toEqual([]);
    await client.history.undo({});
    expect(await hits('增建')).toEqual(inFile);
  });

  it('stay away without hindering others where a file cannot be read', async () => {
    await attach('扫描.pdf', pdfOf([]));
    await attach('说明.txt', Buffer.from('水源分布说明'));
    const { status, problem } = await read();
    expect([status, problem]).toEqual(['failed', expect.stringContaining('“扫描.pdf”没有读入')]);
    expect(await hits('水源分布')).toEqual([{ clauseUid: null, number: '说明.txt' }]);
  });

  it('are read by themselves, each file once, and hinder no undo of how it was attached', async () => {
    const { files } = await client.library.get({ uid });
    for (const { uid: file } of files) await client.attachments.remove({ uid: file });
    const scanned = await attach('扫描二.pdf', pdfOf([]));
    const written = await attach('办法.txt', Buffer.from('夜间值守办法'));
    await readUntried(office.core, caller);
    expect(await hits('夜间值守')).toEqual([{ clauseUid: null, number: '办法.txt' }]);
    expect((await client.library.get({ uid })).files).toMatchObject([
      { uid: scanned.uid, isRead: false, problem: expect.stringContaining('没有读得出的文字') },
      { uid: written.uid, isRead: true, problem: null },
    ]);
    expect(await untried()).toEqual([]);
    await client.history.undo({});
    expect(await hits('夜间值守')).toEqual([]);
    await client.history.redo({});
    expect(await hits('夜间值守')).toEqual([{ clauseUid: null, number: '办法.txt' }]);
  });

  it('of a removed entry are left alone', async () => {
    const removed = await client.library.add({ ...entry, title: '旧办法' });
    await attach('旧办法.txt', Buffer.from('旧的办法'), removed.uid);
    expect(await untried()).toHaveLength(1);
    await client.library.remove({ uid: removed.uid });
    expect(await untried()).toEqual([]);
  });

  it('are called lost where the bytes are gone, and others are read all the same', async () => {
    const bytes = Buffer.from('丢失的办法');
    const lost = await attach('丢失.txt', bytes);
    const there = await attach('还在.txt', Buffer.from('还在的办法'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    rmSync(join(office.dataFolder, 'files', sha256.slice(0, 2), sha256));
    await readUntried(office.core, caller);
    expect((await client.library.get({ uid })).files).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ uid: lost.uid, problem: expect.stringContaining('数据文件夹里找不到') }),
        expect.objectContaining({ uid: there.uid, isRead: true }),
      ]),
    );
    await client.attachments.remove({ uid: lost.uid });
  });

  it('are not called lost where they could only not be asked for', async () => {
    const { uid: file } = await attach('稍后.txt', Buffer.from('稍后再读'));
    const closing: typeof office.core.read = (path, ...asked) =>
      path === 'attachments.content'
        ? Promise.reject(new AppError('storeUnavailable'))
        : office.core.read(path, ...asked);
    await readUntried({ ...office.core, read: closing }, caller);
    expect(await untried()).toMatchObject([{ attachmentUid: file }]);
    await client.attachments.remove({ uid: file });
  });

  it('are left to the next start where reading broke off for now, and no reason is kept', async () => {
    const { uid: file } = await attach('很大.txt', Buffer.from('很大的文件'));
    const start = vi.fn<typeof office.core.jobs.start>((_name, _label, _input, after) => {
      const unread = [{ attachmentUid: file, reason: '时间太长', mayDoAgain: true }];
      const finished = after?.({ files: [], unread }, nothingWritten).then(() => ({ status: 'done' }));
      return { uid: '', finished: finished as Promise<JobState> };
    });
    const core = { ...office.core, jobs: { ...office.core.jobs, start } };
    const tried = new Set<string>();
    await readUntried(core, caller, tried);
    await readUntried(core, caller, tried);
    expect(start).toHaveBeenCalledOnce();
    expect(await untried()).toMatchObject([{ attachmentUid: file }]);
  });

  it.each([
    ['too-slow', true],
    ['damaged', false],
  ] as const)('may be read another time where that was %s: %s', async (code, mayDoAgain) => {
    const readTextDocument = () => Promise.reject(new TextDocumentError(code, '没有读出'));
    const job = { throwIfCancelled: () => undefined, progress: () => undefined, readTextDocument };
    const file = { attachmentUid: uid, path: '', name: '办法.docx' };
    const { unread } = await readFileTexts([file], job as unknown as JobContext);
    expect(unread).toMatchObject([{ attachmentUid: uid, mayDoAgain }]);
  });

  it('are read soon after the file was attached, without anybody asking and without counting as a page that listens', async () => {
    keepTexts(office.core, 'browser');
    expect(office.core.publisher.size).toBe(0);
    const { uid: attached } = await attach('须知.txt', Buffer.from('充电桩巡查须知'));
    const isRead = async () =>
      (await client.library.get({ uid })).files.find((file) => file.uid === attached)?.isRead;
    await expect.poll(isRead, { timeout: 20_000, interval: 300 }).toBe(true);
    expect(await hits('充电桩')).toEqual([{ clauseUid: null, number: '须知.txt' }]);
  });

  it('are parted without losing any', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2_500 }), { maxLength: 6 }), (lines) => {
        const text = lines.join('\n');
        const passages = passagesOf(text);
        expect(passages.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(2_000);
      }),
    );
  });
});
