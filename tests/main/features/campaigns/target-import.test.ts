import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { type CampaignOffice, useCampaignOffice } from './support.ts';

describe('a list of targets that is imported', () => {
  const place = useCampaignOffice();
  let at: CampaignOffice;
  let uid: string;
  let number = 0;
  beforeAll(() => {
    at = place.at();
  });
  beforeEach(async () => {
    number += 1;
    uid = await at.campaign(`第${number}次督查`);
  });

  const read = (...lines: string[]) =>
    previewOf(
      at.client,
      at.client.campaigns.readTable({
        source: { text: lines.join('\n').replaceAll('|', '\t') },
        choice: nothingChosen,
        options: { campaignUid: uid },
      }),
    );
  const take = ({ stagedUid }: { stagedUid: string }) =>
    at.client.campaigns.importTable({ stagedUid, choice: nothingChosen, options: { campaignUid: uid } });

  it('knows sites of the ledger, townships and others, and is taken back by one undo', async () => {
    const preview = await read(
      '序号|县(市、区)|乡镇(街道)|督查对象|预计用时(分钟)|备注',
      '1||| 望江国际酒店|100|从后门进',
      '2|城西区||白石乡||',
      '3|城西区||地铁工地|30分钟|',
    );
    expect(preview).toMatchObject({ errorCount: 0, warningCount: 0 });
    expect(actionsOf(preview)).toEqual(['add', 'add', 'add']);
    expect(await take(preview)).toEqual({ added: 3, changed: 0 });
    const targets = await at.targets(uid);
    expect(targets.map(({ name, minutes, note, origin }) => [name, minutes, note, origin])).toEqual([
      ['望江国际酒店', 100, '从后门进', 'added'],
      ['地铁工地', 30, '', 'added'],
      ['白石乡', null, '', 'added'],
    ]);
    expect(targets.map(({ siteUid, countyName }) => [siteUid, countyName])).toEqual([
      [at.uids.望江国际酒店, '城东区'],
      [null, '城西区'],
      [null, '城西区'],
    ]);
    await at.client.history.undo({});
    expect(await at.names(uid)).toEqual([]);
  });

  it('lists nobody twice, and changes of those on the list only what it says', async () => {
    await at.sweep(uid, [at.kinds.key]);
    const preview = await read(
      '对象|县区|用时|备注',
      '望江国际酒店|城东区||',
      '城东仓库||120|夜间',
      '望江国际酒店|||',
    );
    expect(actionsOf(preview)).toEqual(['same', 'change', 'none']);
    expect(preview.problems[0]?.text).toContain('与第 2 行重复');
    expect(await take(preview)).toEqual({ added: 0, changed: 1 });
    const changed = (await at.targets(uid)).find(({ name }) => name === '城东仓库');
    expect(changed).toMatchObject({ minutes: 120, note: '夜间', origin: 'swept' });
  });

  it('takes what is called alike in two counties for two, also when it says something anew of one', async () => {
    const both = await read('对象|县区|备注', '地铁工地|城东区|', '地铁工地|城西区|');
    expect(actionsOf(both)).toEqual(['add', 'add']);
    await take(both);
    const one = await read('对象|县区|备注', '地铁工地|城西区|夜间');
    expect(await take(one)).toEqual({ added: 0, changed: 1 });
    const notes = (await at.targets(uid)).map(({ countyName, note }) => [countyName, note]);
    expect(new Map(notes.map(([county = '', note = '']) => [county, note]))).toEqual(
      new Map([
        ['城东区', ''],
        ['城西区', '夜间'],
      ]),
    );
  });

  it('keeps a visit as long as usual, also where the table repeats how long that is', async () => {
    const { minutesPerVisit: usual } = await at.client.campaigns.get({ uid });
    await take(await read('对象|县区|用时', `甲工地|城东区|${usual}`, '乙工地|城东区|120'));
    const again = [`甲工地|城东区|${usual}|夜间`, `乙工地|城东区|${usual}|`];
    expect(await take(await read('对象|县区|用时|备注', ...again))).toEqual({ added: 0, changed: 2 });
    expect((await at.targets(uid)).map(({ minutes }) => minutes)).toEqual([null, null]);
  });

  it('is asked about where it does not say who is meant, or says what cannot be', async () => {
    const { minutesPerVisit, counties } = await at.client.campaigns.get({ uid });
    const only = counties.filter(({ name }) => name === '城东区').map((county) => county.uid);
    const base = { countyUids: counties.map((county) => county.uid) };
    await at.client.campaigns.update({ uid, base, set: { countyUids: only } });
    const preview = await read(
      '督查对象|县(市、区)|乡镇(街道)|用时',
      '某工地|||',
      '城西化工厂|||',
      '城东医院|城东区||很久',
      '某店|城北区||',
      `城东仓库|||${minutesPerVisit}`,
    );
    expect(preview.problems.map(({ row, column, text }) => [row, column, text])).toEqual([
      [2, 'B', '“重点单位”里没有“某工地”，请写明在哪个县(市、区)。'],
      [3, 'B', '“城西化工厂”在城西区，不在督查范围里；请先在“基本情况”里加上这个区县。'],
      [4, 'D', '“很久”不是分钟数，请写 5 到 960 之间的整数，和平常一样的可以空着。'],
      [5, 'B', expect.stringContaining('没有找到“城北区”')],
    ]);
    await expect(take(preview)).rejects.toMatchObject({ code: 'refused' });
    expect(await at.names(uid)).toEqual([]);
  });
});
