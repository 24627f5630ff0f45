import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import { paperForSigning, readyDraft, sign, today } from '#tests/support/builders/draft-paper.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

describe('number series', () => {
  it('show the next number and which kinds use them', async () => {
    const series = await client.papers.series();
    expect(series.find(({ name }) => name === '消安办函')).toMatchObject({
      next: `临消安办函〔${today.slice(0, 4)}〕1号`,
      kinds: ['函', '督办函', '提示函'],
      taken: 0,
    });
  });

  it('are refused with a format that makes no numbers, or those of another series', async () => {
    const series = { name: '另一个', restart: 'yearly' as const };
    const without = client.papers.addSeries({ ...series, format: '消安办〔{年}〕号' });
    await expect(without).rejects.toMatchObject({ code: 'refused' });
    const twin = client.papers.addSeries({ ...series, format: '{地}消安办〔{年}〕{号}号' });
    await expect(twin).rejects.toMatchObject({ message: expect.stringContaining('消安办文件') });
  });

  it('keep what was printed when their format changes, and count on', async () => {
    const uid = await paperForSigning(client);
    const { number } = await sign(client, uid);
    const own = (await client.papers.series()).find(({ name }) => name === '消安办文件')!;
    const { format, restart } = own;
    await client.papers.updateSeries({
      uid: own.uid,
      base: { format },
      set: { format: '临消办发〔{年}〕{号}号' },
    });
    expect((await client.papers.get({ uid })).number).toBe(number);
    const next = await sign(client, await paperForSigning(client));
    expect(next.number).toBe(`临消办发〔${today.slice(0, 4)}〕2号`);
    const set = { restart: 'never' as const, format: '第{号}号' };
    const change = client.papers.updateSeries({
      uid: own.uid,
      base: { restart, format: '临消办发〔{年}〕{号}号' },
      set,
    });
    await expect(change).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the office’s own words', () => {
  it('stand in new papers, and leave those that are there as they are', async () => {
    const before = await readyDraft(client);
    const { stored } = await client.papers.settings();
    await client.papers.updateSettings({
      ...stored,
      officeMark: '临川市消安办',
      contactPhone: '0000-1234567',
    });
    const after = await client.papers.create({ kind: 'notice', templateKey: 'notice', subject: null });
    expect((await client.papers.get(after)).content?.head.issuers).toEqual(['临川市消安办']);
    expect(JSON.stringify((await client.papers.get(after)).content)).toContain('0000-1234567');
    expect((await client.papers.get({ uid: before })).content?.head.issuers).toEqual([
      '临川市消防安全委员会办公室',
    ]);
  });
});

describe('templates', () => {
  it('are versions: a new one changes neither papers nor the version before', async () => {
    const { uid } = await client.papers.create({ kind: 'letter', templateKey: 'letter', subject: null });
    const before = (await client.papers.get({ uid })).content;
    const shipped = await client.papers.template({ key: 'letter', version: null });
    const { key, kind, name, source, content } = shipped;
    const edited = { ...content, title: '关于商请{事项}的函' };
    const saved = { key, kind, name, source, active: true, content: edited };
    expect(await client.papers.saveTemplate({ ...saved, baseVersion: 0 })).toMatchObject({ version: 1 });
    await expect(client.papers.saveTemplate({ ...saved, baseVersion: 0 })).rejects.toMatchObject({
      code: 'refused',
    });
    expect((await client.papers.get({ uid })).content).toEqual(before);
    const next = await client.papers.create({ kind: 'letter', templateKey: 'letter', subject: null });
    expect(await client.papers.get(next)).toMatchObject({
      title: '关于商请{事项}的函',
      templateVersion: 1,
    });
    expect((await client.papers.template({ key, version: 0 })).content.title).toBe(content.title);
  });

  it('make places of what is typed in braces', async () => {
    const { content } = await client.papers.template({ key: 'notice', version: null });
    const body = [
      { kind: 'paragraph' as const, place: 'indented' as const, runs: [{ text: '请于{期限}前办理。' }] },
    ];
    const saved = await client.papers.saveTemplate({
      key: null,
      baseVersion: 0,
      kind: 'notice',
      name: '催办通知',
      source: '',
      active: true,
      content: { ...content, body },
    });
    const own = await client.papers.template({ key: saved.key, version: null });
    expect(own.content.body[0]).toMatchObject({
      runs: [{ text: '请于' }, { text: '', field: '期限' }, { text: '前办理。' }],
    });
  });
});

describe('the register as a workbook', () => {
  it('is written with spoiled numbers in it', async () => {
    const uid = await paperForSigning(client, 'notice', '登记簿里的通知');
    await sign(client, uid);
    await client.papers.void({ uid, reason: '写错了' });
    const { jobUid } = await client.papers.exportRegister({ kind: null, year: null, text: '登记簿' });
    const job = await finishedJob(client, jobUid);
    expect(job).toMatchObject({ status: 'done', problem: null });
    expect((job.result as WrittenFile).name).toContain('发文登记簿');
  });
});
