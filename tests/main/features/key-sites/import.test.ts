import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ListPreview } from '#shared/contract/table-import.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { finishedJob } from '#tests/support/core.ts';
import { actionsOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { everySite, type SiteOffice, useSiteOffice } from './support.ts';

const paste = (text: string) => text.replaceAll('|', '\t');
describe('a pasted table of sites', () => {
  const place = useSiteOffice();
  let at: SiteOffice;
  beforeAll(() => {
    at = place.at();
  });

  it('is shown as it is understood, and stored only when it is confirmed; one undo takes it back', async () => {
    const preview = await at.read(
      paste(
        '电话|单位名称|类别|乡镇街道|县（市、区）|行业|是否高层\n1381|望江酒店|消防安全重点单位、人员密集|中山街道|城东区|酒店|是\n|河口网咖||河口镇||电竞|否\n1382|城西客运站||||交通运输|',
      ),
    );
    expect(preview).toMatchObject({ rowCount: 3, adds: 3, errorCount: 0 });
    expect(preview.notes).toEqual(['行业里还没有、将一并新增：电竞']);
    expect(preview.rows.map(({ cells, remark }) => [cells[1], remark])).toEqual([
      ['望江酒店', '城东区 中山街道；重点单位、人员密集场所、高层建筑'],
      ['河口网咖', '城东区 河口镇'],
      ['城西客运站', '城东区 河口镇'],
    ]);
    expect(await at.names()).toEqual([]);
    expect(await at.take(preview)).toEqual({ added: 3, changed: 0 });
    expect((await at.list()).map((site) => [site.name, site.tradeName])).toEqual([
      ['望江酒店', '宾馆饭店'],
      ['河口网咖', '电竞'],
      ['城西客运站', '交通运输'],
    ]);
    await at.client.history.undo({});
    expect(await at.names()).toEqual([]);
    expect((await at.client.keySites.terms()).trades.map(({ name }) => name)).not.toContain('电竞');
    await at.client.history.redo({});
    expect(await at.names()).toHaveLength(3);
  });

  it('marks each row as new, changed or unchanged, and an empty cell erases nothing', async () => {
    const preview = await at.read(
      paste(
        '单位名称|区县|乡镇|电话|地址\n望江酒店|城东|中山|1381|\n河口 网咖|城东区|河口镇|1399|河口街1号\n新华书店|城东区|中山街道||\n新华书店|城东区|中山街道||',
      ),
    );
    expect(actionsOf(preview)).toEqual(['same', 'change', 'add', 'none']);
    expect(preview).toMatchObject({ adds: 1, changes: 1, same: 1, errorCount: 0, warningCount: 1 });
    expect(preview.rows.find(({ row }) => row === 3)?.remark).toBe('地址 河口街1号；电话 1399');
    expect(preview.problems[0]).toMatchObject({ severity: 'warning', row: 5, column: 'A' });
    await at.take(preview);
    const [hotel, net] = await at
      .list({ placeUid: at.places.城东区! })
      .then((rows) => [
        rows.find(({ name }) => name === '望江酒店'),
        rows.find(({ name }) => name === '河口网咖'),
      ]);
    expect(hotel?.kinds).toHaveLength(3);
    expect(net).toMatchObject({ phone: '1399', address: '河口街1号', tradeName: '电竞' });
  });

  it('tells two branches of one name by their addresses', async () => {
    const heading = '单位名称|县区|乡镇|地址|电话\n';
    await at.take(await at.read(paste(`${heading}便民超市|城西区|中山街道|一路1号|1`)));
    const both = await at.read(
      paste(`${heading}便民超市|城西区|中山街道|二路2号|2\n便民超市|城西区|中山街道|一路 1 号|1`),
    );
    expect(actionsOf(both)).toEqual(['add', 'same']);
    const moved = await at.read(paste(`${heading}便民超市|城西区|中山街道|三路3号|`));
    expect(actionsOf(moved)).toEqual(['change']);
  });

  it('names by row and column what stands in the way, and then stores nothing', async () => {
    const preview = await at.read(
      paste(
        '单位名称|县区|乡镇|类别\n甲厂|城北区|一镇|重点单位\n乙厂||中山街道|\n丙厂|城东区|白石乡|\n丁厂|城东区|河口镇|危险场所',
      ),
    );
    await expect(at.take(preview)).rejects.toMatchObject({ code: 'refused' });
    expect(preview.problems.map(({ row, column }) => `${row}${column}`)).toEqual(['2B', '3B', '4C', '5D']);
    const without = await at.read('单位名称\n戊厂');
    expect(without).toMatchObject({ errorCount: 1, problems: [{ row: 2 }] });
    expect((await at.read('单位名称\n戊厂', '城西区')).rows[0]?.remark).toBe('城西区');
  });

  it('is read anew when it is confirmed: what was changed meanwhile is not overwritten unseen', async () => {
    const text = paste('单位名称|县区|乡镇\n己厂|城东区|河口镇');
    const preview = await at.read(text);
    await at.add(at.site('己厂', '城东区河口镇', { phone: '1' }));
    expect(await at.take(preview)).toEqual({ added: 0, changed: 0 });
    await expect(at.take(preview)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('the exported ledger', () => {
  const place = useSiteOffice();

  /** What the ledger says when it is read again. */
  async function readAgain(at: SiteOffice, uids: string[] | null): Promise<ListPreview> {
    const exported = await at.client.keySites.exportLedger({ filter: everySite, uids });
    const { name } = (await finishedJob(at.client, exported.jobUid)).result as WrittenFile;
    const bytes = readFileSync(join(at.office.dataFolder, name));
    const fileToken = await upload(at.client, 'ledger.xlsx', bytes);
    return at.readFrom({ fileToken, sheet: null });
  }

  beforeAll(async () => {
    const { client, office } = place.at();
    await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
  });

  it('is read again as the same sites, whatever stands in them', async () => {
    const at = place.at();
    const kindUids = [await at.kind('高层建筑'), await at.kind('重点单位')];
    const tradeUid = await at.trade('宾馆饭店');
    const uids = await at.add(
      at.site('=1+1', '城东区', { note: '第一行\n第二行' }),
      at.site('望江酒店', '城东区中山街道', {
        address: '滨江路1号',
        tradeUid,
        kindUids,
        phone: '0530-1234567',
      }),
      at.site('便民超市', '城西区中山街道', { address: '一路1号', responsiblePerson: '张三、李四' }),
      at.site('便民超市', '城西区中山街道', { address: '二路2号' }),
      at.site('双胞胎店', '城西区'),
      at.site('双胞胎店', '城西区', { phone: '007' }),
      at.site('河口商场', '城东区河口镇'),
    );
    await at.client.keySites.close({ uids: [uids[6]!], day: '2025-01-01' });
    await at.client.organizations.change({
      uid: at.places.城东区河口镇!,
      base: { name: '河口镇' },
      set: { name: '河口街道' },
      from: '2026-01-01',
      document: '',
      note: '',
    });
    expect(await readAgain(at, null)).toMatchObject({
      rowCount: 7,
      adds: 0,
      changes: 0,
      same: 7,
      problems: [],
    });
  });

  it('holds only the chosen rows where some are chosen', async () => {
    const at = place.at();
    const [first] = await at.list();
    expect(await readAgain(at, [first!.uid])).toMatchObject({ rowCount: 1, same: 1 });
  });
});
