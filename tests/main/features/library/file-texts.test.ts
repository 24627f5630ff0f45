import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passagesOf } from '#main/features/library/file-texts.ts';
import { keepTexts, readUntried } from '#main/features/library/keep-texts.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { pdfOf } from '#tests/support/builders/pdf.ts';
import { upload } from '#tests/support/upload.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let uid: string;

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  ({ uid } = await client.library.add({
    title: '消防规划',
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
  }));
});
afterAll(() => office.close());

const attach = async (name: string, bytes: Buffer) =>
  client.attachments.add({
    subject: { kind: 'libraryEntry', uid },
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
    const caller = {
      userUid: null,
      userName: '程序',
      roles: null,
      windowUid: 'core',
      host: 'browser',
    } as const;
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
    expect(await office.core.read('library.untriedFiles', null, caller)).toEqual([]);
    await client.history.undo({});
    expect(await hits('夜间值守')).toEqual([]);
    await client.history.redo({});
    expect(await hits('夜间值守')).toEqual([{ clauseUid: null, number: '办法.txt' }]);
  });

  it('are waited for without counting as a page that listens', () => {
    keepTexts(office.core, 'browser');
    expect(office.core.publisher.size).toBe(0);
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
