import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WrittenFolder } from '#shared/contract/files.ts';
import type { PrintPdf } from '#main/core/documents/pdf/print-pdf.ts';
import { readTextDocument } from '#main/core/documents/read/read-text-document.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { overdueTask, unitsOf } from '#tests/support/builders/task.ts';
import { finishedJob, startTestOffice } from '#tests/support/core.ts';

const names = ['市教育局', '市民政局', '市住房城乡建设局'];

/** A browser that lays every paper out with one line more than usual on a page. */
const printsLongerPages: PrintPdf = ({ papers }) => {
  const pages = { count: 1, linesPerPage: 23, endMatterAlone: false, slipAlone: false };
  return Promise.resolve({ papers: papers.map(() => pages), pdfs: [] });
};

let office: Awaited<ReturnType<typeof startTestOffice>>;
let batch: string[];
let folder: string;
beforeAll(async () => {
  office = await startTestOffice(undefined, { printPdf: printsLongerPages });
  const { client } = office;
  const { stored } = await client.papers.settings();
  await client.papers.updateSettings({ ...stored, contactPerson: '李明', contactPhone: '8223119' });
  const leadUids = await unitsOf(client, names);
  const taskUid = await overdueTask(client, { title: '完成校舍消防改造', leadUids });
  const proposal = await client.notices.propose({ kind: 'letter', taskUids: [taskUid], noticeUids: [] });
  const { uids } = await client.notices.create({ ...proposal, day: '2026-11-02', replyDueOn: '2026-11-16' });
  await client.notices.signAndIssue({ uids, day: '2026-11-03', person: '' });
  batch = uids;
});
afterAll(() => office.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'));
  await office.client.office.update({ name: '临川市消安办', exportFolder: folder });
  return () => rmSync(folder, { recursive: true, force: true });
});

async function started(uids: string[]): Promise<string> {
  return (await office.client.notices.exportDocx({ uids })).jobUid;
}

async function exported(uids: string[]) {
  return finishedJob(office.client, await started(uids));
}

function linesOf(path: string): string[] {
  const { blocks } = readTextDocument(readFileSync(path), defaultReadLimits);
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : []));
}

describe('the notices of a batch as editable files', () => {
  it('lie in one new folder of day and kind, one for each unit, with its own number and addressee', async () => {
    const job = await exported(batch);
    expect(job).toMatchObject({ status: 'done', result: { name: '2026-11-03 督办函', folder, files: 3 } });
    expect(readdirSync(folder)).toEqual(['2026-11-03 督办函']);
    const place = join(folder, '2026-11-03 督办函');
    expect(readdirSync(place).toSorted()).toEqual(
      names.map((unit, index) => `临消安办函〔2026〕${index + 1}号 ${unit}.docx`),
    );
    for (const [index, unit] of names.entries()) {
      const number = `临消安办函〔2026〕${index + 1}号`;
      const lines = linesOf(join(place, `${number} ${unit}.docx`));
      expect(lines.filter((line) => line.includes('临消安办函〔'))).toEqual([number]);
      expect(lines).toContain(`${unit}：`);
    }
  });

  it('have as many lines on a page as they are printed with', async () => {
    const { name } = (await exported(batch)).result as WrittenFolder;
    for (const file of readdirSync(join(folder, name))) {
      const parts = unzipSync(readFileSync(join(folder, name, file)));
      expect(strFromU8(parts['word/document.xml']!)).toContain('w:linePitch="554"');
    }
  });

  it('come into a folder of their own when they are exported again, and the log tells of each', async () => {
    for (const name of ['2026-11-03 督办函', '2026-11-03 督办函(2)']) {
      expect(await exported(batch)).toMatchObject({ status: 'done', result: { name } });
      const all = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
      const { records } = await office.client.history.list(all);
      expect(records).toMatchObject([
        { label: '导出督办通知文档', summary: expect.stringContaining(`${name}；`) },
      ]);
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('bear the name of the unit alone before they have a number', async () => {
    const [unitUid = ''] = await unitsOf(office.client, ['市教育局']);
    const units = [1, 2].map(() => ({
      organizationUid: unitUid,
      unit: '市教育局',
      taskUids: [],
      previousUid: null,
    }));
    const order = { kind: 'order' as const, day: '2026-11-20', replyDueOn: null, units };
    const { uids } = await office.client.notices.create(order);
    const only = (await exported(uids)).result as WrittenFolder;
    expect(only.name).toBe('2026-11-20 督办通知书');
    const files = readdirSync(join(folder, only.name));
    expect(new Set(files)).toEqual(new Set(['市教育局.docx', '市教育局(2).docx']));
    const mixed = (await exported([...batch, ...uids])).result as WrittenFolder;
    expect(mixed).toMatchObject({ name: '2026-11-20 督办通知', files: 5 });
  });

  it('are shown in their folder, but the folder is no file to be opened', async () => {
    const { token } = (await exported(batch)).result as WrittenFolder;
    expect(await office.client.files.reveal({ token })).toEqual({ opened: false });
    await expect(office.client.files.open({ token })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('an export of notices that does not come to its end', () => {
  it('leaves nothing behind when it is stopped', async () => {
    const jobUid = await started(batch);
    expect(await office.client.jobs.cancel({ uid: jobUid })).toEqual({ cancelled: true });
    expect(await finishedJob(office.client, jobUid)).toMatchObject({ status: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(join(office.dataFolder, 'temporary'))).toEqual([]);
  });

  it('says what to do when the export folder cannot be used', async () => {
    const none = join(office.dataFolder, 'store.db', '导出');
    await office.client.office.update({ name: '临川市消安办', exportFolder: none });
    const { status, problem } = await exported(batch);
    expect(status).toBe('failed');
    expect(problem).toContain('请在设置里换一个导出文件夹');
    expect(existsSync(none)).toBe(false);
  });
});
