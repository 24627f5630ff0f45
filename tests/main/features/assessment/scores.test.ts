import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { type SpelledScores, spelledScores } from '#shared/rules/assessment/shared-entries.ts';
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

describe('scores', () => {
  let office: Office;
  let frame: GroupFrame;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    ({ frame } = await openPeriod(office.client, 'spotCheck'));
  });

  const scores = async () =>
    spelledScores(await office.client.assessment.scores({ groupUid: frame.uid, stage: 'checked' }));
  const save = (changes: ReturnType<typeof cellChange>[]) =>
    office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
  const at = (packed: SpelledScores, object: number, indicator: number): ScoreEntry | undefined =>
    createUnpacker(packed.keys)(packed.byObject[object]!).get(frame.scheme.indicators[indicator]!.uid);

  it('stores entries by object and stage, and writes only what really changes', async () => {
    const three = entry({ inputs: { a: { count: 3 } } });
    expect(await save([cellChange(frame, [0, 0], three)])).toEqual({ changed: 1 });
    expect(await save([cellChange(frame, [0, 0], three)])).toEqual({ changed: 0 });
    const self = [cellChange(frame, [0, 0], entry({ direct: 18_000 }))];
    expect(
      await office.client.assessment.setSelfScores({ groupUid: frame.uid, stage: 'self', changes: self }),
    ).toEqual({ changed: 1 });
    expect(at(await scores(), 0, 0)).toEqual(three);
    const { scoredCount } = (await office.client.assessment.periods())[0]!;
    expect(scoredCount).toBe(1);
  });

  it('names the first cell and the number of cells in the log', async () => {
    await save([cellChange(frame, [0, 0], entry()), cellChange(frame, [1, 1], entry())]);
    const { records } = await office.client.history.list({
      text: '',
      userName: null,
      from: null,
      to: null,
      before: null,
      limit: 1,
    });
    expect(records[0]).toMatchObject({
      label: '评分',
      summary: `${frame.objects[0]!.shortName} 1.1 等 2 项`,
    });
  });

  it('names a township in the log as the sheet does, with its county where two bear the same name', async () => {
    const { client } = office;
    const schemeUid = await putSchemeInForce(client, undefined, {
      title: '乡镇考核细则',
      appliesTo: 'township',
    });
    const choices = await client.assessment.objectChoices({
      appliesTo: 'township',
      day: frame.period.lastDay,
    });
    const tree = await client.organizations.tree({ day: null });
    const parentOf = new Map(tree.map(({ uid, parentUid }) => [uid, parentUid]));
    const [first] = choices;
    const second = choices.find(({ uid }) => parentOf.get(uid) !== parentOf.get(first!.uid));
    for (const { uid } of [first!, second!]) {
      const { uid: stateUid, name, shortName } = (await client.organizations.get({ uid })).states[0]!;
      const set = { name: '城关镇', shortName: '城关镇' };
      await client.organizations.correct({ uid: stateUid, base: { name, shortName }, set });
    }
    const group = { name: '乡镇组', schemeUid, organizationUids: [first!.uid, second!.uid] };
    const { uid: groupUid } = await client.assessment.addGroup({ periodUid: frame.period.uid, ...group });
    const towns = await client.assessment.frame({ groupUid });
    const names = towns.objects.map(({ shortName }) => shortName);
    expect(new Set(names).size).toBe(2);
    const changes = [cellChange(towns, [1, 0], entry())];
    await client.assessment.setScores({ groupUid, stage: 'checked', changes });
    const asked = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
    const { records } = await client.history.list(asked);
    expect(records[0]?.summary).toBe(`${names[1]} 1.1`);
  });

  it('writes nothing at all where another value is stored by now, and hands back both', async () => {
    const [mine, theirs] = [entry({ direct: 10_000 }), entry({ direct: 12_000 })];
    await save([cellChange(frame, [0, 0], theirs)]);
    const changes = [cellChange(frame, [0, 1], mine), cellChange(frame, [0, 0], mine)];
    await expect(save(changes)).rejects.toMatchObject({
      code: 'conflict',
      data: {
        fields: [
          {
            label: `${frame.objects[0]!.shortName} 1.1`,
            objectUid: frame.objects[0]!.uid,
            indicatorUid: frame.scheme.indicators[0]!.uid,
            theirs,
            mine,
          },
        ],
      },
    });
    expect(at(await scores(), 0, 1)).toBeUndefined();
    expect(await save([cellChange(frame, [0, 0], mine, theirs)])).toEqual({ changed: 1 });
  });

  it('refuses what the item cannot have, naming object and indicator', async () => {
    const name = frame.objects[0]!.shortName;
    const refused = async (place: [number, number], wanted: ScoreEntry, detail: string) =>
      expect(save([cellChange(frame, place, wanted)])).rejects.toMatchObject({
        code: 'badInput',
        data: { detail },
      });
    await refused([0, 0], entry({ direct: 21_000 }), `${name} 1.1：得分应在0到20分之间`);
    await refused([0, 1], entry({ inputs: { b: { points: 7000 } } }), `${name} 1.2：酌情扣分应在2至6分之间`);
    await refused([0, 2], entry({ inputs: { x: {} } }), `${name} 1.3：评分标准已经变动，请刷新后重新填写`);
  });

  it('refuses indicators of another scheme', async () => {
    const other = await putSchemeInForce(office.client, undefined, { title: '另一个方案' });
    const { indicators } = await office.client.schemes.get({ uid: other });
    const change = { ...cellChange(frame, [0, 0], entry()), indicatorUid: indicators[0]!.uid };
    await expect(save([change])).rejects.toMatchObject({ code: 'notFound' });
  });

  it('takes a block of all cells as one operation that one undo takes back', async () => {
    const changes = everyCell(frame);
    expect(await save(changes)).toEqual({ changed: changes.length });
    await office.client.history.undo({});
    expect((await scores()).byObject.every((packed) => packed === '')).toBe(true);
  });

  it('remembers the last reasons of an indicator, newest first and each once', async () => {
    const reason = (text: string) => entry({ inputs: { b: { points: 2000 } }, reason: text });
    await save([cellChange(frame, [0, 1], reason('会议记录不全'))]);
    await save([cellChange(frame, [1, 1], reason('未见签到表'))]);
    await save([cellChange(frame, [2, 1], reason('会议记录不全'))]);
    const { uid } = frame.scheme.indicators[1]!;
    const reasons = () => office.client.assessment.recentReasons({ indicatorUid: uid });
    expect(await reasons()).toEqual(['会议记录不全', '未见签到表']);

    await save([cellChange(frame, [3, 1], reason('台账缺页'))]);
    await save([cellChange(frame, [0, 1], entry(), reason('会议记录不全'))]);
    await save([cellChange(frame, [1, 1], reason('未见签到表，已补'), reason('未见签到表'))]);
    expect(await reasons()).toEqual(['未见签到表，已补', '台账缺页', '会议记录不全']);
    await office.client.history.undo({});
    expect(await reasons()).toEqual(['未见签到表', '台账缺页', '会议记录不全']);
    await office.client.history.redo({});
    expect(await reasons()).toEqual(['未见签到表，已补', '台账缺页', '会议记录不全']);
  });

  it('tells the history of a cell also across clearing it', async () => {
    const [first, second] = [entry({ direct: 1000 }), entry({ direct: 2000 })];
    await save([cellChange(frame, [0, 3], first)]);
    await save([cellChange(frame, [0, 3], null, first)]);
    await save([cellChange(frame, [0, 3], second)]);
    const { objectUid, indicatorUid } = cellChange(frame, [0, 3], null);
    const events = await office.client.assessment.cellHistory({ stage: 'checked', objectUid, indicatorUid });
    expect(events.map(({ before, after }) => [before?.direct, after?.direct])).toEqual([
      [undefined, 1000],
      [1000, undefined],
      [undefined, 2000],
    ]);
    expect(events[0]).toMatchObject({ userName: '李明', label: '评分' });
  });
});
