import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

describe('finalising a period', () => {
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

  const save = (changes: ReturnType<typeof cellChange>[]) =>
    office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });

  it('names every cell in the way and refuses until there is none', async () => {
    const { client } = office;
    const cells = frame.objects.length * 5;
    await save([cellChange(frame, [0, 1], entry({ inputs: { b: { points: 2000 } } }))]);
    const { problems, problemCount } = await client.assessment.finalizeCheck({ uid });
    expect(problemCount).toBe(cells);
    const name = `县(市、区) ${frame.objects[0]!.shortName}`;
    expect(problems.slice(0, 2).map(({ text }) => text)).toEqual([
      `${name} 1.1：未评`,
      `${name} 1.2：请填写扣分理由`,
    ]);
    await expect(client.assessment.finalize({ uid })).rejects.toMatchObject({ code: 'refused' });
  });

  it('freezes scores, objects and the period itself, also against undo from another window', async () => {
    const { client } = office;
    await save(everyCell(frame));
    const { fingerprint } = await client.assessment.finalize({ uid });
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const period = await client.assessment.period({ uid });
    expect(period).toMatchObject({
      status: 'final',
      fingerprint,
      events: [{ kind: 'finalized', userName: '李明' }],
    });
    const change = cellChange(frame, [0, 0], entry({ direct: 0 }));
    await expect(save([change])).rejects.toMatchObject({ code: 'frozen' });
    await expect(client.assessment.removePeriod({ uid })).rejects.toMatchObject({ code: 'frozen' });
    const { records } = await client.history.list({
      text: '评分',
      userName: null,
      from: null,
      to: null,
      before: null,
      limit: 5,
    });
    const scoring = records.find(({ label, outcome }) => label === '评分' && outcome === 'done')!;
    await expect(client.history.undo({ operationUid: scoring.uid })).rejects.toMatchObject({
      code: 'undoConflict',
    });
    await expect(client.history.undo({})).rejects.toMatchObject({ code: 'undoImpossible' });
  });

  it('gives the same fingerprint for the same content after reopening, another one after a change', async () => {
    const { client } = office;
    await save(everyCell(frame));
    const { fingerprint } = await client.assessment.finalize({ uid });
    await client.assessment.reopen({ uid, reason: '复核后更正' });
    expect(await client.assessment.finalize({ uid })).toEqual({ fingerprint });
    await client.assessment.reopen({ uid, reason: '申诉成立' });
    const change = everyCell(frame)[0]!;
    await save([{ ...change, base: change.entry, entry: entry({ inputs: { a: { count: 1 } } }) }]);
    const again = await client.assessment.finalize({ uid });
    expect(again.fingerprint).not.toBe(fingerprint);
    const { events } = await client.assessment.period({ uid });
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['finalized', ''],
      ['reopened', '复核后更正'],
      ['finalized', ''],
      ['reopened', '申诉成立'],
      ['finalized', ''],
    ]);
  });

  it('ranks by the exact totals and marks what is not scored completely', async () => {
    const { client } = office;
    await save(everyCell(frame).filter((change) => change.objectUid !== frame.objects[2]!.uid));
    const first = everyCell(frame)[0]!;
    await save([{ ...first, base: first.entry, entry: entry({ inputs: { a: { count: 5 } } }) }]);
    const [group] = await client.assessment.results({ periodUid: uid });
    const rows = group!.rows;
    expect(rows).toHaveLength(frame.objects.length);
    expect(rows[0]).toMatchObject({ rank: 1, total: 100_000, grade: '优秀', remark: '', complete: true });
    expect(rows.at(-2)).toMatchObject({ total: 85_000, grade: '良好', subtotals: [45_000, 40_000] });
    expect(rows.at(-1)).toMatchObject({ total: 0, remark: '未评5项', complete: false });
  });
});
