import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type * as FileSystem from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { finishedJob, startTestOffice } from '#tests/support/core.ts';
import { readBack, textsOf } from './written-workbook.ts';

/** What Windows answers while Excel holds the target open; elsewhere a file can always be replaced. */
const held = vi.hoisted(() => ({ name: '' }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof FileSystem>();
  const renameSync: typeof real.renameSync = (from, to) => {
    if (held.name !== '' && String(to).endsWith(held.name)) {
      throw Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' });
    }
    real.renameSync(from, to);
  };
  return { ...real, default: { ...real, renameSync }, renameSync };
});

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('exporting a period', () => {
  let office: Office;
  let periodUid: string;
  let folder: string;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
    const { uid, frame } = await openPeriod(office.client);
    periodUid = uid;
    const wanted = entry({ inputs: { a: { count: 1 }, d: { value: '94.7' } } });
    const changes = everyCell(frame, wanted);
    await office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    held.name = '';
    folder = mkdtempSync(join(tmpdir(), 'exports-'));
    const { name } = await office.client.office.settings();
    await office.client.office.update({ name, exportFolder: folder });
    return () => rmSync(folder, { recursive: true, force: true });
  });

  const forms = () => office.client.exportForms.list({ periodKind: 'quarter' });
  type Given = Partial<Parameters<Office['client']['assessment']['exportWorkbook']>[0]>;
  async function exported(given: Given = {}) {
    const usual = { periodUid, formUid: null, once: null, date: null };
    const { jobUid } = await office.client.assessment.exportWorkbook({ ...usual, ...given });
    return await finishedJob(office.client, jobUid);
  }
  /** Under another file name for this once. */
  async function exportedAs(fileName: string) {
    const [first] = await forms();
    return await exported({ once: { ...first!.form, fileName } });
  }

  it('writes the workbook into the export folder, with the very results that the pages show', async () => {
    const job = await exportedAs('三季度结果');
    expect(job).toMatchObject({ status: 'done', result: { name: '三季度结果.xlsx', folder } });
    const workbook = await readBack(join(folder, (job.result as WrittenFile).name));
    const [group] = await office.client.assessment.results({ periodUid });
    const rows = textsOf(workbook.getWorksheet('汇总表')!).slice(4, 4 + group!.rows.length);
    expect(rows).toEqual(
      group!.rows.map(({ rank, name, subtotals, total, grade }) =>
        [rank, name, ...subtotals.map((one) => one / 1000), total! / 1000, grade].map(String),
      ),
    );
    expect(workbook.worksheets).toHaveLength(2 + group!.rows.length);
  });

  it('takes what was changed for one workbook for that one only', async () => {
    const [first] = await forms();
    const once = { ...first!.form, title: '本次标题', fileName: '只用一次' };
    expect(await exported({ once, date: '2026-10-09' })).toMatchObject({ status: 'done' });
    const summary = (await readBack(join(folder, '只用一次.xlsx'))).getWorksheet('汇总表')!;
    expect(textsOf(summary)[0]).toEqual(['本次标题结果汇总表']);
    expect(textsOf(summary)[1]).toContain('2026年10月9日');
    expect(await forms()).toEqual([first]);
  });

  it('refuses what no workbook can be made of, in words', async () => {
    const [first] = await forms();
    const sheets = first!.form.sheets.map((sheet) => ({ ...sheet, shown: false }));
    const refused = office.client.assessment.exportWorkbook({
      periodUid,
      formUid: null,
      once: { ...first!.form, sheets },
      date: null,
    });
    await expect(refused).rejects.toThrow('请至少选一张表');
  });

  it('offers the form that was taken last first, and leaves nothing but an export in the log after that', async () => {
    const { client } = office;
    const { uid } = await client.exportForms.add({ periodKind: 'quarter', name: '报省里' });
    await exported();
    expect((await forms()).map(({ name }) => name)).toEqual(['常用格式', '报省里']);
    await exported({ formUid: uid });
    expect((await forms()).map(({ name }) => name)).toEqual(['报省里', '常用格式']);
    await exported();
    await exported();
    const all = { text: '', userName: null, from: null, to: null, before: null, limit: 4 };
    const { records } = await client.history.list(all);
    expect(records.map(({ label }) => label)).toEqual([
      '导出考核结果',
      '导出考核结果',
      '导出考核结果',
      '选用导出格式',
    ]);
    await client.exportForms.remove({ uid });
  });

  it('leaves no file at the target, and none beside it, when it is cancelled', async () => {
    const given = { periodUid, formUid: null, once: null, date: null };
    const { jobUid } = await office.client.assessment.exportWorkbook(given);
    await office.client.jobs.cancel({ uid: jobUid });
    expect(await finishedJob(office.client, jobUid)).toMatchObject({ status: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the file is open elsewhere, keeps the old one whole, and writes under another name', async () => {
    const target = join(folder, '结果.xlsx');
    writeFileSync(target, 'the old workbook');
    held.name = '结果.xlsx';
    const job = await exportedAs('结果');
    expect(job).toMatchObject({ status: 'failed', problem: expect.stringContaining('另存为') });
    expect(readFileSync(target, 'utf8')).toBe('the old workbook');
    expect(readdirSync(folder)).toEqual(['结果.xlsx']);
    held.name = '';
    expect(await exportedAs('结果(2)')).toMatchObject({ status: 'done' });
    expect(existsSync(join(folder, '结果(2).xlsx'))).toBe(true);
  });

  it('says so when a folder bears the name of the file', async () => {
    mkdirSync(join(folder, '结果.xlsx'));
    const job = await exportedAs('结果');
    expect(job).toMatchObject({ status: 'failed', problem: expect.stringContaining('是一个文件夹') });
    expect(readdirSync(folder)).toEqual(['结果.xlsx']);
  });

  it('shows the self score beside the score that counts, which is the reviewed one where there is one', async () => {
    const { client } = office;
    const { groups } = await client.assessment.period({ uid: periodUid });
    const frame = await client.assessment.frame({ groupUid: groups[0]!.uid });
    const direct = (points: number) => [
      cellChange(frame, [0, 3], entry({ direct: points, reason: '补交了台账' })),
    ];
    const { uid: groupUid } = frame;
    await client.assessment.setSelfScores({ groupUid, stage: 'self', changes: direct(19_000) });
    await client.assessment.setReviewedScores({ groupUid, stage: 'reviewed', changes: direct(15_000) });
    expect(await exportedAs('复核后')).toMatchObject({ status: 'done' });
    const workbook = await readBack(join(folder, '复核后.xlsx'));
    const sheet = workbook.getWorksheet(frame.objects[0]!.shortName)!;
    const rows = sheet.getRows(1, sheet.rowCount)!;
    const row = rows.find((each) => each.getCell(1).text === '2.1')!;
    expect([row.getCell(6).value, row.getCell(7).value]).toEqual([19, 15]);
    expect(row.getCell(8).text).toContain('补交了台账');
  });
});
