import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperDay } from '#shared/calendar/days.ts';
import { readyDraft, sign, today } from '#tests/support/builders/draft-paper.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { formFields } from '#tests/support/form-fields.ts';

const office = '临川市消防安全委员会办公室';
const day = paperDay(today);

let running: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  running = await startTestOffice();
  ({ client } = running);
});
afterAll(() => running.close());

async function fieldsOf(uid: string) {
  return formFields(await client.papers.draftForm({ uid }));
}

/** Checked by 王芳, signed by 张主任. */
async function signedPaper() {
  const uid = await readyDraft(client);
  await client.papers.submit({ uid, to: 'review', holderUid: null, opinion: '' });
  await client.papers.approve({ uid, holderUid: null, person: '王芳', opinion: '文字已核' });
  const { number } = await client.papers.sign({
    uid,
    day: today,
    person: '张主任',
    opinion: '同意印发',
    expected: null,
  });
  return { uid, number };
}

describe('发文稿纸', () => {
  it('stands under the office’s name and leaves empty what is still to be written by hand', async () => {
    const form = await client.papers.draftForm({ uid: await readyDraft(client) });
    expect(form).toMatchObject({ layout: 'form', head: { issuers: [office] }, title: '发文稿纸' });
    expect(formFields(form)).toMatchObject({
      签发: '',
      会签: '',
      核稿: '',
      拟稿: `${office}\n李明　${day}`,
      文种: '通知',
      发文字号: '',
      份数: '',
      标题: '关于开展冬春火灾防控工作的通知',
      主送: '各成员单位',
      印发日期: '',
    });
  });

  it('holds what the way of the paper has brought: opinions, persons, days, number, copies and scope', async () => {
    const uid = await readyDraft(client);
    const { content } = await client.papers.get({ uid });
    await client.papers.save({
      uid,
      base: { copies: 0, scope: '', head: content!.head, attachments: [] },
      set: {
        copies: 30,
        scope: '各成员单位，存档 2 份',
        head: { ...content!.head, urgency: '加急' },
        attachments: [
          { title: '任务分解表', body: [] },
          { title: '联系人名单', body: [] },
        ],
      },
    });
    await client.papers.addCosigners({ uid, units: ['市住建局', '市教育局'], sentOn: today });
    const [first] = (await client.papers.get({ uid })).cosigners;
    const answered = { answeredOn: today, person: '赵强', opinion: '第二条请加上工地' };
    await client.papers.answerCosigner({ uid: first!.uid, answer: 'changes', ...answered });
    expect(await fieldsOf(uid)).toMatchObject({
      会签: `市住建局：有修改意见，第二条请加上工地\n赵强　${day}\n市教育局：`,
      缓急: '加急',
      份数: '30',
      印发范围: '各成员单位，存档 2 份',
      附件: '1. 任务分解表\n2. 联系人名单',
    });
  });

  it('has a row for each co-signing unit where they are too many for their box', async () => {
    const uid = await readyDraft(client);
    const units = ['市教育局', '市民政局', '市住建局', '市商务局', '市文旅局'];
    await client.papers.addCosigners({ uid, units, sentOn: today });
    const [first] = (await client.papers.get({ uid })).cosigners;
    const answered = { answeredOn: today, person: '赵强', opinion: '' };
    await client.papers.answerCosigner({ uid: first!.uid, answer: 'agreed', ...answered });
    const form = await client.papers.draftForm({ uid });
    expect(formFields(form)['会签']).toContain('共 5 个单位');
    const [table] = form.body;
    const rows = table?.kind === 'table' ? table.rows.map((row) => row.map(({ text }) => text)) : [];
    expect(rows.slice(-5)).toEqual([
      ['市教育局', '同意', `赵强\n${day}`],
      ...units.slice(1).map((unit) => [unit, '', '']),
    ]);
  });

  it('names who checked and who signed, with number and day', async () => {
    const { uid, number } = await signedPaper();
    await client.papers.issue({ uid, day: today });
    expect(await fieldsOf(uid)).toMatchObject({
      核稿: `文字已核\n王芳　${day}`,
      签发: `同意印发\n张主任　${day}`,
      发文字号: number,
      成文日期: day,
      印发日期: day,
    });
  });

  it('no longer names a step before which the paper was returned', async () => {
    const { uid } = await signedPaper();
    await client.papers.return({ uid, to: 'signing', reason: '日期有误' });
    expect(await fieldsOf(uid)).toMatchObject({ 签发: '', 核稿: `文字已核\n王芳　${day}` });
    await client.papers.return({ uid, to: 'draft', reason: '重写第二条' });
    expect(await fieldsOf(uid)).toMatchObject({ 签发: '', 核稿: '' });
  });

  it('says that a number is spoiled', async () => {
    const uid = await readyDraft(client);
    await client.papers.submit({ uid, to: 'signing', holderUid: null, opinion: '' });
    const { number } = await sign(client, uid);
    await client.papers.void({ uid, reason: '内容重复' });
    expect((await fieldsOf(uid))['发文字号']).toBe(`${number}（已作废）`);
  });

  it('is written as a file that Word and WPS can edit', async () => {
    const { jobUid } = await client.papers.writeDraftForm({ uid: await readyDraft(client), format: 'docx' });
    const job = await finishedJob(client, jobUid);
    expect(job).toMatchObject({ status: 'done', problem: null });
    expect(JSON.stringify(job.result)).toContain('发文稿纸 关于开展冬春火灾防控工作的通知');
  });
});
