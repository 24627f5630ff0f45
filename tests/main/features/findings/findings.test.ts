import type { FindingFilter } from '#shared/contract/findings.ts';
import { addDays } from '#shared/calendar/days.ts';
import { finishedJob } from '#tests/support/core.ts';
import { fieldRecords } from '#tests/support/field-records.ts';
import { describe, expect, it } from 'vitest';
import { today, useVisitOffice } from '../visits/support.ts';

const everything: FindingFilter = {
  view: 'all',
  campaignUid: null,
  countyUid: null,
  tradeUid: null,
  severity: null,
  text: '',
  counted: null,
};

const looked = { inspectors: '张磊', text: '现场查看', close: false } as const;

describe('a finding', () => {
  const { at } = useVisitOffice();
  const get = (uid: string) => at().client.findings.get({ uid });

  it('is a task of the one list, found there by place and words', async () => {
    const uid = await at().findOne('望江国际酒店', '消防控制室无人值班', { spot: '一层' });
    const filter = { text: '控制室', view: 'all', kind: 'finding', unitUid: null, sourceUid: null } as const;
    const asked = { filter, sort: 'due', descending: false, after: null, limit: 10 } as const;
    const { rows } = await at().client.tasks.list(asked);
    expect(rows[0]).toMatchObject({ uid, title: '望江国际酒店一层：消防控制室无人值班' });
  });

  it('is not looked at again before it was found, nor on a day to come', async () => {
    const uid = await at().findOne('河口商场', '喷淋系统关闭', {}, addDays(today, -2));
    const reinspect = (day: string) =>
      at().client.findings.reinspect({ uids: [uid], day, result: 'passed', ...looked });
    await expect(reinspect(addDays(today, -3))).rejects.toThrow('复查日期不能早于发现日期');
    await expect(reinspect(addDays(today, 1))).rejects.toThrow('复查日期不能晚于今天');
  });

  it('goes back to its unit when it is not put right, and is closed by whoever found it right', async () => {
    const uid = await at().findOne('城东医院', '防火门损坏');
    const { client } = at();
    await client.tasks.report({ uids: [uid], on: today, text: '已更换', close: false });
    await client.findings.reinspect({ uids: [uid], day: today, result: 'failed', ...looked });
    expect((await get(uid)).task.status).toBe('returned');
    const early = client.findings.closeOut({ uids: [uid], day: today, by: '张磊', text: '合格' });
    await expect(early).rejects.toThrow('还没有复查合格');
    await client.findings.reinspect({ uids: [uid], day: today, result: 'passed', ...looked, close: true });
    expect(await get(uid)).toMatchObject({
      task: { status: 'closed', closedOn: today },
      closedBy: '张磊',
      reinspections: [{ result: 'failed' }, { result: 'passed', inspectors: '张磊' }],
    });
    const again = client.findings.reinspect({ uids: [uid], day: today, result: 'passed', ...looked });
    await expect(again).rejects.toThrow('已经销号');
  });

  it('is corrected together with its task', async () => {
    const uid = await at().findOne('城东仓库', '消火栓被圈占');
    const dueOn = addDays(today, 20);
    const base = { what: '消火栓被圈占', measures: '', dueOn: addDays(today, 10) };
    const set = { what: '消火栓被圈占、遮挡', measures: '清理货架', dueOn };
    await at().client.findings.update({ uid, base, set });
    expect(await get(uid)).toMatchObject({
      measures: '清理货架',
      task: { title: '城东仓库：消火栓被圈占、遮挡', dueOn },
    });
    const { dataFolder } = at().at.sites.office;
    const asked = { caller: { userUid: null }, today, from: today, to: today };
    expect(fieldRecords(dataFolder, 'findings', asked)).toContainEqual(
      expect.objectContaining({ 存在的问题: '消火栓被圈占、遮挡', 措施: '清理货架', 整改时限: dueOn }),
    );
  });

  it('is put under listed supervision in one step, once', async () => {
    const uid = await at().findOne('城西化工厂', '罐区防火堤开裂', {
      severity: 'major',
      element: '易燃易爆',
    });
    const given = { level: 'city', listedOn: today, dueOn: addDays(today, 90) } as const;
    const people = { leader: '', supervisingUnit: '' };
    const { listedUid } = await at().client.findings.putUnderListing({ uids: [uid], ...given, ...people });
    const listed = await at().client.listedSupervision.get({ uid: listedUid });
    expect(listed).toMatchObject({ name: '城西化工厂', hazards: '罐区防火堤开裂' });
    expect((await get(uid)).listed?.uid).toBe(listedUid);
    const again = at().client.findings.putUnderListing({ uids: [uid], ...given, ...people });
    await expect(again).rejects.toThrow('已经挂牌督办');
  });

  it('is entered outside of any visit, and taken away as long as nothing was done', async () => {
    const { client } = at();
    const countyUid = at().at.sites.places.城西区!;
    const { itemUid: _none, ...fields } = at().found('夜间占用消防车通道');
    const place = { kind: 'other', name: '城西夜市', countyUid } as const;
    const measures = { responsible: '', measures: '', funds: '', timeLimit: '', emergencyPlan: '' };
    const { uid } = await client.findings.add({ place, foundOn: today, ...fields, ...measures });
    expect(await get(uid)).toMatchObject({ place: '城西夜市', countyName: '城西区', campaignTitle: '' });
    await client.findings.remove({ uid });
    await expect(get(uid)).rejects.toThrow('已不存在');
    await client.history.undo({});
    expect(await get(uid)).toMatchObject({ place: '城西夜市' });
    const { rows } = await client.findings.list({
      filter: { ...everything, text: '消防车通道' },
      sort: 'due',
      after: null,
      limit: 10,
    });
    expect(rows.map((row) => row.uid)).toEqual([uid]);
  });

  it('follows its site when two entries of one become one', async () => {
    const { client } = at();
    const [twin] = await at().at.sites.add(at().at.sites.site('白石 小学', '城西区白石乡'));
    const uid = await at().findOne('白石小学', '应急照明不亮');
    const original = at().at.uids.白石小学!;
    const [keep, drop] = await Promise.all([
      client.keySites.get({ uid: twin! }),
      client.keySites.get({ uid: original }),
    ]);
    const fieldsOf = ({ kinds, name, organizationUid, address, tradeUid, ...rest }: typeof keep) => ({
      name,
      organizationUid,
      address,
      tradeUid,
      kindUids: kinds.map((kind) => kind.uid),
      responsiblePerson: rest.responsiblePerson,
      phone: rest.phone,
      note: rest.note,
      closedOn: rest.closedOn,
    });
    await client.keySites.merge({
      keepUid: twin!,
      dropUid: original,
      seen: { keep: fieldsOf(keep), drop: fieldsOf(drop) },
      values: fieldsOf(drop),
    });
    expect((await get(uid)).siteUid).toBe(twin);
  });
});

describe('the list of findings', () => {
  const { at } = useVisitOffice();
  const names = ['望江国际酒店', '河口商场', '城东医院', '城东仓库', '白石小学', '城西化工厂'];

  async function list(filter: Partial<FindingFilter>, sort: 'due' | 'found' = 'due', limit = 2) {
    const found: string[] = [];
    let after = null;
    do {
      const page = await at().client.findings.list({
        filter: { ...everything, ...filter },
        sort,
        after,
        limit,
      });
      found.push(...page.rows.map(({ what }) => what));
      after = page.next;
    } while (after !== null);
    return found;
  }

  it('shows pages in both orders, each view with its number', async () => {
    for (const [index, name] of names.entries()) {
      const day = addDays(today, index - 5);
      const severity = index === 0 ? ('major' as const) : ('ordinary' as const);
      const found = [at().found(`问题${index}`, { severity, dueOn: addDays(day, 12 - 2 * index) })];
      await at().record(name, { day }, found);
    }
    const uids = (await at().sheet('望江国际酒店')).findings.map(({ uid }) => uid);
    await at().client.findings.reinspect({ uids, day: today, result: 'passed', ...looked, close: true });
    expect(await list({ view: 'open' })).toEqual(['问题5', '问题4', '问题3', '问题2', '问题1']);
    expect(await list({}, 'found')).toEqual(names.map((_name, index) => `问题${5 - index}`));
    expect(await list({ view: 'closed' })).toEqual(['问题0']);
    const { views } = await at().client.findings.counts(everything);
    expect(views).toEqual({ open: 5, overdue: 0, soon: 2, waiting: 0, closed: 1, all: 6 });
  });

  it('narrows by campaign, county, severity and text, and counts the same', async () => {
    const countyUid = at().at.sites.places.城西区!;
    expect(await list({ countyUid })).toEqual(['问题5', '问题4']);
    expect(await list({ campaignUid: at().campaignUid, severity: 'major' })).toEqual(['问题0']);
    expect(await list({ text: 'hksc' })).toEqual(['问题1']);
    expect(await list({ text: '问题' })).toEqual(names.map((_name, index) => `问题${5 - index}`));
    const { views } = await at().client.findings.counts({ ...everything, countyUid });
    expect(views).toMatchObject({ all: 2, open: 2 });
    const counted = await at().client.findings.counts({ ...everything, text: '问题' });
    expect(counted.views).toMatchObject({ all: 6, closed: 1 });
    const { jobUid } = await at().client.findings.countAll({ ...everything, countyUid });
    expect((await finishedJob(at().client, jobUid)).result).toEqual({ total: 2 });
  });

  it('is written as 问题清单 and 整改台账', async () => {
    const { jobUid } = await at().client.findings.exportLedger({ filter: everything, uids: null });
    const job = await finishedJob(at().client, jobUid);
    expect(job).toMatchObject({ status: 'done', problem: null });
  });
});
