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
import { upload } from '#tests/support/upload.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('a period that goes over to a later version of its scheme', () => {
  let office: Office;
  let schemeUid: string;
  let frame: GroupFrame;
  let periodUid: string;
  let laterUid: string;

  /** 1.1 costs more, 1.3 loses its rule, 2.1 is gone, 2.3 is new. */
  async function erratum(): Promise<string> {
    const { client } = office;
    const { uid } = await client.schemes.newVersion({ uid: schemeUid, reason: '更正扣分标准' });
    const { indicators } = await client.schemes.get({ uid });
    const [dear, , lost, gone] = indicators;
    const { rules, content } = dear!;
    await client.schemes.updateIndicator({
      uid: dear!.uid,
      base: { rules, content },
      set: { rules: [{ ...rules[0]!, points: 5000 } as (typeof rules)[number]], content: '改写的考评内容' },
    });
    await client.schemes.updateIndicator({
      uid: lost!.uid,
      base: { rules: lost!.rules },
      set: { rules: [] },
    });
    await client.schemes.removeIndicator({ uid: gone!.uid });
    const { categoryUid, uid: _uid, ...fields } = gone!;
    await client.schemes.addIndicator({
      ...fields,
      categoryUid,
      afterUid: null,
      number: '2.3',
      content: '新增的考评内容',
    });
    await client.schemes.putInForce({ uid, from: '2026-02-01' });
    return uid;
  }

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    const { client } = office;
    schemeUid = await putSchemeInForce(client);
    ({ frame, uid: periodUid } = await openPeriod(client, 'quarter'));
    const groupUid = frame.uid;
    await client.assessment.setScores({ groupUid, stage: 'checked', changes: everyCell(frame) });
    const full = entry();
    const change = (indicator: number, wanted: ReturnType<typeof entry>) =>
      cellChange(frame, [0, indicator], wanted, full);
    await client.assessment.setScores({
      groupUid,
      stage: 'checked',
      changes: [
        change(0, entry({ inputs: { a: { count: 2 } }, reason: '少2次' })),
        change(2, entry({ inputs: { c: { held: true } } })),
      ],
    });
    laterUid = await erratum();
  });
  afterAll(() => office.close());

  const preview = () => office.client.schemeChange.preview({ groupUid: frame.uid, schemeUid: laterUid });

  it('is offered with the reason of the new version', async () => {
    expect(await office.client.schemeChange.offers({ periodUid })).toMatchObject([
      { groupUid: frame.uid, schemeUid: laterUid, from: 1, to: 2, reason: '更正扣分标准' },
    ]);
  });

  it('shows beforehand every score, grade and rank that would change, and changes nothing', async () => {
    const before = await office.client.assessment.results({ periodUid });
    const { indicators, cells, objects, newCellCount, obstacle } = await preview();
    expect(obstacle).toBeNull();
    expect(indicators.map(({ change, name }) => `${change} ${name}`)).toEqual([
      'changed 1.1“改写的考评内容”',
      'changed 1.3“考评内容1.3”',
      'removed 2.1“考评内容2.1”',
      'added 2.3“新增的考评内容”',
    ]);
    const everybody = frame.objects.map((_object, place) => place);
    expect(cells).toMatchObject([
      { indicator: '1.1“考评内容1.1”', before: 14_000, after: 10_000, note: '', places: [0] },
      { before: 14_000, after: null, note: '评分规则变了，需要重新评分', places: [0] },
      { indicator: '2.1“考评内容2.1”', before: 20_000, after: null, places: everybody },
    ]);
    expect(newCellCount).toBe(frame.objects.length);
    expect(objects).toHaveLength(frame.objects.length);
    expect(objects.at(-1)).toMatchObject({
      before: { total: 88_000, grade: '良好', rank: frame.objects.length },
      after: { total: 50_000, grade: '不合格', rank: frame.objects.length },
    });
    expect(await office.client.assessment.results({ periodUid })).toEqual(before);
  });

  it('refuses what was looked at before somebody scored on', async () => {
    const { client } = office;
    const { seen } = await preview();
    const other = cellChange(frame, [1, 0], entry({ inputs: { a: { count: 1 } } }), entry());
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes: [other] });
    const change = { groupUid: frame.uid, schemeUid: laterUid, seen };
    await expect(client.schemeChange.change(change)).rejects.toMatchObject({ code: 'refused' });
    await client.history.undo({});
  });

  it('then gives just what was shown, keeps reasons and history, and is taken back by one undo', async () => {
    const { client } = office;
    const [before, results] = await Promise.all([
      client.assessment.frame({ groupUid: frame.uid }),
      client.assessment.results({ periodUid }),
    ]);
    const shown = await preview();
    await client.schemeChange.change({ groupUid: frame.uid, schemeUid: laterUid, seen: shown.seen });

    const after = await client.assessment.frame({ groupUid: frame.uid });
    expect(after.scheme.uid).toBe(laterUid);
    const [group] = await client.assessment.results({ periodUid });
    for (const { objectUid, after: wanted } of shown.objects) {
      const row = group!.rows.find((one) => one.objectUid === objectUid);
      expect(row).toMatchObject(wanted);
    }
    const history = await client.assessment.cellHistory({
      stage: 'checked',
      objectUid: frame.objects[0]!.uid,
      indicatorUid: after.scheme.indicators[0]!.uid,
    });
    expect(history.at(-1)?.after).toMatchObject({ reason: '少2次' });
    expect(history.length).toBeGreaterThan(2);
    expect(await client.schemeChange.offers({ periodUid })).toEqual([]);

    await client.history.undo({});
    expect(await client.assessment.frame({ groupUid: frame.uid })).toEqual(before);
    expect(await client.assessment.results({ periodUid })).toEqual(results);
  });

  it('counts in the preview the stage that will count, and takes objections and evidence along', async () => {
    const { client } = office;
    const groupUid = frame.uid;
    const [object] = frame.objects;
    const [kept, , , gone] = frame.scheme.indicators;
    const at = (indicatorUid: string) => ({ groupUid, objectUid: object!.uid, indicatorUid });
    const reviewed = cellChange(frame, [0, 0], entry({ inputs: { a: { count: 1 } }, reason: '补交1次' }));
    await client.assessment.setReviewedScores({ groupUid, stage: 'reviewed', changes: [reviewed] });
    const token = await upload(client, '会议纪要.txt', Buffer.from('会议纪要'));
    await client.evidence.add({ ...at(kept!.uid), fileToken: token });
    await client.objections.raise({ ...at(kept!.uid), text: '只少1次' });
    const open = await client.objections.raise({ ...at(gone!.uid), text: '台账齐全' });

    const { obstacle } = await preview();
    expect(obstacle).toContain('有 1 项没有答复的申诉挂在新版本没有的指标上');
    await client.objections.refuse({ uid: open.uid, answer: '台账不全' });

    const shown = await preview();
    expect(shown.obstacle).toBeNull();
    expect(shown.cells[0]).toMatchObject({ before: 17_000, after: 15_000, places: [0] });
    await client.schemeChange.change({ groupUid, schemeUid: laterUid, seen: shown.seen });
    const after = await client.assessment.frame({ groupUid });
    const successor = after.scheme.indicators[0]!.uid;
    const [group] = await client.assessment.results({ periodUid });
    for (const { objectUid, after: wanted } of shown.objects)
      expect(group!.rows.find((row) => row.objectUid === objectUid)).toMatchObject(wanted);
    expect(await client.evidence.ofGroup({ groupUid })).toMatchObject([
      { objectUid: object!.uid, indicatorUid: successor, fileCount: 1 },
    ]);
    // An answer stays on the list, under the indicator that it was given for.
    expect(await client.objections.ofPeriod({ periodUid })).toMatchObject([
      { outcome: 'open', indicatorUid: successor },
      { outcome: 'refused', indicatorNumber: '2.1' },
    ]);
    await client.history.undo({});
    const [waiting] = await client.objections.ofPeriod({ periodUid });
    expect(waiting).toMatchObject({ outcome: 'open', indicatorUid: kept!.uid });
    await client.objections.withdraw({ uid: waiting!.uid });
  });

  it('is refused for a period that is final', async () => {
    const { client } = office;
    await client.assessment.finalize({ uid: periodUid });
    await expect(preview()).rejects.toMatchObject({ code: 'frozen' });
    await client.assessment.reopen({ uid: periodUid, reason: '更正' });
  });
});
