import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePaperDocx } from '#main/core/documents/docx/write-paper-docx.ts';
import { daySchema } from '#shared/contract/fields.ts';
import type { NoticeKind } from '#shared/rules/notices/model.ts';
import { bodyText } from '#shared/rules/papers/blank-paper.ts';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { fullPagesPaper, noticePaper, samplePapers } from '#tests/support/builders/paper.ts';
import { overdueTask, unitsOf } from '#tests/support/builders/task.ts';
import { startTestOffice } from '#tests/support/core.ts';
import { convertAllWithLibreOffice } from '#tests/support/libreoffice.ts';
import { type TextLine, type TextPage, textPages } from '#tests/support/pdf-pages.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import { printPages } from './print-papers.ts';

/* The .docx as a word processor lays it out, held against the pages that the program prints. */

const tool = findTool('libreoffice');
if (tool === null) process.stdout.write(`${notRun('papers in a word processor', 'libreoffice')}\n`);

/** Millimetres; fonts of one line differ by less. */
const SAME_LINE = 2.5;

const folder = mkdtempSync(join(tmpdir(), 'office-docx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * LibreOffice takes overflowPunct the wrong way round: 0, which forbids punctuation beyond the margin, lets it hang
 * there. It is given what makes it do what the file says.
 */
function asLibreOfficeReadsIt(path: string): void {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  const styles = strFromU8(parts['word/styles.xml']!);
  expect(styles).toContain('<w:overflowPunct w:val="0"/>');
  parts['word/styles.xml'] = strToU8(
    styles.replaceAll('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>'),
  );
  writeFileSync(path, zipSync(parts));
}

const { standard, joint, letter, minutes, form, landscape } = samplePapers;

/** So many whole lines of text and a last one, which a signature must not leave behind. */
function withLines(paper: Paper, count: number): Paper {
  return { ...paper, body: [bodyText('消'.repeat(28 * count - 2)), bodyText('请抓好落实。')] };
}

/** Papers of running text in every layout. */
const texts: Readonly<Record<string, Paper>> = {
  '文件, full pages': { ...noticePaper(), body: fullPagesPaper(1_700).body },
  '文件, several units': joint(),
  信函: withLines(letter(), 22),
  纪要: minutes(),
  通知单: withLines(form(), 40),
};

/** Near the end of page 1, where the signature asks for another pitch of lines. */
const signed: Readonly<Record<string, Paper>> = Object.fromEntries([
  ...[3, 4, 5, 6, 7].map((count) => [`文件 signed below ${count} lines`, withLines(noticePaper(), count)]),
  ...[5, 7, 9].map((count) => [
    `信函 signed below ${count} lines`,
    withLines({ ...letter(), slip: null }, count),
  ]),
]);

/** Rows are cut between pages, and text turns in narrow cells. */
const tables: Readonly<Record<string, Paper>> = {
  '文件 with tables': standard(),
  '信函 with a table': letter(),
  '通知单 with a table': form(),
};

/** Their text is turned by a quarter, so that nothing tells the order of its lines. */
const turned: Readonly<Record<string, Paper>> = { 'landscape pages': landscape() };

const noticeKinds: NoticeKind[] = ['reminder', 'letter', 'order', 'summons'];

/** One notice of each kind, as the program drafts it about an overdue task. */
async function supervisionNotices(): Promise<[string, Paper][]> {
  const office = await startTestOffice();
  const { client } = office;
  try {
    const leadUids = await unitsOf(client, ['市教育局']);
    const title = '完成全市中小学校和幼儿园消防设施改造并建立每月检查记录';
    const taskUids = [await overdueTask(client, { title, leadUids })];
    const drafted: [string, Paper][] = [];
    for (const kind of noticeKinds) {
      const proposal = await client.notices.propose({ kind, taskUids, noticeUids: [] });
      const { uids } = await client.notices.create({
        ...proposal,
        day: '2026-11-02',
        replyDueOn: '2026-11-16',
      });
      const { paperUid } = await client.notices.get({ uid: uids[0]! });
      drafted.push([kind, (await client.papers.get({ uid: paperUid })).content!]);
    }
    return drafted;
  } finally {
    await office.close();
  }
}

/**
 * LibreOffice sets room between Chinese and digits whatever the file says of it (autoSpaceDE, autoSpaceDN): lines with
 * digits would turn elsewhere. Full-width ones are Chinese characters to it. Days are printed by themselves.
 */
function withFullWidthDigits(paper: Paper): Paper {
  const wide = (text: string): string =>
    text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff_10 + Number(digit)));
  return JSON.parse(
    JSON.stringify(paper, (_, value: unknown) =>
      typeof value === 'string' && !daySchema.safeParse(value).success ? wide(value) : value,
    ),
  ) as Paper;
}

/** From top to bottom, as they are read; what stands beside each other is one line. */
function linesOf({ lines }: TextPage): string[] {
  const middle = (line: TextLine): number => (line.top + line.bottom) / 2;
  const rows: TextLine[][] = [];
  for (const line of lines.toSorted((one, other) => middle(one) - middle(other))) {
    const row = rows.at(-1);
    if (row !== undefined && middle(line) - middle(row[0]!) < SAME_LINE) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) =>
    row
      .toSorted((one, other) => one.left - other.left)
      .map(({ text }) => text)
      .join(''),
  );
}

interface Compared {
  placed: PaperPages;
  printed: TextPage[];
  read: TextPage[];
}

/** Each paper printed and read, all of them by one run of the browser and one of LibreOffice. */
async function compare(given: readonly (readonly [string, Paper])[]): Promise<Map<string, Compared>> {
  const papers = given.map(([name, paper]) => [name, withFullWidthDigits(paper)] as const);
  const { papers: placed, pdfs } = await printPages(papers.map(([, paper]) => paper));
  const paths = papers.map((_, place) => join(folder, `${place}.docx`));
  for (const [place, [, paper]] of papers.entries()) {
    await writePaperDocx(paths[place]!, paper, placed[place]);
    asLibreOfficeReadsIt(paths[place]!);
  }
  const written = await convertAllWithLibreOffice(tool ?? '', paths, 'pdf', folder);
  const pages = textPages(pdfs[0]!);
  return new Map(
    papers.map(([name], place) => {
      const printed = pages.splice(0, placed[place]!.count);
      return [name, { placed: placed[place]!, printed, read: textPages(readFileSync(written[place]!)) }];
    }),
  );
}

describe.runIf(tool !== null)('a .docx in a word processor', { timeout: 120_000 }, () => {
  let compared: Map<string, Compared>;
  beforeAll(async () => {
    const notices = tool === null ? [] : await supervisionNotices();
    compared = await compare([...Object.entries({ ...texts, ...signed, ...tables, ...turned }), ...notices]);
  }, 120_000);

  const pagesOf = (name: string): Compared => compared.get(name)!;

  test.each([...Object.keys(texts), ...Object.keys(signed), ...Object.keys(tables), ...noticeKinds])(
    'has the same lines on each page as the print: %s',
    (name) => {
      const { read, printed } = pagesOf(name);
      expect(read.map(linesOf)).toEqual(printed.map(linesOf));
    },
  );

  test('these papers are printed with more and with fewer than 22 lines, and with end matter on a page of its own', () => {
    const placed = Object.keys(signed).map((name) => pagesOf(name).placed);
    const counts = new Set(placed.map(({ linesPerPage }) => linesPerPage));
    expect(counts).toEqual(new Set([19, 20, 22, 23, 24]));
    expect(placed.some(({ endMatterAlone }) => endMatterAlone)).toBe(true);
  });

  test.each(Object.keys(turned))('has the same text on each page as the print: %s', (name) => {
    const { read, printed } = pagesOf(name);
    const characters = (page: TextPage): string => [...linesOf(page).join('')].toSorted().join('');
    expect(read.map(characters)).toEqual(printed.map(characters));
  });
});
