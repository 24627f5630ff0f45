import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('the analysis of a group', () => {
  let office: Office;
  let earlier: { uid: string; frame: GroupFrame };
  let later: { uid: string; frame: GroupFrame };

  const save = (frame: GroupFrame, changes: ReturnType<typeof cellChange>[]) =>
    office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
    earlier = await openPeriod(office.client);
    await save(earlier.frame, everyCell(earlier.frame));
    await save(earlier.frame, [
      cellChange(
        earlier.frame,
        [0, 0],
        entry({ inputs: { a: { count: 2 } } }),
        everyCell(earlier.frame)[0]!.entry,
      ),
    ]);
    await office.client.assessment.finalize({ uid: earlier.uid });
    later = await openPeriod(office.client);
    await save(later.frame, everyCell(later.frame));
  });
  afterAll(() => office.close());

  it('tells what was lost where, in rank order', async () => {
    const { objects, indicators, previous } = await office.client.analysis.group({
      groupUid: earlier.frame.uid,
    });
    const last = objects.at(-1)!;
    expect(last).toMatchObject({
      objectUid: earlier.frame.objects[0]!.uid,
      lost: 6_000,
      byCategory: [6_000, 0],
      cells: [6_000, 0, 0, 0, 0],
      previous: null,
      lastYear: null,
    });
    expect(indicators[0]).toMatchObject({ losing: 1, counted: objects.length, lost: 6_000 });
    expect(previous).toBeNull();
  });

  it('compares with how the same organization stood in the last period of the kind', async () => {
    const { objects, previous } = await office.client.analysis.group({ groupUid: later.frame.uid });
    expect(previous).toMatchObject({
      periodUid: earlier.uid,
      groupUid: earlier.frame.uid,
      fullPoints: 100_000,
      objectCount: objects.length,
    });
    const own = objects.find(({ objectUid }) => objectUid === later.frame.objects[0]!.uid)!;
    expect(own).toMatchObject({ rank: 1, total: 100_000 });
    expect(own.previous).toMatchObject({
      objectUid: earlier.frame.objects[0]!.uid,
      total: 94_000,
      rank: objects.length,
    });
  });

  it('follows the scores of an open period, and what is taken back of them', async () => {
    const { client } = office;
    const lastOf = async () => (await client.analysis.group({ groupUid: later.frame.uid })).objects.at(-1);
    const totals = async () =>
      (await client.assessment.results({ periodUid: later.uid }))[0]?.rows.map(({ total }) => total);
    const before = await totals();
    const change = cellChange(later.frame, [1, 0], entry({ inputs: { a: { count: 1 } } }));
    const changed = { ...change, base: everyCell(later.frame)[5]!.entry };
    const expected = { objectUid: later.frame.objects[1]!.uid, lost: 3_000 };
    await save(later.frame, [changed]);
    expect(await lastOf()).toMatchObject(expected);
    expect(await totals()).toContain(97_000);
    await client.history.undo({});
    expect(await lastOf()).toMatchObject({ lost: 0 });
    expect(await totals()).toEqual(before);
    await save(later.frame, [changed]);
    expect(await lastOf()).toMatchObject(expected);
  });

  it('tells an organization over the years with its reasons, and its ranks apart', async () => {
    const { client } = office;
    const objectUid = later.frame.objects[0]!.uid;
    const { name, periods } = await client.analysis.profile({ objectUid });
    expect(name).toBe(later.frame.objects[0]!.name);
    expect(periods.map(({ periodUid }) => periodUid)).toEqual([later.uid, earlier.uid]);
    expect(periods[1]).toMatchObject({
      isFinal: true,
      total: 94_000,
      lost: 6_000,
      losses: [{ number: '1.1', points: 6_000, reason: '少2次，扣6分' }],
    });
    const standings = await client.analysis.profileStandings({ objectUid });
    expect(standings.map(({ rank, objectCount }) => [rank, objectCount])).toEqual([
      [1, later.frame.objects.length],
      [later.frame.objects.length, later.frame.objects.length],
    ]);
  });

  it('drafts a text on each result in rank order, and keeps what the clerk writes, with undo', async () => {
    const { client } = office;
    const texts = () => client.analysis.resultTexts({ groupUid: earlier.frame.uid });
    const last = (await texts()).at(-1)!;
    expect(last).toMatchObject({ objectUid: earlier.frame.objects[0]!.uid, text: null, isBehind: false });
    expect(last.draft).toContain('失6分，少2次，扣6分');
    const written = { uid: last.objectUid, base: { text: null }, set: { text: '另行约谈。' } };
    await client.analysis.setResultText(written);
    expect((await texts()).at(-1)).toMatchObject({ text: '另行约谈。', isBehind: false });
    await expect(
      client.analysis.setResultText({ ...written, set: { text: '别人也在写。' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await client.history.undo({});
    expect((await texts()).at(-1)).toMatchObject({ text: null });
  });

  it('counts the latest stage that has an entry, for the group and over the years', async () => {
    const { client } = office;
    const { frame } = later;
    const objectUid = frame.objects[3]!.uid;
    const changes = [cellChange(frame, [3, 0], entry({ inputs: { a: { count: 3 } } }))];
    await client.assessment.setFinalScores({ groupUid: frame.uid, stage: 'final', changes });
    const { objects } = await client.analysis.group({ groupUid: frame.uid });
    expect(objects.find((one) => one.objectUid === objectUid)).toMatchObject({ lost: 9_000 });
    const { periods } = await client.analysis.profile({ objectUid });
    expect(periods[0]).toMatchObject({ total: 91_000, losses: [{ reason: '少3次，扣9分' }] });
    await client.history.undo({});
  });

  it('says that a text is behind when the reasons have changed since it was written', async () => {
    const { client } = office;
    const object = later.frame.objects[2]!;
    await client.analysis.setResultText({
      uid: object.uid,
      base: { text: null },
      set: { text: '各项工作较好。' },
    });
    const change = cellChange(later.frame, [2, 0], entry({ inputs: { a: { count: 1 } } }));
    await save(later.frame, [{ ...change, base: everyCell(later.frame)[10]!.entry }]);
    const texts = await client.analysis.resultTexts({ groupUid: later.frame.uid });
    expect(texts.find(({ objectUid }) => objectUid === object.uid)).toMatchObject({
      text: '各项工作较好。',
      isBehind: true,
    });
    const { uid } = object;
    await client.analysis.setResultText({ uid, base: { text: '各项工作较好。' }, set: { text: null } });
    const again = await client.analysis.resultTexts({ groupUid: later.frame.uid });
    expect(again.find(({ objectUid }) => objectUid === uid)).toMatchObject({ text: null, isBehind: false });
  });
});
