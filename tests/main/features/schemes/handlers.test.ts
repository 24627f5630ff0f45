import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { defaultSettings } from '#shared/rules/schemes/default-settings.ts';
import { aDraft, indicatorFields } from '#tests/support/builders/scheme-draft.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { aRule } from '#tests/support/builders/scheme.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
});
afterAll(() => office.close());

function numbers(detail: SchemeDetail, categoryUid: string): string[] {
  return detail.indicators.filter((one) => one.categoryUid === categoryUid).map(({ number }) => number);
}

function withoutUids(detail: SchemeDetail) {
  return detail.indicators.map(({ uid: _uid, categoryUid: _categoryUid, ...content }) => content);
}

describe('a scheme as a draft', () => {
  it('begins with the grades of 国办发〔2013〕16号, two decimals and equal ranks that skip', async () => {
    const { uid } = await client.schemes.create({ title: '空方案', appliesTo: 'township' });
    const detail = await client.schemes.get({ uid });
    expect(detail).toMatchObject({ status: 'draft', version: 1, familyUid: uid, settings: defaultSettings });
    expect(detail.settings.grades.map(({ name }) => name)).toEqual(['优秀', '良好', '合格', '不合格']);
    expect(detail.findings).toEqual([{ text: '还没有一级指标', part: 'scheme', uid: null }]);
    await client.schemes.remove({ uid });
    await expect(client.schemes.get({ uid })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('keeps every kind of rule of an indicator exactly as it was entered', async () => {
    const { uid, first } = await aDraft(client);
    const kinds = [
      'failed',
      'each',
      'growing',
      'steps',
      'belowMinimum',
      'rate',
      'discretion',
      'earn',
      'bonus',
      'veto',
    ] as const;
    const rules = kinds.map((kind) => ({ ...aRule(kind), id: kind }));
    const condition = { relation: 'has', mark: 'nationalKeyTown' } as const;
    const set = { rules, condition, floor: 'negative', notApplicable: 'fullMarks' } as const;
    await client.schemes.updateIndicator({
      uid: first,
      base: { rules: [], condition: null, floor: 'zero', notApplicable: 'rescale' },
      set: { ...set, rules },
    });
    const detail = await client.schemes.get({ uid });
    expect(detail.indicators[0]).toMatchObject({ ...set, rules });
  });

  it('decides a conflict field by field and writes nothing then', async () => {
    const { uid, first } = await aDraft(client);
    await client.schemes.updateIndicator({
      uid: first,
      base: { content: '每季度召开一次消防工作会议' },
      set: { content: '甲' },
    });
    await client.schemes.updateIndicator({
      uid: first,
      base: { method: '查阅资料' },
      set: { method: '实地查看' },
    });
    const late = client.schemes.updateIndicator({
      uid: first,
      base: { content: '每季度召开一次消防工作会议', source: '' },
      set: { content: '乙', source: '通知' },
    });
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      data: { fields: [{ field: 'content', theirs: '甲', mine: '乙' }] },
    });
    expect((await client.schemes.get({ uid })).indicators[0]).toMatchObject({
      content: '甲',
      method: '实地查看',
      source: '',
    });
  });

  it('compares each setting by itself, and names the one that another window changed meanwhile', async () => {
    const { uid } = await aDraft(client);
    const grades = defaultSettings.grades.with(0, { name: '优秀', atLeast: 95_000 });
    await client.schemes.update({ uid, base: { bonusCap: null }, set: { bonusCap: 3_000 } });
    await client.schemes.update({ uid, base: { grades: defaultSettings.grades }, set: { grades } });
    const late = client.schemes.update({
      uid,
      base: { bonusCap: null, decimals: 2 },
      set: { bonusCap: 5_000 },
    });
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      data: { fields: [{ field: 'bonusCap', theirs: 3_000, mine: 5_000 }] },
    });
    const { settings } = await client.schemes.get({ uid });
    expect(settings).toEqual({ ...defaultSettings, grades, bonusCap: 3_000 });
  });

  it('refuses two rules with one id', async () => {
    const { first } = await aDraft(client);
    const set = { rules: [aRule('failed'), aRule('each')] };
    await expect(
      client.schemes.updateIndicator({ uid: first, base: { rules: [] }, set }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('adds the rules that were taken over to those of their items, as one step of undo', async () => {
    const { uid, first, second } = await aDraft(client);
    const before = await client.schemes.get({ uid });
    const [each, failed] = [aRule('each', { id: 'a', text: '少一次扣1分' }), aRule('failed', { id: 'b' })];
    const taken = [
      { indicatorUid: first, rules: [each], floor: 'negative' as const },
      { indicatorUid: second, rules: [failed], floor: null },
    ];
    expect(await client.schemes.takeRules({ uid, taken })).toEqual({ count: 2 });
    const after = await client.schemes.get({ uid });
    const [before1, before2] = before.indicators;
    expect(after.indicators.find((one) => one.uid === first)).toMatchObject({
      floor: 'negative',
      rules: [...(before1?.rules ?? []), each],
    });
    expect(after.indicators.find((one) => one.uid === second)).toMatchObject({
      floor: before2?.floor,
      rules: [...(before2?.rules ?? []), failed],
    });
    // Somebody else has the same proposal still on the screen.
    const again = [{ indicatorUid: first, rules: [{ ...each, id: 'c' }], floor: null }];
    expect(await client.schemes.takeRules({ uid, taken: again })).toEqual({ count: 0 });
    await client.history.undo({});
    expect(await client.schemes.get({ uid })).toEqual(before);
  });

  it('takes over no rules into an item of another scheme, and not more than an item holds', async () => {
    const [one, other] = [await aDraft(client), await aDraft(client)];
    const rules = [aRule('each', { id: 'a', text: '少一次扣1分' })];
    const elsewhere = [{ indicatorUid: other.first, rules, floor: null }];
    await expect(client.schemes.takeRules({ uid: one.uid, taken: elsewhere })).rejects.toMatchObject({
      code: 'refused',
    });
    const many = Array.from({ length: 12 }, (_, place) =>
      aRule('each', { id: `r${place}`, text: `${place}` }),
    );
    await client.schemes.updateIndicator({ uid: one.first, base: { rules: [] }, set: { rules: many } });
    const taken = [{ indicatorUid: one.first, rules, floor: null }];
    await expect(client.schemes.takeRules({ uid: one.uid, taken })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('puts indicators and categories behind one another, also into another category', async () => {
    const { uid, duty, building, first, second, third } = await aDraft(client);
    await client.schemes.move({ uid: second, categoryUid: null, afterUid: null });
    expect(numbers(await client.schemes.get({ uid }), duty)).toEqual(['1.2', '1.1']);
    await client.schemes.move({ uid: first, categoryUid: building, afterUid: third });
    expect(numbers(await client.schemes.get({ uid }), building)).toEqual(['2.1', '1.1']);
    await client.schemes.move({ uid: building, categoryUid: null, afterUid: null });
    expect((await client.schemes.get({ uid })).categories.map(({ name }) => name)).toEqual([
      '基础建设',
      '责任落实',
    ]);
    await client.schemes.addIndicator({
      categoryUid: building,
      afterUid: third,
      ...indicatorFields({ number: '2.2' }),
    });
    expect(numbers(await client.schemes.get({ uid }), building)).toEqual(['2.1', '2.2', '1.1']);
  });

  it('does not move an indicator into another scheme', async () => {
    const one = await aDraft(client);
    const other = await aDraft(client);
    await expect(
      client.schemes.move({ uid: one.first, categoryUid: other.duty, afterUid: null }),
    ).rejects.toMatchObject({ code: 'refused' });
  });

  it('brings back a removed category with its indicators, and a removed scheme, by undo', async () => {
    const { uid, duty, first } = await aDraft(client);
    const before = await client.schemes.get({ uid });
    await client.schemes.removeIndicator({ uid: first });
    await client.schemes.removeCategory({ uid: duty });
    await client.schemes.remove({ uid });
    for (let step = 0; step < 3; step += 1) await client.history.undo({});
    expect(await client.schemes.get({ uid })).toEqual(before);
  });

  it('names what does not add up', async () => {
    const { uid, first } = await aDraft(client);
    await client.schemes.update({ uid, base: { statedPoints: null }, set: { statedPoints: 110_000 } });
    await client.schemes.updateIndicator({
      uid: first,
      base: { maxPoints: 20_000, rules: [] },
      set: { maxPoints: 18_000, rules: [{ ...aRule('failed'), points: 19_000 }] },
    });
    const texts = (await client.schemes.get({ uid })).findings.map(({ text }) => text);
    expect(texts).toContain('一级指标合计 100 分，文件写明满分 110 分，差 10 分');
    expect(texts).toContain('“责任落实”写明 60 分，下面的指标合计 58 分，差 2 分');
    expect(texts).toContain('1.1“每季度召开一次消防工作会议”：评分规则的 19 分超过本项分值 18 分');
    expect(texts).toContain('2.1“每季度召开一次消防工作会议”还没有评分规则，打分时只能直接填分');
  });
});

describe('a scheme in force', () => {
  it('is frozen with everything in it', async () => {
    const { uid, duty, first, building } = await aDraft(client);
    await client.schemes.putInForce({ uid, from: '2026-01-01' });
    const changes = [
      client.schemes.update({ uid, base: { title: 'x' }, set: { title: 'y' } }),
      client.schemes.addCategory({ schemeUid: uid, name: '新', maxPoints: 0, bonus: false }),
      client.schemes.updateCategory({ uid: duty, base: {}, set: { name: '新' } }),
      client.schemes.removeCategory({ uid: duty }),
      client.schemes.addIndicator({ categoryUid: duty, afterUid: null, ...indicatorFields() }),
      client.schemes.updateIndicator({ uid: first, base: {}, set: { content: '新' } }),
      client.schemes.removeIndicator({ uid: first }),
      client.schemes.move({ uid: first, categoryUid: building, afterUid: null }),
      client.schemes.move({ uid: duty, categoryUid: null, afterUid: null }),
      client.schemes.remove({ uid }),
      client.schemes.putInForce({ uid, from: '2026-01-01' }),
    ];
    for (const change of changes) await expect(change).rejects.toMatchObject({ code: 'frozen' });
  });

  it('is replaced by its next version, which began as a copy of it, and comes back when that one is withdrawn', async () => {
    const { uid } = await aDraft(client, '乡镇方案');
    await client.schemes.putInForce({ uid, from: '2026-01-01' });
    const next = await client.schemes.newVersion({ uid, reason: '市里修订' });
    const [old, copy] = await Promise.all([client.schemes.get({ uid }), client.schemes.get(next)]);
    expect(withoutUids(copy)).toEqual(withoutUids(old));
    expect(copy).toMatchObject({ status: 'draft', version: 2, familyUid: uid, versionReason: '市里修订' });
    expect(copy.indicators[0]?.uid).not.toBe(old.indicators[0]?.uid);
    await expect(client.schemes.newVersion({ uid, reason: '再来' })).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(client.schemes.putInForce({ uid: next.uid, from: '2025-12-31' })).rejects.toMatchObject({
      code: 'refused',
    });

    await client.schemes.putInForce({ uid: next.uid, from: '2027-01-01' });
    expect((await client.schemes.get({ uid })).status).toBe('replaced');
    await client.schemes.withdraw({ uid: next.uid });
    expect(await client.schemes.get({ uid })).toMatchObject({ status: 'inForce', inForceFrom: '2026-01-01' });
    expect(await client.schemes.get(next)).toMatchObject({ status: 'draft', inForceFrom: null });
  });

  it('is not put in force without indicators', async () => {
    const { uid } = await client.schemes.create({ title: '空', appliesTo: 'county' });
    await expect(client.schemes.putInForce({ uid, from: '2026-01-01' })).rejects.toMatchObject({
      code: 'refused',
    });
  });
});

describe('the list of schemes', () => {
  it('counts indicators and full points, and carries pinyin initials', async () => {
    const { uid } = await aDraft(client, '社区方案');
    await client.schemes.addCategory({ schemeUid: uid, name: '加分项', maxPoints: 10_000, bonus: true });
    const entry = (await client.schemes.list()).find((one) => one.uid === uid);
    expect(entry).toMatchObject({
      indicatorCount: 3,
      fullPoints: 100_000,
      periodCount: 0,
      initials: expect.stringContaining('sqfa'),
    });
  });
});
