import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/calendar/days.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { sign } from '#tests/support/builders/draft-paper.ts';
import { upload } from '#tests/support/upload.ts';
import { begin, CODE, firstPage, longAgo, publish, today } from './support.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

const decisionOf = async (enterpriseUid: string) =>
  (await client.credit.get({ uid: enterpriseUid })).decisions[0]!;

describe('a discredit decision', () => {
  it('goes from the notice over delivery, objection and answer to publicity', async () => {
    const { uid, enterpriseUid } = await begin(client, '临川商厦');
    const decide = (day: string, months = 36) => client.credit.decide({ uid, day, months, number: '' });
    await expect(decide(longAgo)).rejects.toThrow('还没有事先告知');
    await client.credit.giveNotice({ uid, day: longAgo, number: '临消安办〔2025〕3号' });
    await expect(decide(longAgo)).rejects.toThrow('还没有送达');
    await client.credit.deliver({ uid, day: longAgo, way: '直接送达' });
    const { objectionDueOn } = await decisionOf(enterpriseUid);
    await expect(decide(objectionDueOn!)).rejects.toThrow(`陈述申辩期到 ${objectionDueOn} 为止`);
    await client.credit.object({ uid, day: addDays(longAgo, 1), text: '已在整改' });
    const decisionDay = addDays(objectionDueOn!, 1);
    await expect(decide(decisionDay)).rejects.toThrow('还没有答复');
    await client.credit.answer({ uid, day: addDays(longAgo, 2), text: '整改没有完成，不予采纳' });
    await expect(decide(decisionDay, 37)).rejects.toThrow('最长 36 个月');
    await expect(decide(decisionDay, 11)).rejects.toThrow('最短 12 个月');
    await decide(decisionDay);
    expect(await decisionOf(enterpriseUid)).toMatchObject({
      stage: 'published',
      decidedOn: decisionDay,
      publishedUntil: addMonths(decisionDay, 36),
    });
    expect(await client.credit.get({ uid: enterpriseUid })).toMatchObject({
      state: 'published',
      rating: { level: 'serious' },
      measures: [{ text: '列为重点监管对象，每年至少全面检查一次' }, {}, {}],
    });
    await expect(client.credit.drop({ uid, day: today, reason: '录错' })).rejects.toThrow('已经作出决定');
    await client.history.undo({});
    expect((await decisionOf(enterpriseUid)).stage).toBe('ready');
  });

  it('keeps an objection and its answer when a second one comes, each with its day', async () => {
    const { uid, enterpriseUid } = await begin(client, '临川浴场');
    await client.credit.giveNotice({ uid, day: longAgo, number: '' });
    await client.credit.deliver({ uid, day: longAgo, way: '直接送达' });
    const [first, second] = [addDays(longAgo, 1), addDays(longAgo, 2)];
    await client.credit.object({ uid, day: first, text: '已在整改' });
    await client.credit.answer({ uid, day: first, text: '不予采纳' });
    await client.credit.object({ uid, day: second, text: '补充材料' });
    expect(await decisionOf(enterpriseUid)).toMatchObject({ stage: 'objected', answeredOn: null });
    await client.credit.answer({ uid, day: second, text: '仍不采纳' });
    expect(await decisionOf(enterpriseUid)).toMatchObject({
      objectedOn: second,
      objection: `补充材料\n此前 ${first} 提出：已在整改`,
      answer: `仍不采纳\n此前 ${first} 答复：不予采纳`,
    });
  });

  it('refuses an objection after its time, with the source of the term', async () => {
    const { uid } = await begin(client, '临川宾馆');
    await client.credit.giveNotice({ uid, day: longAgo, number: '' });
    await client.credit.deliver({ uid, day: longAgo, way: '邮寄送达' });
    const late = client.credit.object({ uid, day: addDays(longAgo, 60), text: '不服' });
    await expect(late).rejects.toThrow('逾期视为放弃');
    await client.credit.waive({ uid, day: longAgo });
    const waived = client.credit.object({ uid, day: longAgo, text: '不服' });
    await expect(waived).rejects.toThrow('已于');
  });

  it('takes no day that is still to come, and none before the step before it', async () => {
    const { uid } = await begin(client, '临川剧院');
    const tomorrow = addDays(today, 1);
    await expect(client.credit.giveNotice({ uid, day: tomorrow, number: '' })).rejects.toThrow('还没有到');
    const early = client.credit.giveNotice({ uid, day: addDays(longAgo, -1), number: '' });
    await expect(early).rejects.toThrow('告知日期不能早于拟认定日期');
  });

  it('can be deleted before the notice, which sets its events free, and only dropped after it', async () => {
    const { uid, enterpriseUid, eventUid } = await begin(client, '临川车站');
    await expect(client.credit.removeEvent({ uid: eventUid })).rejects.toThrow('已据以拟认定');
    await client.credit.removeDecision({ uid });
    const upon = { level: 'serious', day: longAgo, reason: '同前' } as const;
    const again = { enterpriseUid, eventUids: [eventUid], ...upon };
    const next = await client.credit.beginDecision(again);
    await expect(client.credit.beginDecision(again)).rejects.toThrow('一项只用一次');
    await client.credit.giveNotice({ uid: next.uid, day: longAgo, number: '' });
    await expect(client.credit.removeDecision({ uid: next.uid })).rejects.toThrow('不予认定');
    await client.credit.drop({ uid: next.uid, day: today, reason: '申辩成立' });
    const { state, rating } = await client.credit.get({ uid: enterpriseUid });
    expect({ state, proposal: rating.proposal }).toEqual({ state: 'none', proposal: null });
    // What the dropped decision was begun upon was entered by mistake.
    expect((await client.credit.get({ uid: enterpriseUid })).events).toMatchObject([{ isFixed: false }]);
    await client.credit.removeEvent({ uid: eventUid });
  });

  it('that was wrong is revoked and stays on record', async () => {
    const { uid, enterpriseUid, eventUid } = await publish(client, '临川码头');
    const { repairUid } = await client.credit.applyForRepair({ uid, day: today, text: '已整改' });
    await expect(client.credit.removeEvent({ uid: eventUid })).rejects.toThrow('先撤销认定');
    const late = client.credit.object({ uid, day: longAgo, text: '不服' });
    await expect(late).rejects.toThrow('已经作出决定');
    await client.credit.revoke({ uid, day: today, reason: '复查认定事实不清' });
    const granted = { day: today, isGranted: true, endsOn: today, opinion: '已消除', number: '' };
    await expect(client.credit.decideRepair({ repairUid, ...granted })).rejects.toThrow('撤销，不用再修复');
    const correction = { base: { text: '安全出口锁闭，经责令拒不改正' }, set: { text: '录错了' } };
    await client.credit.updateEvent({ uid: eventUid, ...correction });
    expect(await client.credit.get({ uid: enterpriseUid })).toMatchObject({
      state: 'none',
      rating: { level: 'none' },
      decisions: [{ stage: 'revoked', revokeReason: '复查认定事实不清' }],
    });
  });

  it('ends by itself on its day', async () => {
    const { enterpriseUid } = await publish(client, '临川书店', 12);
    expect(await client.credit.get({ uid: enterpriseUid })).toMatchObject({
      state: 'ended',
      rating: { level: 'none' },
    });
    const ended = await client.credit.list({ ...firstPage, view: 'ended' });
    expect(ended.rows.map(({ name }) => name)).toContain('临川书店');
  });
});

describe('a credit repair', () => {
  it('waits for the minimum term, takes proof, and ends publicity', async () => {
    const { uid, enterpriseUid, decidedOn } = await publish(client, '临川酒楼');
    const early = client.credit.applyForRepair({ uid, day: addDays(decidedOn, 100), text: '已整改' });
    await expect(early).rejects.toThrow('认定满 12 个月才能申请修复');
    await expect(early).rejects.toThrow('第36号');
    const { repairUid } = await client.credit.applyForRepair({
      uid,
      day: addDays(today, -5),
      text: '已拆除栅栏',
    });
    expect((await client.credit.list({ ...firstPage, view: 'repairing' })).rows).toHaveLength(1);
    const again = client.credit.applyForRepair({ uid, day: today, text: '再申请' });
    await expect(again).rejects.toThrow('等待决定');
    const grant = (endsOn: string | null) =>
      client.credit.decideRepair({
        repairUid,
        day: today,
        isGranted: true,
        endsOn,
        opinion: '经复查，隐患已消除',
        number: '',
      });
    await expect(grant(today)).rejects.toThrow('还没有上传纠正失信行为的证明材料');
    const fileToken = await upload(client, '整改证明.pdf', Buffer.from('%PDF-1 整改'));
    await client.attachments.add({ subject: { kind: 'creditRepair', uid: repairUid }, fileToken });
    await expect(grant(addDays(today, -1))).rejects.toThrow('不能早于修复决定');
    await grant(addDays(today, 3));
    const twice = client.credit.applyForRepair({ uid, day: today, text: '再申请' });
    await expect(twice).rejects.toThrow('已经准予修复');
    await client.history.undo({});
    await grant(today);
    expect(await client.credit.get({ uid: enterpriseUid })).toMatchObject({
      state: 'ended',
      decisions: [{ stage: 'repaired', repairs: [{ isGranted: true }] }],
    });
  });

  it('that is not granted leaves publicity as it is', async () => {
    const { uid, enterpriseUid } = await publish(client, '临川影城');
    const { repairUid } = await client.credit.applyForRepair({ uid, day: today, text: '部分整改' });
    const decided = {
      repairUid,
      day: today,
      isGranted: false,
      endsOn: null,
      opinion: '整改没有完成',
      number: '',
    };
    await client.credit.decideRepair(decided);
    await expect(client.credit.decideRepair(decided)).rejects.toThrow('已经决定');
    expect((await client.credit.get({ uid: enterpriseUid })).state).toBe('published');
  });
});

describe('papers of a decision', () => {
  it('are drafted with what is known, and their numbers of the register come back', async () => {
    const { stored } = await client.papers.settings();
    await client.papers.updateSettings({ ...stored, contactPerson: '李明', contactPhone: '8223119' });
    const { uid, enterpriseUid } = await publish(client, '临川仓储');
    const { paperUid } = await client.credit.draftPaper({ decisionUid: uid, kind: 'decision', day: today });
    const { content, subject } = await client.papers.get({ uid: paperUid });
    const text = JSON.stringify(content);
    expect(subject).toEqual({ kind: 'creditDecision', uid });
    expect(text).toContain('临川仓储');
    expect(text).toContain('消防安全严重失信');
    expect(text).toContain('书面放弃陈述、申辩');
    await client.credit.updateEnterprise({ uid: enterpriseUid, base: { code: '' }, set: { code: CODE } });
    const notice = await client.credit.draftPaper({ decisionUid: uid, kind: 'notice', day: today });
    await client.papers.submit({ uid: notice.paperUid, to: 'signing', holderUid: null, opinion: '' });
    const { number } = await sign(client, notice.paperUid);
    await client.papers.issue({ uid: notice.paperUid, day: today });
    expect((await decisionOf(enterpriseUid)).noticeNumber).toBe(number);
  });

  it('promise a repair only where publicity leaves time for one', async () => {
    const { uid } = await publish(client, '临川米店', 12);
    const { paperUid } = await client.credit.draftPaper({ decisionUid: uid, kind: 'decision', day: today });
    const text = JSON.stringify((await client.papers.get({ uid: paperUid })).content);
    expect(text).toContain('期满自行停止公示');
    expect(text).not.toContain('申请信用修复');
    const long = await publish(client, '临川布店');
    const other = await client.credit.draftPaper({ decisionUid: long.uid, kind: 'decision', day: today });
    expect(JSON.stringify((await client.papers.get({ uid: other.paperUid })).content)).toContain(
      '申请信用修复',
    );
  });

  it('of a repair are drafted only where one was applied for', async () => {
    const { uid } = await publish(client, '临川粮库');
    const repair = client.credit.draftPaper({ decisionUid: uid, kind: 'repair', day: today });
    await expect(repair).rejects.toThrow('还没有修复申请');
  });
});

describe('the calendar', () => {
  it('shows the end of publicity', async () => {
    const { enterpriseUid, decidedOn } = await publish(client, '临川药房');
    const end = addMonths(decidedOn, 36);
    const entries = await client.calendar.range({ from: end, to: end });
    expect(entries.filter(({ uid }) => uid === enterpriseUid)).toMatchObject([
      { kind: 'creditEnd', title: '临川药房', note: '严重失信', isDone: false },
    ]);
  });
});
