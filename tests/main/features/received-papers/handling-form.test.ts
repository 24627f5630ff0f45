import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay, paperDay } from '#shared/calendar/days.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { formFields } from '#tests/support/form-fields.ts';

const today = localDay(Date.now());
const day = paperDay(today);

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let uid: string;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
  ({ uid } = await client.receivedPapers.register({
    sender: '省消防安全委员会办公室',
    theirNumber: '省消安办〔2026〕18号',
    title: '关于加强电动自行车消防安全管理的通知',
    receivedOn: today,
    dueOn: today,
    urgency: '加急',
    secrecy: '',
    copies: 2,
    note: '',
  }));
});
afterAll(() => office.close());

describe('收文处理单', () => {
  it('says what came in, and leaves room for what nobody has written yet', async () => {
    const form = await client.receivedPapers.handlingForm({ uid });
    expect(form.head.issuers).toEqual(['临川市消防安全委员会办公室']);
    expect(form.title).toBe('收文处理单');
    expect(formFields(form)).toMatchObject({
      来文单位: '省消防安全委员会办公室',
      来文字号: '省消安办〔2026〕18号',
      收文编号: `${today.slice(0, 4)}-1`,
      收文日期: day,
      办理期限: day,
      缓急: '加急',
      份数: '2',
      标题: '关于加强电动自行车消防安全管理的通知',
      拟办意见: '',
      领导批示: '',
      办理结果: '',
      登记人: '李明',
    });
  });

  it('holds each opinion with person and day, every reader, and the result', async () => {
    const { addEntries, correctEntry, finish } = client.receivedPapers;
    const entry = { uid, day: today };
    await addEntries({ ...entry, kind: 'proposal', persons: ['李明'], text: '拟请张主任阅示' });
    await addEntries({ ...entry, kind: 'instruction', persons: ['张主任'], text: '请综合组落实' });
    await addEntries({ ...entry, kind: 'instruction', persons: ['王副市长'], text: '同意' });
    const { uids } = await addEntries({ ...entry, kind: 'circulation', persons: ['王芳', '赵强'], text: '' });
    await correctEntry({ uid: uids[0]!, base: { readOn: null }, set: { readOn: today } });
    await finish({ uid, day: today, result: '已转发各县(市、区)' });
    const form = await client.receivedPapers.handlingForm({ uid });
    expect(formFields(form)).toMatchObject({
      拟办意见: `拟请张主任阅示\n李明　${day}`,
      领导批示: `请综合组落实\n张主任　${day}\n同意\n王副市长　${day}`,
      办理结果: `已转发各县(市、区)\n${day}`,
      办结日期: day,
    });
    const [table] = form.body;
    const lines = table?.kind === 'table' ? table.rows.map((row) => row.map(({ text }) => text)) : [];
    expect(lines).toContainEqual(['1', '王芳', day, day, '']);
    expect(lines).toContainEqual(['2', '赵强', day, '', '']);
  });

  it('is written as a file that Word and WPS can edit', async () => {
    const { jobUid } = await client.receivedPapers.writeHandlingForm({ uid, format: 'docx' });
    expect(await finishedJob(client, jobUid)).toMatchObject({ status: 'done', problem: null });
  });
});
