import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { JudgeFields } from '#shared/contract/judges.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('several judges of a group', () => {
  let office: Office;
  let client: Client;
  let uid: string;
  let frame: GroupFrame;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    ({ client } = office);
    await putSchemeInForce(client);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    ({ uid, frame } = await openPeriod(client, 'spotCheck'));
  });

  const judge = (name: string, given: Partial<JudgeFields> = {}): JudgeFields => ({
    uid: null,
    name,
    userUid: null,
    recusals: [],
    ...given,
  });
  async function setJudges(...judges: JudgeFields[]): Promise<string[]> {
    const { judges: before } = await client.judges.ofGroup({ groupUid: frame.uid });
    await client.judges.set({ groupUid: frame.uid, base: before.map((one) => one.uid), judges });
    const { judges: after } = await client.judges.ofGroup({ groupUid: frame.uid });
    return after.map((one) => one.uid);
  }
  const give = (judgeUid: string, ...changes: ReturnType<typeof cellChange>[]) =>
    client.judges.setScores({ groupUid: frame.uid, judgeUid, changes });
  const points = (value: number, reason = '见记录'): ScoreEntry => entry({ direct: value, reason });
  const first = (wanted: ScoreEntry | null, base: ScoreEntry | null = null) =>
    cellChange(frame, [0, 3], wanted, base);
  async function checkedAt(): Promise<ScoreEntry | null> {
    const packed = spelledScores(await client.assessment.scores({ groupUid: frame.uid, stage: 'checked' }));
    const entries = createUnpacker(packed.keys)(packed.byObject[0] ?? '');
    return entries.get(first(null).indicatorUid) ?? null;
  }
  async function problems(): Promise<string[]> {
    const check = await client.assessment.finalizeCheck({ uid });
    return check.problems.map(({ text }) => text);
  }

  it('make the checked score as soon as all of them have scored, and not before', async () => {
    const [one, other] = await setJudges(judge('张三'), judge('李四'));
    await give(one!, first(points(18_000)));
    expect(await checkedAt()).toBeNull();
    await give(other!, first(points(17_001, '台账不全')));
    expect(await checkedAt()).toMatchObject({ mean: '35001/2', reason: '张三：见记录；李四：台账不全' });
    await give(one!, first(null, points(18_000)));
    expect(await checkedAt()).toBeNull();
  });

  it('stand side by side with author, time and reason of each', async () => {
    const [one] = await setJudges(judge('张三'), judge('李四'));
    await give(one!, first(points(18_000)));
    const { objectUid, indicatorUid } = first(null);
    const { entries } = await client.judges.ofCell({ groupUid: frame.uid, objectUid, indicatorUid });
    expect(entries).toMatchObject([
      { name: '张三', said: { userName: '李明', entry: { direct: 18_000, reason: '见记录' } } },
      { name: '李四', said: null },
    ]);
  });

  it('leave no way to type over what they came to, except in a later stage', async () => {
    const [one, other] = await setJudges(judge('张三'), judge('李四'));
    const type = (change: ReturnType<typeof cellChange>) =>
      client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes: [change] });
    await expect(type(first(points(1_000)))).rejects.toMatchObject({
      code: 'badInput',
      message: expect.stringContaining('由评委评分') as string,
    });
    await give(one!, first(points(18_000)));
    await give(other!, first(points(16_000)));
    await expect(type(first(null, await checkedAt()))).rejects.toMatchObject({ code: 'badInput' });
    const changes = [first(points(15_000))];
    await client.assessment.setReviewedScores({ groupUid: frame.uid, stage: 'reviewed', changes });
    const { entries } = await client.judges.ofCell({ groupUid: frame.uid, ...first(null) });
    expect(entries.map(({ said }) => said?.entry.direct)).toEqual([18_000, 16_000]);
  });

  it('do not score what the office has marked as not applicable', async () => {
    const [one] = await setJudges(judge('张三'));
    const mark = entry({ notApplicable: true });
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes: [first(mark)] });
    await expect(give(one!, first(points(1_000)))).rejects.toThrow('“考评分”里已标为不适用，不用评');
    await client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: [first(null, mark)],
    });
    await give(one!, first(points(1_000)));
    await expect(
      client.assessment.setScores({
        groupUid: frame.uid,
        stage: 'checked',
        changes: [first(mark, await checkedAt())],
      }),
    ).rejects.toThrow('已有评委评了这一项');
  });

  it('are asked for by name when the period is to be finalised', async () => {
    const [one, other] = await setJudges(judge('张三'), judge('李四'));
    await give(one!, ...everyCell(frame));
    const [text] = await problems();
    expect(text).toMatch(/：评委李四没有评分$/u);
    await expect(client.assessment.finalize({ uid })).rejects.toThrow('评委李四没有评分');
    const unreasoned = everyCell(frame).map((change, place) =>
      place === 0 ? first(entry({ direct: 10_000 })) : change,
    );
    await give(other!, ...everyCell(frame).filter((_, place) => place !== 3));
    await give(other!, unreasoned[0]!);
    expect(await problems()).toEqual([expect.stringContaining('评委李四：请填写扣分理由')]);
    await give(other!, first(points(10_000), entry({ direct: 10_000 })));
    expect(await problems()).toEqual([]);
    await client.assessment.finalize({ uid });
    await expect(give(one!, first(points(1_000)))).rejects.toMatchObject({ code: 'frozen' });
  });

  it('are counted judge by judge in the progress, with the cell to go to', async () => {
    const [one] = await setJudges(judge('张三'), judge('李四', { recusals: [frame.objects[0]!.uid] }));
    await give(one!, cellChange(frame, [0, 0], entry()), cellChange(frame, [0, 2], entry()));
    const { objects } = await client.assessment.stageProgress({ groupUid: frame.uid });
    const uids = frame.scheme.indicators.map((indicator) => indicator.uid);
    expect(objects[0]!.judges).toEqual([
      { expected: 5, entered: 2, firstEmpty: uids[1], firstEntered: uids[0] },
      null,
    ]);
    expect(objects[1]!.judges[1]).toMatchObject({ expected: 5, entered: 0, firstEmpty: uids[0] });
  });

  it('leave out of the mean whoever does not score an object', async () => {
    const [one, other] = await setJudges(judge('张三'), judge('李四', { recusals: [frame.objects[0]!.uid] }));
    await give(one!, first(points(18_000)));
    expect(await checkedAt()).toMatchObject({ mean: '18000/1' });
    await expect(give(other!, first(points(1_000)))).rejects.toThrow('评委“李四”回避，不评这个单位');
  });

  it('each enter only their own column', async () => {
    await client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
    const window = office.window(office.core.sessions.open('browser'));
    const { users } = await window.session.state();
    const userUid = users.find(({ name }) => name === '王芳')!.uid;
    await window.session.signIn({ userUid });
    const [own, other] = await setJudges(judge('王芳', { userUid }), judge('李四'));
    const scores = (judgeUid: string) => ({
      groupUid: frame.uid,
      judgeUid,
      changes: [first(points(18_000))],
    });
    await expect(client.judges.setScores(scores(own!))).rejects.toThrow('由本人登录以后录入');
    await expect(window.judges.setScores(scores(other!))).rejects.toThrow('只能录入自己的一栏');
    await window.judges.setScores(scores(own!));
    await client.judges.setScores(scores(other!));
    expect(await checkedAt()).toMatchObject({ mean: '18000/1' });
  });

  it('keep their scores while others join, and lose them when they leave, which can be undone', async () => {
    const [one] = await setJudges(judge('张三'));
    await give(one!, first(points(18_000)));
    const [, other] = await setJudges(judge('张三', { uid: one! }), judge('李四'));
    expect(await checkedAt()).toBeNull();
    await give(other!, first(points(16_000)));
    expect(await checkedAt()).toMatchObject({ mean: '17000/1' });
    await setJudges(judge('李四', { uid: other! }));
    expect(await checkedAt()).toMatchObject({ mean: '16000/1' });
    await client.history.undo({});
    expect(await checkedAt()).toMatchObject({ mean: '17000/1' });
    await client.history.undo({});
    expect(await checkedAt()).toBeNull();
  });

  it('cannot be taken back from under a mean that others have part in', async () => {
    const [one, other] = await setJudges(judge('张三'), judge('李四'));
    await give(one!, first(points(18_000)));
    const page = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
    const { records } = await client.history.list(page);
    await give(other!, first(points(16_000)));
    await expect(client.history.undo({ operationUid: records[0]!.uid })).rejects.toMatchObject({
      code: 'undoConflict',
    });
    expect(await checkedAt()).toMatchObject({ mean: '17000/1' });
  });

  it('are refused where scores were typed already, and where there are too few for the scheme', async () => {
    await client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: [first(points(1_000))],
    });
    await expect(setJudges(judge('张三'))).rejects.toThrow('已有 1 项直接录入的考评分');
    const schemeUid = await putSchemeInForce(client, undefined, { title: '去掉最高最低的细则' });
    const { uid: draftUid } = await client.schemes.newVersion({ uid: schemeUid, reason: '评委' });
    await client.schemes.update({
      uid: draftUid,
      base: { judges: 'mean', judgesSource: '' },
      set: { judges: 'trimmed', judgesSource: '方案第十条' },
    });
    await client.schemes.putInForce({ uid: draftUid, from: '2026-01-01' });
    const added = await client.assessment.addGroup({
      periodUid: uid,
      name: '评委组',
      schemeUid: draftUid,
      organizationUids: frame.objects.map(({ organizationUid }) => organizationUid),
    });
    frame = await client.assessment.frame({ groupUid: added.uid });
    await expect(setJudges(judge('甲'), judge('乙'))).rejects.toThrow('至少要 3 名评委，现在只有 2 名');
    const four = await setJudges(judge('甲'), judge('乙'), judge('丙'), judge('丁'));
    for (const [place, score] of [1_000, 12_000, 14_000, 20_000].entries())
      await give(four[place]!, first(points(score)));
    expect(await checkedAt()).toMatchObject({ mean: '13000/1' });
  });

  it('are taken over by a later version of the scheme as its preview says, and back by one undo', async () => {
    const schemeUid = await putSchemeInForce(client, undefined, { title: '会更正的细则' });
    const added = await client.assessment.addGroup({
      periodUid: uid,
      name: '更正组',
      schemeUid,
      organizationUids: frame.objects.map(({ organizationUid }) => organizationUid),
    });
    frame = await client.assessment.frame({ groupUid: added.uid });
    const [one, two, three] = await setJudges(judge('甲'), judge('乙'), judge('丙'));
    for (const [place, judgeUid] of [one!, two!, three!].entries()) {
      const dear = entry({ inputs: { a: { count: place } } });
      await give(judgeUid, cellChange(frame, [0, 0], dear), first(points(9_000 + place * 3_000)));
    }
    const { uid: laterUid } = await client.schemes.newVersion({ uid: schemeUid, reason: '更正' });
    const { indicators } = await client.schemes.get({ uid: laterUid });
    await client.schemes.update({ uid: laterUid, base: { judges: 'mean' }, set: { judges: 'trimmed' } });
    const { rules } = indicators[0]!;
    await client.schemes.updateIndicator({
      uid: indicators[0]!.uid,
      base: { rules },
      set: { rules: [{ ...rules[0]!, points: 6_000 } as (typeof rules)[number]] },
    });
    await client.schemes.removeIndicator({ uid: indicators[3]!.uid });
    await client.schemes.putInForce({ uid: laterUid, from: '2026-01-01' });

    const { cells, seen } = await client.schemeChange.preview({ groupUid: frame.uid, schemeUid: laterUid });
    expect(cells).toMatchObject([
      { before: 17_000, after: 14_000, places: [0] },
      { before: 12_000, after: null, places: [0] },
    ]);
    await client.schemeChange.change({ groupUid: frame.uid, schemeUid: laterUid, seen });
    const subtotals = async () => {
      const groups = await client.assessment.results({ periodUid: uid });
      const own = groups.find(({ groupUid }) => groupUid === frame.uid)!;
      return own.rows.find(({ objectUid }) => objectUid === frame.objects[0]!.uid)!.subtotals;
    };
    expect(await subtotals()).toEqual([14_000, 0]);
    await client.history.undo({});
    expect(await subtotals()).toEqual([17_000, 12_000]);
  });
});
