import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('objections to scores', () => {
  let office: Office;
  let periodUid: string;
  let frame: GroupFrame;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    ({ uid: periodUid, frame } = await openPeriod(office.client, 'spotCheck'));
    await office.client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: everyCell(frame),
    });
  });

  const at = (place = 3) => ({
    groupUid: frame.uid,
    objectUid: frame.objects[0]!.uid,
    indicatorUid: frame.scheme.indicators[place]!.uid,
  });
  const raise = (text = '台账已经补交', place = 3) => office.client.objections.raise({ ...at(place), text });
  const rows = () => office.client.objections.ofPeriod({ periodUid });
  const finalizing = () => office.client.assessment.finalize({ uid: periodUid });
  const direct = (points: number): ScoreEntry => entry({ direct: points, reason: '核对台账属实' });

  it('hold up finalising until they are answered, and name the cell', async () => {
    const { uid } = await raise();
    const { problems } = await office.client.assessment.finalizeCheck({ uid: periodUid });
    const { objectUid, indicatorUid } = at();
    expect(problems).toMatchObject([{ objectUid, indicatorUid }]);
    expect(problems[0]!.text).toMatch(/2\.1：有申诉没有答复$/u);
    await expect(finalizing()).rejects.toMatchObject({ code: 'refused' });
    await office.client.objections.refuse({ uid, answer: '补交的台账在考核期以外' });
    expect(await rows()).toMatchObject([
      { outcome: 'refused', answer: '补交的台账在考核期以外', answeredBy: '李明' },
    ]);
    await finalizing();
  });

  it('become a reviewed score where they are accepted, both in one operation that undo takes back', async () => {
    const { uid } = await raise();
    await office.client.objections.accept({ uid, answer: '属实', base: null, entry: direct(15_000) });
    const { objectUid, indicatorUid } = at();
    const stages = () => office.client.assessment.cellStages({ objectUid, indicatorUid });
    expect((await stages()).map(({ stage }) => stage)).toEqual(['checked', 'reviewed']);
    expect(await rows()).toMatchObject([{ outcome: 'accepted' }]);
    expect((await office.client.history.undo({})).label).toBe('采纳申诉');
    expect((await stages()).map(({ stage }) => stage)).toEqual(['checked']);
    expect(await rows()).toMatchObject([{ outcome: 'open', answer: '' }]);
  });

  it('change nothing where somebody else has reviewed the cell meanwhile', async () => {
    const { uid } = await raise();
    await office.client.assessment.setReviewedScores({
      groupUid: frame.uid,
      stage: 'reviewed',
      changes: [cellChange(frame, [0, 3], direct(9_000))],
    });
    const accepting = office.client.objections.accept({
      uid,
      answer: '属实',
      base: null,
      entry: direct(15_000),
    });
    await expect(accepting).rejects.toMatchObject({ code: 'conflict' });
    expect(await rows()).toMatchObject([{ outcome: 'open' }]);
  });

  it('are not accepted into a score that a final one covers', async () => {
    const { uid } = await raise();
    await office.client.assessment.setFinalScores({
      groupUid: frame.uid,
      stage: 'final',
      changes: [cellChange(frame, [0, 3], direct(9_000))],
    });
    await expect(
      office.client.objections.accept({ uid, answer: '属实', base: null, entry: direct(15_000) }),
    ).rejects.toThrow(/已有核定分，复核分不会计入结果/u);
  });

  it('are refused in plain words after finalising, for an item without a score, and twice for one item', async () => {
    await raise();
    await expect(raise('再说一次')).rejects.toThrow(/已有一件申诉等待答复/u);
    await office.client.objections.withdraw({ uid: (await rows())[0]!.uid });
    const cleared = everyCell(frame).slice(0, 1);
    await office.client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: cleared.map((change) => ({ ...change, base: change.entry, entry: null })),
    });
    await expect(raise('没有评', 0)).rejects.toThrow(/还没有评分，不能申诉/u);
    await office.client.history.undo({});
    await finalizing();
    await expect(raise()).rejects.toThrow(/已经定稿，不能再提出申诉。确需受理的，请先点“重新打开”/u);
    await office.client.assessment.reopen({ uid: periodUid, reason: '受理申诉' });
    await raise();
  });

  it('are answered once, and keep their files once the period is final', async () => {
    const { client } = office;
    const { uid } = await raise();
    const fileToken = await upload(client, '情况说明.txt', Buffer.from('台账已经补交'));
    const subject = { kind: 'objection', uid };
    const file = await client.attachments.add({ subject, fileToken });
    await client.objections.refuse({ uid, answer: '在考核期以外' });
    await expect(client.objections.refuse({ uid, answer: '还是不行' })).rejects.toThrow(
      '这件申诉已经答复过了：不予采纳。',
    );
    await finalizing();
    await expect(client.attachments.remove({ uid: file.uid })).rejects.toMatchObject({ code: 'frozen' });
    expect(await client.attachments.list(subject)).toMatchObject([{ name: '情况说明.txt' }]);
  });
});
