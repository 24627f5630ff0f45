import { beforeAll, describe, expect, test } from 'vitest';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { Paper, PaperBlock } from '#shared/rules/papers/model.ts';
import { noticePaper, samplePapers, tenPagesPaper } from '#tests/support/builders/paper.ts';
import { type TextPage, textPages } from '#tests/support/pdf-pages.ts';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import { printPapers, rendererFolder } from './print-papers.ts';

/* What may and what may not stand together on a page (GB/T 9704-2012). */

async function pagesOf(papers: readonly Paper[], options = {}): Promise<string[]> {
  return textPages(await printPapers(papers, options)).map(textOf);
}

function textOf({ lines }: TextPage): string {
  return lines.map(({ text }) => text).join('\n');
}

/** So many lines of 28 characters, without indent. */
function fullLines(count: number): PaperBlock {
  return { kind: 'paragraph', place: 'flush', runs: [{ text: '消'.repeat(28 * count) }] };
}

const form = (body: PaperBlock[]): Paper => ({ ...blankPaper('form'), signature: null, body });

describe('headings', () => {
  test('a heading never stands alone at the end of a page', async () => {
    const heading: PaperBlock = { kind: 'heading', level: 1, runs: [{ text: '工作要求' }] };
    const lengths = Array.from({ length: 6 }, (_, index) => index + 17);
    const pages = await pagesOf(lengths.map((count) => form([fullLines(count), heading, fullLines(3)])));
    const withHeading = pages.filter((text) => text.includes('工作要求'));
    expect(withHeading).toHaveLength(lengths.length);
    for (const text of withHeading) expect(text).toMatch(/一、工作要求\n消/);
    expect(withHeading.some((text) => text.startsWith('一、工作要求'))).toBe(true);
  });
});

describe('the first page', () => {
  test('shows body text, whatever pitch of lines the signature asks for (cl. 7.3.3)', async () => {
    const paper = samplePapers.standard();
    // Of a page each: only their list, before the signature, matters here.
    const attachments = paper.attachments.map(({ title }) => ({ title, body: [fullLines(1)] }));
    const lengths = [150, 160, 170, 180, 190, 200];
    const papers = lengths.map((count) => {
      const runs = [{ text: '消'.repeat(count) }];
      const first: PaperBlock = { kind: 'paragraph', place: 'indented', runs };
      return { ...paper, attachments, body: [first, ...paper.body.slice(1)] };
    });
    const heads = (await pagesOf(papers)).filter((text) => text.includes('今冬明春'));
    expect(heads).toHaveLength(lengths.length);
    for (const text of heads) expect(text).toContain('消消消');
  });
});

describe('the signature', () => {
  let pages: string[];
  const lengths = Array.from({ length: 12 }, (_, index) => index + 5);
  beforeAll(async () => {
    pages = await pagesOf(lengths.map((count) => ({ ...noticePaper(), body: [fullLines(count)] })));
  });

  test('never stands on a page without body text, however long the text is', () => {
    const signed = pages.filter((text) => text.includes('2026年11月5日\n') || text.endsWith('2026年11月5日'));
    expect(signed).toHaveLength(lengths.length);
    for (const text of signed) expect(text).toContain('消消消');
  });
});

describe('tables', () => {
  test('go on on the next page between rows, below the same head', async () => {
    const pages = await pagesOf([samplePapers.standard()]);
    const withTable = pages.filter((text) => text.includes('商贸城'));
    expect(withTable.length).toBeGreaterThan(2);
    for (const text of withTable) expect(text).toContain('单位名称');
    const numbers = pages.flatMap((text) =>
      [...text.matchAll(/临江市第(\d+)商贸城/g)].map(([, count]) => Number(count)),
    );
    expect(numbers).toEqual([...range(5), ...range(40)]);
  });

  test('a row higher than a page loses nothing', async () => {
    const text = '整改措施：'.concat('消防'.repeat(950));
    const cell = { text, align: 'left', across: 1, down: 1 } as const;
    const table: PaperBlock = {
      kind: 'table',
      caption: '',
      columns: [1, 2],
      headRows: 0,
      landscape: false,
      rows: [[{ ...cell, text: '甲' }, cell]],
    };
    const pages = await pagesOf([form([table])]);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('').match(/消/g)).toHaveLength(950);
  });
});

describe('the end matter', () => {
  test('stands on the last page, behind the attachments', async () => {
    const pages = await pagesOf([samplePapers.standard()]);
    expect(pages.filter((text) => text.includes('印发'))).toEqual([pages.at(-1)]);
    expect(pages.at(-1)).toContain('附件2');
  });

  test('is put on an even page where the office wants it so', async () => {
    const [first = '', second = '', ...more] = await pagesOf([noticePaper()], { endMatterOnEvenPage: true });
    expect(first).not.toContain('印发');
    expect(second).toMatch(/^临江市消防安全委员会办公室\s*2026年11月5日印发$/);
    expect(more).toEqual([]);
  });
});

describe('several papers in one PDF', () => {
  test('each begins on a page of its own with its own page numbers', async () => {
    const pages = await pagesOf([tenPagesPaper(), noticePaper()]);
    expect(pages).toHaveLength(11);
    expect(pages[9]).toContain('—10—');
    expect(pages[10]).toContain('—1—');
  });
});

describe('without a browser', () => {
  const request = { papers: [noticePaper()], options: {} };
  const run = { signal: new AbortController().signal, progress: () => undefined };

  test.each([
    ['is none', null],
    ['does not start', '/bin/false'],
  ])('where there %s the clerk is told what to do instead', async (_what, path) => {
    const printing = createChromiumPdf('/nowhere', () => path)(request, run);
    await expect(printing).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('另存为 PDF'),
    });
  });

  test('a cancel under way ends the browser and says so', async () => {
    const cancel = new AbortController();
    const progress = (_share: number, step: string): void => {
      if (step.startsWith('正在排版')) cancel.abort();
    };
    await printPapers([noticePaper()]);
    const print = createChromiumPdf(rendererFolder);
    await expect(print(request, { signal: cancel.signal, progress })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
