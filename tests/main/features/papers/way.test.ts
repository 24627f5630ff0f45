import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { paperForSigning, readyDraft, sign, today } from '#tests/support/builders/draft-paper.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

describe('the way of a paper', () => {
  it('goes from draft over review and signing to issue, each step with who, when and opinion', async () => {
    const uid = await readyDraft(client);
    await client.papers.submit({ uid, to: 'review', holderUid: null, opinion: '请审' });
    await client.papers.approve({ uid, holderUid: null, person: '张主任', opinion: '同意' });
    const { number } = await sign(client, uid);
    expect(number).toBe(`临消安办〔${today.slice(0, 4)}〕1号`);
    const { fingerprint } = await client.papers.issue({ uid, day: today });
    const paper = await client.papers.get({ uid });
    expect(paper).toMatchObject({ status: 'issued', number, issuedOn: today, fingerprint, signedBy: '李明' });
    expect(paper.content?.head.number).toBe(number);
    expect(paper.content?.signature?.day).toBe(today);
    expect(paper.content?.endMatter?.printedOn).toBe(today);
    expect(
      paper.steps.map(({ kind, userName, person, opinion }) => [kind, userName, person, opinion]),
    ).toEqual([
      ['create', '李明', '', ''],
      ['submit', '李明', '', '请审'],
      ['approve', '李明', '张主任', '同意'],
      ['sign', '李明', '', ''],
      ['issue', '李明', '', ''],
    ]);
  });

  it('refuses a step that is not next', async () => {
    const uid = await readyDraft(client);
    await expect(sign(client, uid)).rejects.toMatchObject({ code: 'refused' });
    await expect(client.papers.issue({ uid, day: today })).rejects.toMatchObject({ code: 'refused' });
    const approve = client.papers.approve({ uid, holderUid: null, person: '', opinion: '' });
    await expect(approve).rejects.toMatchObject({ code: 'refused' });
  });

  it('refuses signing while a field is empty and says which', async () => {
    const { uid } = await client.papers.create({
      kind: 'supervisionLetter',
      templateKey: 'supervisionLetter',
      subject: null,
    });
    expect((await client.papers.get({ uid })).problems.join()).toContain('反馈期限');
    await client.papers.submit({ uid, to: 'signing', holderUid: null, opinion: '' });
    await expect(sign(client, uid)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('督办事项'),
    });
    expect((await client.papers.get({ uid })).number).toBe('');
  });

  it('keeps number and place when it is returned after signing, and can be changed then', async () => {
    const uid = await paperForSigning(client);
    const { number } = await sign(client, uid);
    const set = { title: '关于别的事情的通知' };
    await expect(client.papers.save({ uid, base: {}, set })).rejects.toMatchObject({ code: 'frozen' });
    await client.papers.return({ uid, to: 'draft', reason: '标题有误' });
    const { title } = (await client.papers.get({ uid })).content!;
    await client.papers.save({ uid, base: { title }, set });
    await client.papers.submit({ uid, to: 'signing', holderUid: null, opinion: '' });
    expect((await sign(client, uid)).number).toBe(number);
  });

  it('waits for co-signing units and tells which have not answered', async () => {
    const uid = await readyDraft(client);
    await client.papers.addCosigners({ uid, units: ['市公安局', '市应急局'], sentOn: today });
    const twice = client.papers.addCosigners({ uid, units: ['市公安局'], sentOn: today });
    await expect(twice).rejects.toMatchObject({ code: 'duplicate' });
    await client.papers.submit({ uid, to: 'signing', holderUid: null, opinion: '' });
    const [police, safety] = (await client.papers.get({ uid })).cosigners;
    const answer = { answer: 'agreed' as const, answeredOn: today, person: '王局长', opinion: '同意' };
    await client.papers.answerCosigner({ uid: police!.uid, ...answer });
    await expect(sign(client, uid)).rejects.toMatchObject({ message: expect.stringContaining('市应急局') });
    const early = { ...answer, answeredOn: addDays(today, -1) };
    await expect(client.papers.answerCosigner({ uid: safety!.uid, ...early })).rejects.toMatchObject({
      code: 'refused',
    });
    await client.papers.removeCosigner({ uid: safety!.uid });
    expect((await sign(client, uid)).number).not.toBe('');
  });

  it('waits for the person it was handed to, and shows it there only', async () => {
    await client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
    const { users } = await client.session.state();
    const wang = users.find(({ name }) => name === '王芳')!;
    const uid = await readyDraft(client);
    await client.papers.submit({ uid, to: 'review', holderUid: wang.uid, opinion: '' });
    const mine = { view: 'mine' as const, kind: null, year: null, text: '', after: null, limit: 100 };
    expect((await client.papers.list(mine)).rows.map((row) => row.uid)).not.toContain(uid);
    const other = office.window();
    await other.session.signIn({ userUid: wang.uid });
    expect((await other.papers.list(mine)).rows.map((row) => row.uid)).toEqual(expect.arrayContaining([uid]));
  });
});

describe('an issued paper', () => {
  it('stays as it was printed: neither saving, undo nor removal reach it', async () => {
    const uid = await paperForSigning(client);
    await sign(client, uid);
    await client.papers.issue({ uid, day: today });
    const before = (await client.papers.get({ uid })).content;
    const save = client.papers.save({ uid, base: { title: before!.title }, set: { title: '改了' } });
    await expect(save).rejects.toMatchObject({ code: 'frozen' });
    await expect(client.papers.remove({ uid })).rejects.toMatchObject({ code: 'frozen' });
    await expect(client.history.undo({})).rejects.toMatchObject({ code: 'undoImpossible' });
    expect((await client.papers.get({ uid })).content).toEqual(before);
  });

  it('is not issued before its own day', async () => {
    const uid = await paperForSigning(client);
    await sign(client, uid);
    const issue = client.papers.issue({ uid, day: addDays(today, -1) });
    await expect(issue).rejects.toMatchObject({ code: 'refused' });
  });

  it('is 作废 with a reason, keeps its text, and can be written anew', async () => {
    const uid = await paperForSigning(client);
    const { number } = await sign(client, uid);
    await client.papers.issue({ uid, day: today });
    await client.papers.void({ uid, reason: '内容有误' });
    const paper = await client.papers.get({ uid });
    expect(paper).toMatchObject({ status: 'void', number, voidReason: '内容有误' });
    expect(paper.content?.head.number).toBe(number);
    const copy = await client.papers.copy({ uid });
    const fresh = await client.papers.get(copy);
    expect(fresh).toMatchObject({ status: 'draft', number: '', title: paper.title });
    expect(fresh.content?.head.number).toBe('');
  });
});

describe('two clerks on one draft', () => {
  it('change different parts without harm, and the same part only knowingly', async () => {
    const uid = await readyDraft(client);
    const { content } = await client.papers.get({ uid });
    const base = { title: content!.title, addressee: content!.addressee };
    await client.papers.save({ uid, base, set: { title: '甲的标题' } });
    await client.papers.save({ uid, base, set: { addressee: '各县(市、区)' } });
    const conflict = client.papers.save({ uid, base, set: { title: '乙的标题' } });
    await expect(conflict).rejects.toMatchObject({
      code: 'conflict',
      data: { fields: [{ field: 'title', theirs: '甲的标题', mine: '乙的标题' }] },
    });
  });
});
