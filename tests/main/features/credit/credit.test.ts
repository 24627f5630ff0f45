import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { creditViews, isInCreditView } from '#shared/rules/credit/state.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';
import { useSiteOffice } from '../key-sites/support.ts';
import {
  addEvent,
  CODE,
  CODE_2,
  CODE_3,
  everyEnterprise,
  firstPage,
  kindUid,
  publish,
  today,
} from './support.ts';

describe('credit supervision', () => {
  const { at } = useSiteOffice();
  const office = () => at().client;
  const credit = () => office().credit;

  describe('an enterprise under credit supervision', () => {
    it('is known again by its code, and refused with a wrong one', async () => {
      const { client } = at();
      const first = await addEvent(client, '永安商场', '受到消防行政处罚', addDays(today, -40), CODE);
      const again = await addEvent(
        client,
        '永安商场有限公司',
        '受到消防行政处罚',
        addDays(today, -30),
        ` ${CODE.toLowerCase()}`,
      );
      expect(again.enterpriseUid).toBe(first.enterpriseUid);
      expect(await credit().get({ uid: first.enterpriseUid })).toMatchObject({
        code: CODE,
        state: 'proposed',
        rating: { proposal: 'ordinary', points: 6_000 },
      });
      const wrong = addEvent(client, '无名商场', '受到消防行政处罚', today, '91350100M000100Y44');
      await expect(wrong).rejects.toThrow('校验码不对（GB 32100-2015）');
    });

    it('is found by name, pinyin initials and code', async () => {
      for (const text of ['永安', 'yasc', CODE])
        expect((await credit().list({ ...firstPage, text })).rows, text).toHaveLength(1);
      expect((await credit().list({ ...firstPage, text: '医院' })).rows).toEqual([]);
    });

    it('stands in a list that is read page by page, and is counted in each view', async () => {
      for (const name of ['甲厂', '乙厂', '丙厂']) await addEvent(at().client, name, '受到消防行政处罚');
      const whole = (await credit().list(firstPage)).rows.map(({ uid }) => uid);
      const paged: string[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const { rows, next }: Awaited<ReturnType<Client['credit']['list']>> = await credit().list({
          ...firstPage,
          after,
          limit: 2,
        });
        expect(rows.length).toBeLessThanOrEqual(2);
        paged.push(...rows.map(({ uid }) => uid));
        after = next;
      }
      expect(paged).toEqual(whole);
      const { views } = await credit().counts({ countyUid: null, text: '' });
      expect(views.all).toBe(whole.length);
    });

    it('is counted and searched as it stands after every change, undo and change of the rules', async () => {
      const listed = async (text: string) => {
        // Whoever is shown is rated at once, not held.
        const { rows: all } = await credit().list({ ...firstPage, limit: 200 });
        const counts: Record<string, number> = {};
        for (const view of creditViews) {
          const wanted = all.filter((row) => isInCreditView(row, row.state === 'repairing', view));
          const { rows } = await credit().list({ ...firstPage, view, limit: 200 });
          expect(rows, view).toEqual(wanted);
          counts[view] = wanted.filter(({ name }) => name.includes(text)).length;
        }
        return counts;
      };
      const counted = async (text: string) => (await credit().counts({ countyUid: null, text })).views;
      const expectSame = async () => {
        expect(await counted('')).toEqual(await listed(''));
        expect(await counted('计数')).toEqual(await listed('计数'));
      };
      await expectSame();
      const { enterpriseUid } = await addEvent(at().client, '计数一厂', '受到消防行政处罚');
      await expectSame();
      await addEvent(at().client, '计数一厂', '重大火灾隐患逾期不整改', today);
      await expectSame();
      await publish(at().client, '计数二厂');
      await expectSame();
      const found = await credit().list({ ...firstPage, text: 'jsec', limit: 1 });
      expect(found.rows.map(({ name }) => name)).toEqual(['计数二厂']);
      await office().history.undo({});
      await expectSame();
      expect((await credit().get({ uid: enterpriseUid })).state).toBe('proposed');
      const base = await credit().settings();
      const lines = { ...base.lines, ordinary: 1_000, serious: 2_000 };
      await credit().setSettings({ base, set: { ...base, lines } });
      await expectSame();
      await office().history.undo({});
      await expectSame();
    });

    it('that is a key site is entered from the ledger, once, and follows when two sites become one', async () => {
      const { client } = at();
      const [keepUid = '', dropUid = ''] = await at().add(
        at().site('望江酒店', '城东区中山街道', { responsiblePerson: '何强' }),
        at().site('望江大酒店', '城东区中山街道'),
      );
      const add = async (siteUid: string) =>
        credit().addEvent({
          subject: { kind: 'site', siteUid },
          origin: null,
          kindUid: await kindUid(client, '获消防安全工作表彰'),
          day: addDays(today, -10),
          text: '',
          number: '',
        });
      const [kept, dropped] = [await add(keepUid), await add(dropUid)];
      expect((await add(keepUid)).enterpriseUid).toBe(kept.enterpriseUid);
      expect(await credit().get({ uid: kept.enterpriseUid })).toMatchObject({
        name: '望江酒店',
        countyName: '城东区',
        townshipName: '中山街道',
        legalPerson: '何强',
        siteUid: keepUid,
        state: 'trusted',
      });
      const fields = (name: string, responsiblePerson: string) => ({
        ...at().site(name, '城东区中山街道', { responsiblePerson }),
        closedOn: null,
      });
      const keep = fields('望江酒店', '何强');
      const seen = { keep, drop: fields('望江大酒店', '') };
      await client.keySites.merge({ keepUid, dropUid, seen, values: keep });
      expect((await credit().get({ uid: kept.enterpriseUid })).events).toHaveLength(3);
      await expect(credit().get({ uid: dropped.enterpriseUid })).rejects.toThrow('已不存在');
    });

    it('that stands by name and county already is the key site’s, and two with different codes stay two', async () => {
      const { client } = at();
      const [keepUid = '', dropUid = ''] = await at().add(
        at().site('清河宾馆', '城东区中山街道', { responsiblePerson: '吴江' }),
        at().site('清河大宾馆', '城东区中山街道'),
      );
      const uid = await kindUid(client, '受到消防行政处罚');
      const event = { origin: null, kindUid: uid, day: today, text: '', number: '' };
      const named = await credit().addEvent({
        ...event,
        subject: { kind: 'new', name: '清河宾馆', code: CODE_2, organizationUid: at().places['城东区']! },
      });
      const ofSite = await credit().addEvent({ ...event, subject: { kind: 'site', siteUid: keepUid } });
      expect(ofSite.enterpriseUid).toBe(named.enterpriseUid);
      expect(await credit().get({ uid: named.enterpriseUid })).toMatchObject({
        siteUid: keepUid,
        legalPerson: '吴江',
      });
      const other = await credit().addEvent({ ...event, subject: { kind: 'site', siteUid: dropUid } });
      await credit().updateEnterprise({
        uid: other.enterpriseUid,
        base: { code: '' },
        set: { code: CODE_3 },
      });
      const fields = (name: string, responsiblePerson: string) => ({
        ...at().site(name, '城东区中山街道', { responsiblePerson }),
        closedOn: null,
      });
      const keep = fields('清河宾馆', '吴江');
      const seen = { keep, drop: fields('清河大宾馆', '') };
      await client.keySites.merge({ keepUid, dropUid, seen, values: keep });
      expect(await credit().get({ uid: other.enterpriseUid })).toMatchObject({ code: CODE_3, siteUid: null });
    });

    it('is deleted only while nothing hangs on it', async () => {
      const { enterpriseUid: uid, uid: eventUid } = await addEvent(
        at().client,
        '误录企业',
        '受到消防行政处罚',
        today,
      );
      await expect(credit().removeEnterprise({ uid })).rejects.toThrow('不能删除');
      await credit().removeEvent({ uid: eventUid });
      await credit().removeEnterprise({ uid });
    });

    it('tells who changed the same field meanwhile instead of overwriting it', async () => {
      const { enterpriseUid: uid } = await addEvent(at().client, '河口粮油', '受到消防行政处罚', today);
      await credit().updateEnterprise({ uid, base: { phone: '' }, set: { phone: '8221001' } });
      const other = credit().updateEnterprise({ uid, base: { phone: '' }, set: { phone: '8221002' } });
      await expect(other).rejects.toThrow('刚被别人改过');
    });
  });

  describe('a credit event', () => {
    it('comes from a finding and from a listed hazard with one step, and links to them', async () => {
      const { client } = at();
      const [siteUid = ''] = await at().add(at().site('白石化工', '城西区白石乡'));
      const organizationUid = at().places['城西区']!;
      const { uid } = await client.findings.add({
        place: { kind: 'site', siteUid },
        foundOn: addDays(today, -20),
        spot: '罐区',
        what: '泡沫系统故障',
        severity: 'ordinary',
        element: '',
        article: '',
        demand: '',
        dueOn: addDays(today, 10),
        leadUids: [organizationUid],
        responsible: '',
        measures: '',
        funds: '',
        timeLimit: '',
        emergencyPlan: '',
      });
      const origin = { kind: 'finding', uid } as const;
      const proposed = await credit().propose(origin);
      expect(proposed).toMatchObject({
        subject: { kind: 'site', siteUid },
        name: '白石化工',
        text: '罐区：泡沫系统故障',
        made: [],
      });
      const { enterpriseUid } = await credit().addEvent({
        subject: proposed.subject!,
        origin,
        kindUid: await kindUid(client, '火灾隐患逾期未整改'),
        day: today,
        text: proposed.text,
        number: '',
      });
      expect((await credit().propose(origin)).made).toMatchObject([
        { enterpriseUid, kindName: '火灾隐患逾期未整改' },
      ]);
      const { events } = await credit().get({ uid: enterpriseUid });
      expect(events[0]).toMatchObject({ finding: { uid, what: '泡沫系统故障' }, listed: null });
    });

    it('is corrected while no decision was begun upon it', async () => {
      const { uid, enterpriseUid } = await addEvent(office(), '河口粮油', '火灾隐患逾期未整改', today);
      await credit().updateEvent({ uid, base: { number: '' }, set: { number: '临消罚决字〔2026〕1号' } });
      const { events } = await credit().get({ uid: enterpriseUid });
      expect(events.find((event) => event.uid === uid)).toMatchObject({ number: '临消罚决字〔2026〕1号' });
    });

    it('is refused of a day on which its kind is not in use, and of one that is to come', async () => {
      const { client } = at();
      const early = addEvent(client, '永安商场', '受到消防行政处罚', '2020-05-01');
      await expect(early).rejects.toThrow('2021-01-01 起使用');
      await expect(addEvent(client, '永安商场', '受到消防行政处罚', addDays(today, 1))).rejects.toThrow(
        '还没有到',
      );
    });

    it('is taken from a pasted table, new enterprises and known ones, and the same one only once', async () => {
      const { client } = at();
      const read = (text: string) =>
        previewOf(client, credit().readTable({ source: { text }, choice: nothingChosen, options: null }));
      const heads = '单位名称\t统一社会信用代码\t所在区县\t事项\t日期\t事由';
      const wrong = await read(
        `${heads}\n新星纺织\t91350100M000100Y44\t城东区\t受到消防行政处罚\t${today}\t\n老街饭店\t\t城南区\t罚款\t\t`,
      );
      expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text.slice(0, 12)}`)).toEqual([
        '2B 统一社会信用代码的校验码',
        '3C 没有找到“城南区”，请写',
        '3D 没有“罚款”这种信用事项',
      ]);
      const preview = await read(
        `${heads}\n永安商场\t${CODE}\t城东区\t受到消防行政处罚\t${addDays(today, -40)}\t\n` +
          `新星纺织\t\t城东\t获消防安全工作表彰\t${today}\t先进单位\n新星纺织\t\t城东\t获消防安全工作表彰\t${today}\t先进单位`,
      );
      expect(actionsOf(preview)).toEqual(['same', 'add', 'none']);
      expect(preview.notes).toEqual(['新增 1 个企业：新星纺织']);
      const { stagedUid } = preview;
      await credit().importTable({ stagedUid, choice: nothingChosen, options: null });
      const trusted = await credit().list({ ...firstPage, view: 'trusted', text: '新星' });
      expect(trusted.rows).toMatchObject([{ name: '新星纺织', countyName: '城东区', eventCount: 1 }]);
      const { countyUid = null } = trusted.rows[0] ?? {};
      const { rows: all } = await credit().list({ ...firstPage, limit: 200 });
      const inCounty = all.filter((row) => row.countyUid === countyUid);
      expect(inCounty.length).toBeLessThan(all.length);
      expect((await credit().list({ ...firstPage, countyUid, limit: 200 })).rows).toEqual(inCounty);
      const { views } = await credit().counts({ countyUid, text: '' });
      const ratedTrusted = inCounty.filter(({ rating }) => rating.level === 'trusted');
      expect(views).toMatchObject({ all: inCounty.length, trusted: ratedTrusted.length });
    });

    it('of a table is another enterprise’s in another county, and told where only the name is the same', async () => {
      const { client } = at();
      const take = async (...rows: string[]) => {
        const text = ['单位名称\t所在区县\t事项\t日期\t文号', ...rows].join('\n');
        const source = { text };
        const read = credit().readTable({ source, choice: nothingChosen, options: null });
        const preview = await previewOf(client, read);
        const { stagedUid } = preview;
        await credit().importTable({ stagedUid, choice: nothingChosen, options: null });
        return preview;
      };
      const penalty = (place: string, number: string) =>
        `同名酒店\t${place}\t受到消防行政处罚\t${today}\t${number}`;
      await take(penalty('城东', '1号'));
      await take(penalty('城西', '1号'));
      const listed = (await credit().list({ ...firstPage, text: '同名酒店' })).rows;
      expect(listed.map(({ countyName }) => countyName)).toEqual(['城东区', '城西区']);
      await credit().updateEnterprise({
        uid: listed[1]!.uid,
        base: { name: '同名酒店' },
        set: { name: '西边的酒店' },
      });
      const again = await take(penalty('', '1号'), penalty('', '2号'), penalty('城东', '2号'));
      expect(actionsOf(again)).toEqual(['same', 'add', 'none']);
      expect(again.problems[0]).toMatchObject({ severity: 'warning', row: 2 });
      expect(again.problems[0]!.text).toContain('按名称认作城东区的“同名酒店”');
    });

    it('of the same day is a second one where its number is another', async () => {
      const { client } = at();
      const heads = '单位名称\t所在区县\t事项\t日期\t文号';
      const row = (number: string) => `河口造船\t城东\t受到消防行政处罚\t${today}\t${number}`;
      const text = [heads, row('罚〔1〕'), row('罚〔2〕'), row('罚〔2〕')].join('\n');
      const read = () =>
        previewOf(client, credit().readTable({ source: { text }, choice: nothingChosen, options: null }));
      const preview = await read();
      expect(actionsOf(preview)).toEqual(['add', 'add', 'none']);
      const { stagedUid } = preview;
      await credit().importTable({ stagedUid, choice: nothingChosen, options: null });
      expect(actionsOf(await read())).toEqual(['same', 'same', 'none']);
    });
  });

  describe('the office’s own lists', () => {
    it('keep what is used, may end it, and are never overwritten', async () => {
      const kinds = await credit().kinds();
      const wanted = kinds.map(({ usedBy: _usedBy, ...kind }) => kind);
      const without = wanted.filter(({ name }) => name !== '受到消防行政处罚');
      await expect(credit().setKinds({ base: wanted, set: without })).rejects.toThrow('请填停用日期');
      const turned = wanted.map((kind) =>
        kind.name === '受到消防行政处罚' ? { ...kind, effect: 'serious' as const, points: null } : kind,
      );
      await expect(credit().setKinds({ base: wanted, set: turned })).rejects.toThrow('另加一种');
      for (const change of [{ points: 4_000 }, { months: 6 }]) {
        const other = wanted.map((kind) =>
          kind.name === '受到消防行政处罚' ? { ...kind, ...change } : kind,
        );
        const saved = credit().setKinds({ base: wanted, set: other });
        await expect(saved, JSON.stringify(change)).rejects.toThrow('另加一种');
      }
      const ended = wanted.map((kind) =>
        kind.name === '火灾隐患逾期未整改' ? { ...kind, validTo: '2022-01-01' } : kind,
      );
      await credit().setKinds({ base: wanted, set: ended });
      await expect(credit().setKinds({ base: wanted, set: without })).rejects.toThrow('刚被别人改过');
      await office().history.undo({});
    });

    it('keep the terms that decisions are judged by', async () => {
      const settings = await credit().settings();
      const serious = { ...settings.serious, minMonths: 40 };
      await expect(credit().setSettings({ base: settings, set: { ...settings, serious } })).rejects.toThrow();
      const lines = { ...settings.lines, ordinary: 4_000 };
      await credit().setSettings({ base: settings, set: { ...settings, lines } });
      expect((await credit().settings()).lines.ordinary).toBe(4_000);
      await office().history.undo({});
    });
  });

  describe('lists for publication', () => {
    it('hold who is trusted and who is discredited on the day, with measures, in Excel and on paper', async () => {
      const { client: here } = at();
      const { dataFolder } = at().office;
      await publish(here, '失信仓库');
      await here.office.update({ name: '临川市消安办', exportFolder: dataFolder });
      const { jobUid } = await credit().exportLists({ day: today, filter: everyEnterprise });
      const { result } = await finishedJob(here, jobUid);
      const texts = await workbookTexts(dataFolder, result);
      expect(Object.keys(texts)).toEqual(['红名单', '黑名单', '信用监管台账']);
      expect(texts['红名单']!.flat()).toContain('望江酒店');
      expect(texts['黑名单']!.flat()).toEqual(
        expect.arrayContaining(['失信仓库', '严重失信', '临消安办〔2025〕7号']),
      );
      expect(texts['黑名单']!.flat()).not.toContain('望江酒店');
      const paper = JSON.stringify(await credit().paper({ day: today, list: 'discredited' }));
      expect(paper).toContain('失信仓库');
      expect(paper).toContain('严重失信惩戒措施');
      const before = JSON.stringify(await credit().paper({ day: '2022-01-01', list: 'discredited' }));
      expect(before).not.toContain('失信仓库');
    });

    it('are counted in reports', async () => {
      const { uid } = await office().reports.add({
        name: '信用',
        rowKind: 'county',
        columns: ['credit.awards', 'credit.public'].map((measure) => ({ measure, heading: '' })),
        hidesEmpty: false,
        cycle: 'month',
        source: '',
        validFrom: null,
        validTo: null,
      });
      const { table } = await office().reports.view({ uid, from: addDays(today, -60), to: today });
      expect(table.total.map(({ value }) => value)).toEqual([4, 1]);
    });
  });
});
