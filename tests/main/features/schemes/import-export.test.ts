import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { SchemeDetail, SchemeImportPreview } from '#shared/contract/schemes.ts';
import { aDraft } from '#tests/support/builders/scheme-draft.ts';
import { aRule } from '#tests/support/builders/scheme.ts';
import { composeWorkbook } from '#tests/support/builders/sheet.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const settings = await client.office.settings();
  await client.office.update({ name: settings.name, exportFolder: join(office.dataFolder, 'exports') });
});
afterAll(() => office.close());

async function preview(name: string, bytes: Uint8Array): Promise<SchemeImportPreview> {
  const { jobUid } = await client.schemes.readWorkbook({
    fileToken: await upload(client, name, bytes),
    sheet: null,
  });
  const job = await finishedJob(client, jobUid);
  expect(job).toMatchObject({ status: 'done', problem: null });
  return job.result as SchemeImportPreview;
}

async function exported(uid: string): Promise<WrittenFile> {
  const { jobUid } = await client.schemes.exportWorkbook({ uid });
  const job = await finishedJob(client, jobUid);
  expect(job).toMatchObject({ status: 'done', problem: null });
  return job.result as WrittenFile;
}

function contentOf({ categories, indicators, settings, statedPoints, notes }: SchemeDetail) {
  return {
    settings,
    statedPoints,
    notes,
    categories: categories.map(({ uid, ...category }) => ({
      ...category,
      indicators: indicators
        .filter(({ categoryUid }) => categoryUid === uid)
        .map(({ uid: _uid, categoryUid: _categoryUid, ...content }) => content),
    })),
  };
}

const simple = {
  rows: [
    ['考评内容', '分值', '评分标准'],
    ['召开会议', 60, '少一次扣3分'],
    ['制定计划', '40分', '未制定的不得分'],
  ],
};

describe('importing a scheme', () => {
  it('stores nothing before the clerk says yes, then a draft in one operation that undo takes back', async () => {
    const read = await preview('考核表.xlsx', await composeWorkbook(simple));
    expect(read).toMatchObject({
      title: '考核表',
      sheet: 'Sheet1',
      indicatorCount: 2,
      fullPoints: 100_000,
      problems: [],
    });
    const before = (await client.schemes.list()).length;
    const { stagedUid } = read;
    const { uid } = await client.schemes.importStaged({
      stagedUid,
      title: '乡镇考核',
      appliesTo: 'township',
    });
    expect(await client.schemes.list()).toHaveLength(before + 1);
    const detail = await client.schemes.get({ uid });
    expect(detail).toMatchObject({
      title: '乡镇考核',
      status: 'draft',
      appliesTo: 'township',
      indicatorCount: 2,
    });
    await expect(
      client.schemes.importStaged({ stagedUid, title: '再来', appliesTo: 'township' }),
    ).rejects.toMatchObject({ code: 'notFound' });
    await client.history.undo({});
    expect(await client.schemes.list()).toHaveLength(before);
  });

  it('reads a pasted table like a workbook, with a category that the clipboard writes once for its rows', async () => {
    const lines = [
      ['乡镇消防考核办法'],
      ['项目', '考核内容', '标准分', '评分办法'],
      ['组织领导(10分)', '召开会议', '6', '少一次扣3分'],
      ['', '制定计划', '4分', '未制定的不得分'],
      ['宣传培训(5分)', '开展演练', '5', '"少一次扣1分\n扣完为止"'],
    ];
    const { jobUid } = await client.schemes.readPaste({
      text: lines.map((line) => line.join('\t')).join('\r\n'),
    });
    const { result } = await finishedJob(client, jobUid);
    expect(result).toMatchObject({
      fileName: '',
      title: '乡镇消防考核办法',
      indicatorCount: 3,
      fullPoints: 15_000,
      problems: [],
      categories: [
        { name: '组织领导', maxPoints: 10_000 },
        { name: '宣传培训', maxPoints: 5_000 },
      ],
    });
  });

  it('refuses what cannot be imported as it is', async () => {
    const rows = [
      ['考评内容', '分值', '评分标准'],
      ['长'.repeat(2_001), 5, 'a'],
    ];
    const { stagedUid, problems } = await preview('x.xlsx', await composeWorkbook({ rows }));
    expect(problems).toHaveLength(1);
    await expect(
      client.schemes.importStaged({ stagedUid, title: '不行', appliesTo: 'county' }),
    ).rejects.toMatchObject({ code: 'refused' });
  });

  it('says in Chinese why a file is no workbook', async () => {
    const fileToken = await upload(client, '名单.xlsx', new TextEncoder().encode('请按时报送\n不得迟报\n'));
    const { jobUid } = await client.schemes.readWorkbook({ fileToken, sheet: null });
    expect(await finishedJob(client, jobUid)).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('另存为 .xlsx'),
    });
  });
});

describe('exporting a scheme', () => {
  it('writes a workbook that gives the same scheme when it is imported', async () => {
    const { uid, first } = await aDraft(client, '城区考核方案');
    const rules = [
      { ...aRule('rate'), id: 'a' },
      { ...aRule('veto'), id: 'b' },
    ];
    await client.schemes.updateIndicator({
      uid: first,
      base: { rules: [], condition: null },
      set: { rules, condition: { relation: 'lacks', mark: 'nationalKeyTown' } },
    });
    const file = await exported(uid);
    expect(file.name).toBe('城区考核方案.xlsx');
    const read = await preview(file.name, readFileSync(join(file.folder, file.name)));
    expect(read).toMatchObject({ ownExport: true, title: '城区考核方案', appliesTo: 'county', problems: [] });
    const copy = await client.schemes.importStaged({
      stagedUid: read.stagedUid,
      title: read.title,
      appliesTo: 'county',
    });
    expect(contentOf(await client.schemes.get(copy))).toEqual(contentOf(await client.schemes.get({ uid })));
  });

  it('is written into the log', async () => {
    const { uid } = await aDraft(client, '记录在案');
    await exported(uid);
    const { records } = await client.history.list({
      text: '',
      userName: null,
      from: null,
      to: null,
      before: null,
      limit: 5,
    });
    expect(records[0]).toMatchObject({
      label: '导出考核方案',
      summary: expect.stringMatching(/^记录在案\.xlsx；条件：.*；共 \d+ 行；SHA-256 [0-9a-f]{64}$/u),
      changeCount: 0,
    });
  });
});
