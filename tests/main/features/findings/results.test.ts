import type { FindingFilter } from '#shared/contract/findings.ts';
import { addDays } from '#shared/calendar/days.ts';
import { finishedJob } from '#tests/support/core.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { today, useVisitOffice } from '../visits/support.ts';

const every = { campaignUid: null, from: null, to: null };
const looked = { inspectors: '张磊', text: '现场查看', close: true } as const;

describe('the results of inspections', () => {
  const { at } = useVisitOffice();
  const results = (scope = {}) => at().client.findings.results({ ...every, ...scope });

  async function listed(filter: Partial<FindingFilter>, counted: Partial<FindingFilter['counted']> = {}) {
    const none = { from: null, to: null, team: null, hasNoCounty: false, hasNoTrade: false };
    const page = await at().client.findings.list({
      filter: {
        view: 'all',
        campaignUid: null,
        countyUid: null,
        tradeUid: null,
        severity: null,
        text: '',
        ...filter,
        counted: { ...none, isRectified: false, ...counted },
      },
      sort: 'found',
      after: null,
      limit: 100,
    });
    return page.rows.map(({ what }) => what);
  }

  beforeAll(async () => {
    const { client } = at();
    const [first, second] = [
      { day: addDays(today, -4), team: '第二组' },
      { day: addDays(today, -2), team: '第十组' },
    ];
    const soon = { dueOn: addDays(today, 9) };
    await at().record('望江国际酒店', first, [
      at().found('灭火器失效', { severity: 'major', element: '消防设施', ...soon }),
      at().found('通道堵塞', { dueOn: addDays(today, -1), article: '消防法第二十八条' }),
    ]);
    await at().record('河口商场', second, [at().found('喷淋关闭', soon), at().found('误登的', soon)]);
    await at().record('白石小学', second, [at().found('应急灯不亮', soon)]);
    const find = async (name: string, what: string) =>
      (await at().sheet(name)).findings.find((finding) => finding.what === what)!.uid;
    const done = await find('白石小学', '应急灯不亮');
    await client.findings.reinspect({ uids: [done], day: today, result: 'passed', ...looked });
    await client.tasks.cancel({ uids: [await find('河口商场', '误登的')], on: today, text: '误登' });
    await at().record('城东医院', { day: today }, []);
    const place = { kind: 'site', siteUid: at().at.uids.望江国际酒店! } as const;
    const { itemUid: _none, ...again } = at().found('通道又堵塞', { article: '消防法第二十八条', ...soon });
    const measures = { responsible: '', measures: '', funds: '', timeLimit: '', emergencyPlan: '' };
    await client.findings.add({ place, foundOn: today, ...again, ...measures });
  });

  it('are the same where they are so many that a job adds them up', async () => {
    const { client } = at();
    const { jobUid } = await client.findings.addUp(every);
    expect((await finishedJob(client, jobUid)).result).toEqual(await results());
  });

  it('are by county, trade, team and kind, without what was given up', async () => {
    const { byCounty, byTeam, bySeverity, total, cells } = await results();
    expect(total).toEqual({ found: 5, major: 1, rectified: 1, overdue: 1 });
    expect(byCounty.map(({ name, found, rectified, overdue }) => [name, found, rectified, overdue])).toEqual([
      ['城东区', 4, 0, 1],
      ['城西区', 1, 1, 0],
    ]);
    expect(byTeam.map(({ name, found }) => [name, found])).toEqual([
      ['第二组（冬春督查）', 2],
      ['第十组（冬春督查）', 2],
      ['未注明检查组', 1],
    ]);
    expect(bySeverity.map(({ severity, found, major }) => [severity, found, major])).toEqual([
      ['ordinary', 4, 0],
      ['major', 1, 1],
    ]);
    expect(cells.flat().reduce((sum, cell) => sum + (cell?.found ?? 0), 0)).toBe(5);
  });

  it('are of one campaign and of some days where that is asked for', async () => {
    const { campaignUid } = at();
    expect((await results({ campaignUid })).total.found).toBe(4);
    expect((await results({ to: addDays(today, -3) })).total.found).toBe(2);
    expect((await results({ campaignUid, from: today })).total.found).toBe(0);
  });

  it('open the list of what each number counts', async () => {
    const countyUid = at().at.sites.places.城东区!;
    expect(await listed({ countyUid })).toEqual(['通道又堵塞', '喷淋关闭', '通道堵塞', '灭火器失效']);
    expect(await listed({}, { team: '第十组' })).toEqual(['应急灯不亮', '喷淋关闭']);
    expect(await listed({}, { team: '' })).toEqual(['通道又堵塞']);
    expect(await listed({}, { isRectified: true })).toEqual(['应急灯不亮']);
    expect(await listed({ severity: 'major' })).toEqual(['灭火器失效']);
    expect(await listed({ view: 'overdue' })).toEqual(['通道堵塞']);
    expect(await listed({}, { to: addDays(today, -3) })).toEqual(['通道堵塞', '灭火器失效']);
    expect(await listed({ text: '喷淋' }, { team: '第十组' })).toEqual(['喷淋关闭']);
  });

  it('name what was found again at the same place, with the time before', async () => {
    const { rows, isMore } = await at().client.findings.repeated(every);
    expect(isMore).toBe(false);
    expect(rows).toMatchObject([
      { place: '望江国际酒店', countyName: '城东区', what: '通道又堵塞', earlier: { what: '通道堵塞' } },
    ]);
    const ofCampaign = await at().client.findings.repeated({ ...every, campaignUid: at().campaignUid });
    expect(ofCampaign.rows).toEqual([]);
  });

  it('say how much of what is swept one by one was visited, by county', async () => {
    const { swept } = await results({ campaignUid: at().campaignUid });
    expect(swept!.kinds.map(({ name }) => name).toSorted()).toEqual(['人员密集场所', '重点单位']);
    const crowded = swept!.kinds.findIndex(({ name }) => name === '人员密集场所');
    expect(swept!.rows.map(({ name, counts }) => [name, counts[crowded]])).toEqual([
      ['城东区', { sites: 3, listed: 3, visited: 3 }],
      ['城西区', { sites: 1, listed: 1, visited: 1 }],
    ]);
    const { kinds } = at().at;
    expect(await at().at.names(at().campaignUid, { view: 'visited', kindUid: kinds.key })).toEqual([
      '望江国际酒店',
    ]);
    expect((await results()).swept).toBeNull();
  });

  it('are written to a workbook with a sheet for each table', async () => {
    const { client } = at();
    await client.office.update({ name: '办公室', exportFolder: at().at.sites.office.dataFolder });
    const { jobUid } = await client.findings.exportResults({ ...every, campaignUid: at().campaignUid });
    const { result } = await finishedJob(client, jobUid);
    const sheets = await workbookTexts(at().at.sites.office.dataFolder, result);
    expect(Object.keys(sheets)).toEqual([
      '按区县',
      '按行业',
      '按检查组',
      '按级别',
      '分布(发现数)',
      '分布(整改率)',
      '逐一督查',
      '重复出现的问题',
    ]);
    expect(sheets['按检查组']!.at(-1)).toEqual(['', '合计', '4', '1', '1', '1', '25%']);
  });
});
