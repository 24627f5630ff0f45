import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryFields, LibraryFilter } from '#shared/contract/library.ts';
import { localDay } from '#shared/calendar/days.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

const all: LibraryFilter & { after: null; limit: number } = {
  text: '',
  level: null,
  view: 'all',
  after: null,
  limit: 50,
};
const blank: LibraryFields = {
  title: '',
  number: '',
  issuer: '',
  level: 'normative',
  issuedOn: null,
  inForceFrom: null,
  inForceTo: null,
  validity: 'valid',
  replacedByUid: null,
  subjects: '',
  abstract: '',
};

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
});
afterAll(() => office.close());

const found = async (text: string, more: Partial<LibraryFilter> = {}) =>
  (await client.library.list({ ...all, ...more, text })).rows;
const titles = async (text: string, more: Partial<LibraryFilter> = {}) =>
  (await found(text, more)).map(({ title }) => title);
const add = async (fields: Partial<LibraryFields>) => (await client.library.add({ ...blank, ...fields })).uid;
const clause = (number: string, text: string) => ({ number, heading: '', text });

describe('entries of the library', () => {
  it('are found by two characters, number and pinyin initials, those of the title before those of clauses', async () => {
    const water = await add({ title: '消火栓管理办法', number: '临政发〔2024〕7号', issuedOn: '2024-03-01' });
    const station = await add({ title: '消防水源规定', issuedOn: '2025-03-01', level: 'own' });
    await client.library.addClauses({
      uid: station,
      replaces: false,
      clauses: [clause('第一条', '市政道路设置消火栓。'), clause('第二条', '天然水源设取水平台。')],
    });
    expect(await titles('消火栓')).toEqual(['消火栓管理办法', '消防水源规定']);
    expect(await titles('水源')).toEqual(['消防水源规定']);
    expect(await titles('xhsgl')).toEqual(['消火栓管理办法']);
    expect(await titles('2024 7号')).toEqual(['消火栓管理办法']);
    expect(await titles('消火栓', { level: 'own' })).toEqual(['消防水源规定']);
    expect(await titles('没有的词')).toEqual([]);
    expect(await titles('…')).toEqual([]);
    const byDay = await client.library.list({ ...all, text: '消火栓', order: 'day' });
    expect(byDay.rows.map(({ title }) => title)).toEqual(['消防水源规定', '消火栓管理办法']);
    const first = await client.library.list({ ...all, text: '消火栓', order: 'day', limit: 1 });
    const next = await client.library.list({ ...all, text: '消火栓', order: 'day', after: first.next });
    expect([...first.rows, ...next.rows].map(({ title }) => title)).toEqual([
      '消防水源规定',
      '消火栓管理办法',
    ]);
    expect(next.next).toBeNull();
    const [, second] = await found('消火栓');
    expect(second?.hits.map(({ number }) => number)).toEqual(['第一条']);
    expect(second?.hits[0]?.excerpt).toContainEqual({ text: '消火栓', isHit: true });
    expect((await client.library.get({ uid: water })).title).toBe('消火栓管理办法');
  });

  it('stand on one page only, the latest first, however many of their clauses are found', async () => {
    for (const [place, day] of ['2020-01-01', '2022-01-01', '2021-01-01'].entries()) {
      const uid = await add({ title: `分页示例${place}`, issuedOn: day });
      const clauses = [1, 2, 3, 4, 5].map((count) => clause(`第${count}条`, `竹排渡江${count}`));
      await client.library.addClauses({ uid, replaces: false, clauses });
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<Client['library']['list']>> = await client.library.list({
        ...all,
        text: '竹排',
        after,
        limit: 1,
      });
      seen.push(...page.rows.map(({ title, hits }) => `${title} ${hits.length}`));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['分页示例1 3', '分页示例2 3', '分页示例0 3']);
    const latest = await client.library.list({ ...all, limit: 2 });
    const rest = await client.library.list({ ...all, after: latest.next, limit: 200 });
    expect(latest.rows.map(({ title }) => title)).toEqual(['消防水源规定', '消火栓管理办法']);
    expect(rest.rows.map(({ title }) => title)).toEqual(['分页示例1', '分页示例2', '分页示例0']);
    expect(rest.next).toBeNull();
  });

  it('keep the index in step when they are changed, removed and brought back', async () => {
    const uid = await add({ title: '烟花爆竹规定', issuedOn: '2023-01-01' });
    await client.library.addClauses({ uid, replaces: false, clauses: [clause('第一条', '限制燃放鞭炮。')] });
    await client.library.correct({ uid, base: { issuedOn: '2023-01-01' }, set: { issuedOn: '2026-01-01' } });
    expect(await titles('鞭炮')).toEqual(['烟花爆竹规定']);
    const { clauses } = await client.library.get({ uid });
    await client.library.correctClause({
      uid: clauses[0]!.uid,
      base: { text: '限制燃放鞭炮。' },
      set: { text: '禁止燃放礼花。' },
    });
    expect(await titles('鞭炮')).toEqual([]);
    expect(await titles('礼花')).toEqual(['烟花爆竹规定']);
    await client.library.remove({ uid });
    expect(await titles('礼花')).toEqual([]);
    expect(await titles('烟花')).toEqual([]);
    await client.history.undo({});
    expect(await titles('礼花')).toEqual(['烟花爆竹规定']);
    await client.library.addClauses({ uid, replaces: true, clauses: [clause('第一条', '只准春节燃放。')] });
    expect(await titles('礼花')).toEqual([]);
    await client.history.undo({});
    expect(await titles('礼花')).toEqual(['烟花爆竹规定']);
    expect(await titles('春节')).toEqual([]);
  });

  it('are not entered twice with the same title and number', async () => {
    await add({ title: '重复示例', number: '临消安委〔2026〕1号' });
    await expect(add({ title: '重复示例', number: '临消安委[2026]1号' })).rejects.toThrow(
      '文件库里已有“重复示例”',
    );
    await add({ title: '重复示例', number: '临消安委〔2026〕2号' });
    const similar = await client.library.similar({ title: '《重复示例》', number: '' });
    expect(similar).toHaveLength(2);
  });

  it('say what is wrong with their days and their replacement', async () => {
    await expect(add({ title: '日期', inForceFrom: '2026-02-01', inForceTo: '2026-01-01' })).rejects.toThrow(
      '失效日期不能早于施行日期',
    );
    const uid = await add({ title: '替代者' });
    await expect(add({ title: '被替代者', replacedByUid: uid })).rejects.toThrow('效力请选“被替代”');
    await expect(
      client.library.correct({
        uid,
        base: { validity: 'valid', replacedByUid: null },
        set: { validity: 'replaced', replacedByUid: uid },
      }),
    ).rejects.toThrow('不能替代它自己');
    await expect(
      client.library.addClauses({ uid, replaces: false, clauses: [clause('第一条', '')] }),
    ).rejects.toThrow('第一条没有条文');
  });
});

describe('what rests on the library', () => {
  it('is listed at the clause, and warns where it no longer counts', async () => {
    const row = {
      level: 0,
      kind: 'question' as const,
      demand: '',
      dueDays: null,
      severity: 'ordinary' as const,
      element: '',
    };
    const list = await client.checklists.add({
      title: '用电检查清单',
      source: '《电气防火规定》',
      note: '',
      rows: [
        { ...row, text: '线路穿管', article: '《电气防火规定》第3条' },
        { ...row, text: '不超负荷', article: '《电气防火规定》第九条' },
      ],
    });
    const uid = await add({ title: '电气防火规定', number: '临政发〔2019〕3号', issuedOn: '2019-05-01' });
    await client.library.addClauses({ uid, replaces: false, clauses: [clause('第三条', '线路应当穿管。')] });
    const detail = await client.library.get({ uid });
    expect(detail.clauses[0]?.citedBy.map(({ name }) => name)).toEqual(['用电检查清单：线路穿管']);
    expect(detail.citedBy.map(({ name }) => name)).toEqual(['用电检查清单的依据', '用电检查清单：不超负荷']);
    expect(detail.citedByCount).toBe(3);
    const path = `/checklists/${list.uid}`;
    expect(await client.library.outdated({ path })).toEqual([]);
    expect(await client.library.links({ path })).toEqual([
      { text: '《电气防火规定》', path: `/library/${uid}`, isOutdated: false },
      {
        text: '《电气防火规定》第3条',
        path: `/library/${uid}/${detail.clauses[0]!.uid}`,
        isOutdated: false,
      },
      { text: '《电气防火规定》第九条', path: `/library/${uid}`, isOutdated: false },
    ]);

    const newer = await add({ title: '电气火灾防控规定', issuedOn: '2026-05-01' });
    await client.library.correct({
      uid,
      base: { validity: 'valid', replacedByUid: null },
      set: { validity: 'replaced', replacedByUid: newer },
    });
    const [warning] = await client.library.outdated({ path });
    expect(warning).toMatchObject({
      title: '电气防火规定',
      standing: 'replaced',
      replacedBy: { uid: newer, title: '电气火灾防控规定' },
    });
    expect(warning?.places).toHaveLength(3);
    expect(await titles('', { view: 'cited' })).toEqual(['电气防火规定']);
    expect(await titles('dqfh', { view: 'cited' })).toEqual(['电气防火规定']);
    expect(await titles('电气', { view: 'outdated' })).toEqual(['电气防火规定']);
    expect((await client.library.counts()).cited).toBe(1);
    expect((await client.library.get({ uid: newer })).replaces.map(({ title }) => title)).toEqual([
      '电气防火规定',
    ]);
  });

  it('means the edition that still counts where title alone is written', async () => {
    const newer = await add({ title: '电气防火规定', number: '临政发〔2026〕8号', issuedOn: '2026-08-01' });
    expect((await client.library.get({ uid: newer })).citedByCount).toBe(3);
    expect(await titles('', { view: 'cited' })).toEqual([]);
    await client.history.undo({});
  });
});

describe('received papers and the library', () => {
  const received = {
    sender: '省消安办',
    theirNumber: '省消安办〔2026〕18号',
    title: '关于加强基层力量的通知',
    receivedOn: localDay(Date.now()),
    dueOn: null,
    urgency: '',
    secrecy: '',
    copies: 1,
    note: '',
  };

  it('are taken over once, and know each other', async () => {
    const { uid: receivedUid } = await client.receivedPapers.register(received);
    const taken = { receivedUid, linkToUid: null, anyway: false };
    const { uid } = await client.library.takeOver(taken);
    expect(await client.library.takeOver(taken)).toEqual({ uid });
    expect(await client.library.ofReceived({ receivedUid })).toMatchObject({ uid });
    expect(await client.library.get({ uid })).toMatchObject({
      number: '省消安办〔2026〕18号',
      level: 'superior',
      received: { uid: receivedUid, title: received.title },
    });
  });

  it('are not made a second time silently: the clerk links or says that it is another', async () => {
    const { uid: receivedUid } = await client.receivedPapers.register({ ...received, theirNumber: '' });
    const taken = { receivedUid, linkToUid: null, anyway: false };
    await expect(client.library.takeOver(taken)).rejects.toThrow('标题或文号相同');
    const [first] = await client.library.similar({ title: received.title, number: '' });
    await expect(client.library.takeOver({ ...taken, linkToUid: first!.uid })).rejects.toThrow('另一份收文');
    const other = await client.library.takeOver({ ...taken, anyway: true });
    expect(other.uid).not.toBe(first!.uid);
    await client.receivedPapers.remove({ uid: receivedUid });
    expect((await client.library.get({ uid: other.uid })).received).toBeNull();
  });
});

describe('the list that comes with the program', () => {
  it('is loaded once, with what was replaced by what', async () => {
    const { added } = await client.library.loadCatalogue();
    expect(added).toBeGreaterThan(15);
    const [old] = await found('GB 35181-2017');
    expect(old).toMatchObject({ title: '重大火灾隐患判定方法', standing: 'replaced' });
    expect((await client.library.get({ uid: old!.uid })).replacedBy?.title).toBe('重大火灾隐患判定规则');
    const brigades = (await found('乡镇消防队'))[0]!;
    expect((await client.library.get({ uid: brigades.uid })).citedBy.map(({ kind }) => kind)).toContain(
      '建队标准',
    );
    const duties = (await found('国办发〔2017〕87号'))[0]!;
    const { clauses } = await client.library.get({ uid: duties.uid });
    expect(clauses.map(({ number, heading }) => `${number} ${heading}`)).toContain('第二十二条 年度考核');
    await add({ title: '消防安全领域信用管理暂行办法', number: '应急消〔2020〕331号' });
    const kinds = new Set<string>();
    for (const { uid } of await found(''))
      for (const { kind } of (await client.library.get({ uid })).citedBy) kinds.add(kind);
    expect([...kinds]).toEqual(expect.arrayContaining(['抽查事项', '信用监管', '欠账项目', '消防站台账']));
    await expect(client.library.loadCatalogue()).rejects.toThrow('都已经在文件库里');
  });
});
