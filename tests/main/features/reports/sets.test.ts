import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportFields } from '#shared/contract/reports.ts';
import { addDays } from '#shared/calendar/days.ts';
import { finishedJob } from '#tests/support/core.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';
import { today, useVisitOffice } from '../visits/support.ts';

const span = { from: addDays(today, -3), to: today };

const plain: ReportFields = {
  name: '每周隐患',
  rowKind: 'county',
  hidesEmpty: false,
  columns: [
    { measure: 'visits.visits', heading: '检查' },
    { measure: 'findings.found', heading: '' },
    { measure: 'findings.rate', heading: '整改率' },
  ],
  cycle: 'month',
  source: '临消安办〔2026〕3号',
  validFrom: null,
  validTo: null,
};

describe('a set that was handed up', () => {
  const { at } = useVisitOffice();
  const client = () => at().client;
  let reportUid: string;
  let setUid: string;

  beforeAll(async () => {
    await at().record('望江国际酒店', { day: today }, [at().found('灭火器失效')]);
    reportUid = (await client().reports.add(plain)).uid;
    const given = { recipient: '省消安办', handedOn: today, note: '' };
    setUid = (await client().reports.handUp({ uids: [reportUid], ...span, ...given })).uid;
  });

  const opened = () => client().reports.set({ uid: setUid });

  it('is registered with its fingerprint, and is the same as long as nothing is corrected', async () => {
    const [set] = await client().reports.sets();
    expect(set).toMatchObject({ recipient: '省消安办', names: ['每周隐患'], withdrawn: null });
    expect(set?.fingerprint).toMatch(/^[0-9a-f]{64}$/u);
    expect(await opened()).toMatchObject({ isIntact: true, tables: [{ differences: [] }] });
  });

  it('keeps its words when records are corrected, and names each cell that would be different', async () => {
    await at().record('白石小学', { day: today }, [at().found('应急灯不亮')]);
    const set = await opened();
    expect(set.tables[0]?.printed.foot[0]?.texts).toEqual(['合计', '1', '1', '0%']);
    const found = set.tables[0]?.differences.filter(({ column }) => column === 2);
    expect(found?.map(({ rowName, frozen, today: now }) => [rowName, frozen, now])).toEqual([
      ['城西区', '0', '1'],
      ['合计', '1', '2'],
    ]);
  });

  it('is counted anew by the definition of then, also when the report was changed or deleted since', async () => {
    await client().reports.remove({ uid: reportUid });
    const { tables, fingerprint } = await opened();
    expect(tables[0]?.name).toBe('每周隐患');
    expect(tables[0]?.differences.some(({ column }) => column === 2)).toBe(true);
    expect(fingerprint).toBe((await client().reports.sets())[0]?.fingerprint);
  });

  it('opens what its numbers count today, by the definition of then', async () => {
    const [table] = (await opened()).tables;
    expect(table?.columns).toMatchObject([
      { measure: 'visits.visits' },
      { measure: 'findings.found' },
      { measure: 'findings.rate', isShare: true },
    ]);
    const number = { uid: setUid, table: 0, measure: 'visits.visits', row: null } as const;
    expect(await client().reports.setRecords(number)).toMatchObject({ kind: 'records', count: 2 });
    expect(await client().reports.setRecords({ ...number, time: 'lastYear' })).toMatchObject({ count: 0 });
    await expect(client().reports.setRecords({ ...number, table: 1 })).rejects.toThrow('这张上报的报表');
  });

  it('is written again as it was', async () => {
    await client().office.update({ name: '临川市消安办', exportFolder: at().at.sites.office.dataFolder });
    const { jobUid } = await client().reports.exportSet({ uid: setUid });
    const { result } = await finishedJob(client(), jobUid);
    const texts = await workbookTexts(at().at.sites.office.dataFolder, result);
    expect(JSON.stringify(texts)).toContain('"合计","1","1"');
    const { fingerprint } = await opened();
    expect(texts['上报说明和指纹']?.flat()).toContain(fingerprint);
  });

  it('is withdrawn once with its reason, and stays in the register', async () => {
    await client().reports.withdraw({ uid: setUid, reason: '漏报一处' });
    expect((await opened()).withdrawn).toMatchObject({ by: '李明', reason: '漏报一处' });
    await expect(client().reports.withdraw({ uid: setUid, reason: '再撤' })).rejects.toThrow('已经撤回');
  });
});
