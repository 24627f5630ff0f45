import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import { readyDraft, today } from '#tests/support/builders/draft-paper.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { printedPage, type TextLine, textPages } from '#tests/support/pdf-pages.ts';
import { rendererFolder } from './print-papers.ts';

/* The forms around a paper, as they lie in the PDF that the program writes; millimetres. */

const BLOCK = { left: 28, right: 184, top: 37, bottom: 262 };

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let folder: string;
beforeAll(async () => {
  office = await startTestOffice(undefined, { printPdf: createChromiumPdf(rendererFolder) });
  ({ client } = office);
  folder = mkdtempSync(join(tmpdir(), 'office-forms-'));
  await client.office.update({ name: '临川市消防安全委员会办公室', exportFolder: folder });
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function written({ jobUid }: { jobUid: string }): Promise<Uint8Array> {
  const job = await finishedJob(client, jobUid);
  expect(job).toMatchObject({ status: 'done', problem: null });
  const { folder: place, name } = job.result as WrittenFile;
  return readFileSync(join(place, name));
}

/** An issued paper with opinions, two co-signing units and attachments. @returns its uid */
async function issuedPaper(): Promise<string> {
  const uid = await readyDraft(client, 'notice', '关于开展冬春火灾防控和重大火灾隐患集中整治工作的通知');
  const { content } = await client.papers.get({ uid });
  await client.papers.save({
    uid,
    base: { copies: 0, scope: '', attachments: [], addressee: content!.addressee },
    set: {
      copies: 60,
      scope: '各县(市、区)消安委，市消安委各成员单位，存档 2 份',
      addressee: '各县(市、区)消防安全委员会，市消防安全委员会各成员单位',
      attachments: [
        { title: '冬春火灾防控任务分解表', body: [] },
        { title: '联系人名单', body: [] },
      ],
    },
  });
  await client.papers.addCosigners({ uid, units: ['市住房和城乡建设局', '市教育局'], sentOn: today });
  for (const { uid: cosigner } of (await client.papers.get({ uid })).cosigners) {
    const said = { answer: 'agreed' as const, answeredOn: today, person: '赵强', opinion: '' };
    await client.papers.answerCosigner({ uid: cosigner, ...said });
  }
  await client.papers.submit({ uid, to: 'review', holderUid: null, opinion: '' });
  await client.papers.approve({ uid, holderUid: null, person: '王芳', opinion: '文字已核，请张主任签发。' });
  const signing = { day: today, person: '张建国', opinion: '同意印发', expected: null };
  await client.papers.sign({ uid, ...signing });
  await client.papers.issue({ uid, day: today });
  return uid;
}

/** A received paper on its way. @returns its uid */
async function receivedPaper(): Promise<string> {
  const { uid } = await client.receivedPapers.register({
    sender: '省消防安全委员会办公室',
    theirNumber: '省消安办〔2026〕18号',
    title: '关于加强电动自行车消防安全管理和全链条整治工作的通知',
    receivedOn: today,
    dueOn: today,
    urgency: '加急',
    secrecy: '',
    copies: 2,
    note: '',
  });
  const entry = { uid, day: today };
  const { addEntries } = client.receivedPapers;
  const proposal = '拟请张主任阅示，由综合组会同市住建局、市教育局提出贯彻意见，10日内报办公室。';
  await addEntries({ ...entry, kind: 'proposal', persons: ['李明'], text: proposal });
  const instruction = '请市住建局牵头，12月底前完成老旧小区充电设施排查，每月报送进展。';
  await addEntries({ ...entry, kind: 'instruction', persons: ['张建国'], text: instruction });
  const readers = ['王芳', '赵强', '陈静'];
  const { uids } = await addEntries({ ...entry, kind: 'circulation', persons: readers, text: '' });
  const read = { base: { readOn: null }, set: { readOn: today } };
  await client.receivedPapers.correctEntry({ uid: uids[0]!, ...read });
  return uid;
}

/** Everything inside the text block, rules too: no field is cut at the right or at the foot. */
function expectInsideBlock(pdf: Uint8Array): void {
  const page = printedPage(pdf, 1);
  const [columns, rows] = [page.columns('black'), page.rows('black')];
  expect(columns[0]?.from).toBeGreaterThanOrEqual(BLOCK.left - 0.5);
  expect(columns.at(-1)?.to).toBeLessThanOrEqual(BLOCK.right + 0.5);
  expect(rows[0]?.from).toBeGreaterThanOrEqual(BLOCK.top);
  expect(rows.at(-1)?.to).toBeLessThanOrEqual(BLOCK.bottom + 0.5);
}

function line(lines: readonly TextLine[], text: string): TextLine {
  const found = lines.find((each) => each.text.includes(text));
  if (found === undefined)
    throw new Error(`“${text}” is not in ${lines.map((each) => each.text).join(' | ')}`);
  return found;
}

describe('发文稿纸', () => {
  let pdf: Uint8Array;
  let lines: TextLine[];
  beforeAll(async () => {
    pdf = await written(await client.papers.writeDraftForm({ uid: await issuedPaper(), format: 'pdf' }));
    const pages = textPages(pdf);
    expect(pages).toHaveLength(1);
    ({ lines } = pages[0]!);
  });

  test('lies within the text block of one page', () => {
    expectInsideBlock(pdf);
  });

  test('has the office’s name over its own, both in the middle', () => {
    const [name, title] = [lines[0]!, line(lines, '发文稿纸')];
    expect(name.text).toBe('临川市消防安全委员会办公室');
    expect(name.top).toBeLessThan(title.top);
    for (const { left, right } of [name, title]) expect((left + right) / 2).toBeCloseTo(106, 0);
  });

  test('has signing and co-signing side by side on top, the days of going out at the foot', () => {
    const [signed, cosigned] = [line(lines, '同意印发'), line(lines, '市住房和城乡建设局：同意')];
    expect(Math.abs(signed.top - cosigned.top)).toBeLessThan(1);
    expect(signed.right).toBeLessThan(cosigned.left);
    expect(line(lines, '文字已核').top).toBeGreaterThan(cosigned.bottom);
    expect(line(lines, '印发日期').top).toBeGreaterThan(line(lines, '印发范围').bottom);
  });
});

describe('收文处理单', () => {
  let pdf: Uint8Array;
  let lines: TextLine[];
  beforeAll(async () => {
    pdf = await written(
      await client.receivedPapers.writeHandlingForm({ uid: await receivedPaper(), format: 'pdf' }),
    );
    const pages = textPages(pdf);
    expect(pages).toHaveLength(1);
    ({ lines } = pages[0]!);
  });

  test('lies within the text block of one page', () => {
    expectInsideBlock(pdf);
  });

  test('goes from what came in over proposal, instruction and readers to the result', () => {
    const order = [
      '收文处理单',
      '来文单位',
      '标题',
      '拟办意见',
      '领导批示',
      '传阅人',
      '王芳',
      '赵强',
      '办理结果',
    ];
    const tops = order.map((text) => line(lines, text).top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });
});
