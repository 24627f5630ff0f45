import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import type { OpenedText } from '#shared/contract/tasks.ts';
import { docxBytes } from '#tests/support/builders/docx.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';

const today = localDay(Date.now());

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

async function register(title: string): Promise<string> {
  const { uid } = await client.receivedPapers.register({
    sender: '省消防安全委员会办公室',
    theirNumber: '省消安办〔2026〕18号',
    title,
    receivedOn: today,
    dueOn: null,
    urgency: '',
    secrecy: '',
    copies: 1,
    note: '',
  });
  return uid;
}

async function attach(uid: string): Promise<string> {
  const fileToken = await upload(client, '正文.docx', docxBytes());
  const subject = { kind: 'receivedPaper', uid };
  return (await client.attachments.add({ subject, fileToken })).uid;
}

describe('a file that came with a received paper', () => {
  it('is opened as text, with the paper proposed as the source', async () => {
    const uid = await register('关于开展冬春火灾防控工作的通知');
    const { jobUid } = await client.receivedPapers.openText({ uid, attachmentUid: await attach(uid) });
    expect((await finishedJob(client, jobUid)).result).toEqual({
      fileName: '正文.docx',
      text: '各成员单位：',
      sourceText: '省消防安全委员会办公室《关于开展冬春火灾防控工作的通知》（省消安办〔2026〕18号）',
      warnings: [],
    } satisfies OpenedText);
  });

  it('of another paper is not taken for its own', async () => {
    const [one, other] = [await register('甲通知'), await register('乙通知')];
    const attachmentUid = await attach(other);
    await expect(client.receivedPapers.openText({ uid: one, attachmentUid })).rejects.toThrow(
      '这份收文的附件已不存在',
    );
  });
});

describe('tasks marked in the text of a received paper', () => {
  it('are listed by the paper and name it, and are taken back in one step', async () => {
    const uid = await register('关于加强校园消防安全的通知');
    const item = {
      kind: 'other' as const,
      content: '',
      assignedOn: today,
      startOn: null,
      dueOn: null,
      feedbackCycle: { kind: 'none' as const },
      sourceText: '省消安办来文',
      leadUids: [],
      supportingUids: [],
      each: false,
      keep: false,
    };
    const items = ['校园检查', '消防宣传'].map((title) => ({ ...item, title }));
    const { uids } = await client.receivedPapers.addMarkedTasks({ uid, items });
    const listed = await client.receivedPapers.tasks({ uid });
    expect(listed.map((task) => task.uid)).toEqual(uids);
    expect(listed[0]).toMatchObject({
      title: '校园检查',
      source: { kind: 'receivedPaper', uid, text: '省消安办来文' },
    });
    await client.history.undo({});
    expect(await client.receivedPapers.tasks({ uid })).toEqual([]);
  });
});
