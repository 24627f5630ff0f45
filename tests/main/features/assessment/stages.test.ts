import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupFrame, ScoreStage } from '#shared/contract/assessment.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;
type Change = ReturnType<typeof cellChange>;

describe('the stages of a score', () => {
  let office: Office;
  let uid: string;
  let frame: GroupFrame;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    ({ uid, frame } = await openPeriod(office.client, 'spotCheck'));
  });

  async function save(stage: ScoreStage, ...changes: Change[]): Promise<{ changed: number }> {
    const { assessment } = office.client;
    const scores = { groupUid: frame.uid, changes };
    switch (stage) {
      case 'self':
        return await assessment.setSelfScores({ ...scores, stage });
      case 'checked':
        return await assessment.setScores({ ...scores, stage });
      case 'reviewed':
        return await assessment.setReviewedScores({ ...scores, stage });
      case 'final':
        return await assessment.setFinalScores({ ...scores, stage });
    }
  }
  const direct = (points: number, reason = '见记录'): ScoreEntry => entry({ direct: points, reason });
  const first = (wanted: ScoreEntry | null, base: ScoreEntry | null = null) =>
    cellChange(frame, [0, 3], wanted, base);
  const subtotal = async () => {
    const [group] = await office.client.assessment.results({ periodUid: uid });
    return group!.rows.find(({ objectUid }) => objectUid === frame.objects[0]!.uid)!.subtotals[1];
  };

  it('count the latest one that has an entry, and the one before it again where that is cleared', async () => {
    await save('self', first(direct(19_000)));
    expect(await subtotal()).toBe(0);
    await save('checked', first(direct(12_000)));
    expect(await subtotal()).toBe(12_000);
    await save('final', first(direct(16_000)));
    await save('reviewed', first(direct(15_000)));
    expect(await subtotal()).toBe(16_000);
    await save('final', first(null, direct(16_000)));
    expect(await subtotal()).toBe(15_000);
    await office.client.history.undo({});
    expect(await subtotal()).toBe(16_000);
  });

  it('keep author, time and reason of each for the cell', async () => {
    await save('self', first(direct(19_000, '')));
    await save('reviewed', first(direct(15_000, '补交了台账')));
    const { objectUid, indicatorUid } = first(null);
    const stages = await office.client.assessment.cellStages({ objectUid, indicatorUid });
    expect(stages).toMatchObject([
      { stage: 'self', userName: '李明', entry: { direct: 19_000 } },
      { stage: 'reviewed', userName: '李明', entry: { direct: 15_000, reason: '补交了台账' } },
    ]);
    expect(Date.now() - stages[1]!.at).toBeLessThan(60_000);
  });

  it('stand in the log by their own names', async () => {
    await save('reviewed', first(direct(15_000)));
    const page = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
    const { records } = await office.client.history.list(page);
    expect(records[0]).toMatchObject({ label: '复核评分' });
  });

  it('count a cell as scored once, and let a period be finalised by reviewed scores alone', async () => {
    await save('checked', ...everyCell(frame));
    await save('reviewed', ...everyCell(frame));
    const { scoredCount, cellCount } = await office.client.assessment.period({ uid });
    expect(scoredCount).toBe(cellCount);
    const cleared = everyCell(frame).map((change) => ({ ...change, base: change.entry, entry: null }));
    await save('checked', ...cleared);
    expect((await office.client.assessment.finalizeCheck({ uid })).problemCount).toBe(0);
    await office.client.assessment.finalize({ uid });
    await expect(save('final', first(direct(1_000)))).rejects.toMatchObject({ code: 'frozen' });
  });

  it('count self scores where the scheme says so and nobody has checked', async () => {
    const { client } = office;
    const schemeUid = await putSchemeInForce(client, undefined, { title: '自评计分的细则' });
    const { uid: draftUid } = await client.schemes.newVersion({ uid: schemeUid, reason: '自评计分' });
    await client.schemes.update({ uid: draftUid, base: { selfCounts: false }, set: { selfCounts: true } });
    await client.schemes.putInForce({ uid: draftUid, from: '2026-01-01' });
    const added = await client.assessment.addGroup({
      periodUid: uid,
      name: '自评组',
      schemeUid: draftUid,
      organizationUids: frame.objects.map(({ organizationUid }) => organizationUid),
    });
    frame = await client.assessment.frame({ groupUid: added.uid });
    await save('self', first(direct(19_000)));
    const groups = await client.assessment.results({ periodUid: uid });
    const row = groups
      .find(({ groupUid }) => groupUid === added.uid)!
      .rows.find(({ objectUid }) => objectUid === frame.objects[0]!.uid);
    expect(row!.subtotals[1]).toBe(19_000);
  });

  it('show what is missing of each object, who entered the rest, and the first empty cell', async () => {
    await save('checked', cellChange(frame, [0, 0], entry()), cellChange(frame, [0, 2], entry()));
    await save('reviewed', first(direct(15_000)));
    const { objects } = await office.client.assessment.stageProgress({ groupUid: frame.uid });
    const [own] = objects;
    const uids = frame.scheme.indicators.map((indicator) => indicator.uid);
    expect(own).toMatchObject({ objectUid: frame.objects[0]!.uid, cellCount: 5 });
    expect(own!.stages).toMatchObject([
      { stage: 'self', entered: 0, firstEmpty: uids[0], scorers: [] },
      {
        stage: 'checked',
        entered: 2,
        firstEmpty: uids[1],
        firstEntered: uids[0],
        scorers: [{ userName: '李明', count: 2 }],
      },
      { stage: 'reviewed', entered: 1, firstEntered: uids[3] },
      { stage: 'final', entered: 0, firstEntered: null },
    ]);
  });

  it('are refused to those whose role does not allow them, in words', async () => {
    const { client, core } = office;
    await client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
    const other = office.window(core.sessions.open('browser'));
    const { users } = await other.session.state();
    await other.session.signIn({ userUid: users.find(({ name }) => name === '王芳')!.uid });
    const scores = { groupUid: frame.uid, changes: [first(direct(1_000))] };
    await other.assessment.setReviewedScores({ ...scores, stage: 'reviewed' });
    await expect(other.assessment.setFinalScores({ ...scores, stage: 'final' })).rejects.toMatchObject({
      code: 'notAllowed',
      message: '您没有“核定评分”的权限，需要时请安全管理员授予身份。',
    });
  });
});
