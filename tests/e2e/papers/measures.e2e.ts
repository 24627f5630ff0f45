import { beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '#shared/rules/papers/model.ts';
import { fullPagesPaper, noticePaper, samplePapers } from '#tests/support/builders/paper.ts';
import {
  type Band,
  type PrintedPage,
  printedPage,
  type TextPage,
  textPages,
} from '#tests/support/pdf-pages.ts';
import { printPapers } from './print-papers.ts';

/* GB/T 9704-2012, measured in the PDF itself. Millimetres; the standard allows 1 mm where it allows anything. */

const BLOCK = { left: 28, right: 184, top: 37, bottom: 262 };

interface Printed {
  pdf: Uint8Array;
  pages: TextPage[];
}

async function printed(paper: Paper): Promise<Printed> {
  const pdf = await printPapers([paper]);
  return { pdf, pages: textPages(pdf) };
}

function within(value: number | undefined, wanted: number, tolerance = 1): void {
  expect(value).toBeGreaterThanOrEqual(wanted - tolerance);
  expect(value).toBeLessThanOrEqual(wanted + tolerance);
}

function only<Item>(items: readonly Item[], count: number): Item[] {
  expect(items).toHaveLength(count);
  return [...items];
}

/** The dashes and digits below the block. */
function pageNumber(page: PrintedPage): Band[] {
  return page.columns('black', { top: 264, bottom: 275 });
}

describe('a full page of body text', () => {
  let full: Printed;
  beforeAll(async () => {
    full = await printed(fullPagesPaper());
  });

  test('every page is A4', () => {
    for (const { width, height } of full.pages) {
      within(width, 210, 0.2);
      within(height, 297, 0.2);
    }
  });

  test('it holds 22 lines of 28 characters', () => {
    const lines = full.pages[0]?.lines.filter(({ text }) => text.startsWith('消')) ?? [];
    expect(lines.map(({ text }) => text.length)).toEqual(Array.from({ length: 22 }, () => 28));
  });

  test('its block is 156 × 225 mm, 37 mm from the top and 28 mm from the left', () => {
    const page = printedPage(full.pdf, 1);
    const columns = page.columns('black', { top: 37, bottom: 262 });
    within(columns[0]?.from, BLOCK.left);
    within(columns.at(-1)?.to, BLOCK.right);
    const rows = only(page.rows('black', { bottom: 263 }), 22);
    // The first line's characters stand in the middle of its tenth of an inch, so do the last line's.
    const pitch = ((rows[21]?.from ?? 0) - (rows[0]?.from ?? 0)) / 21;
    within(pitch * 22, 225, 0.5);
    const middle = ((rows[0]?.from ?? 0) + (rows[0]?.to ?? 0)) / 2;
    within(middle - pitch / 2, BLOCK.top);
  });
});

describe('文件', () => {
  let notice: Printed;
  let first: PrintedPage;
  beforeAll(async () => {
    notice = await printed(noticePaper());
    first = printedPage(notice.pdf, 1);
  });

  test('a short notice with its end matter takes one page', () => {
    expect(notice.pages).toHaveLength(1);
  });

  test('the head mark begins 35 mm below the upper edge of the block', () => {
    within(first.rows('red')[0]?.from, BLOCK.top + 35, 0.3);
  });

  test('the red line is as wide as the block, 4 mm below the number', () => {
    const line = first.rows('red').at(-1);
    const number = first.rows('black', { top: BLOCK.top + 35, bottom: line?.from ?? 0 }).at(-1);
    within((line?.from ?? 0) - (number?.to ?? 0), 4, 0.3);
    const [drawn] = only(first.columns('red', { top: line?.from ?? 0, bottom: line?.to ?? 0 }), 1);
    within(drawn?.from, BLOCK.left, 0.3);
    within(drawn?.to, BLOCK.right, 0.3);
  });

  test('the number stands two empty lines below the mark, in the middle', () => {
    const [mark] = first.rows('red');
    const number = notice.pages[0]?.lines.find(({ text }) => text.includes('〔2026〕'));
    within((number?.top ?? 0) - (mark?.to ?? 0), 2 * (225 / 22), 4);
    within(((number?.left ?? 0) + (number?.right ?? 0)) / 2, 106);
  });

  test('the end matter rests on the lower edge of the block', () => {
    const last = first.rows('black', { bottom: 264 }).at(-1);
    within(last?.to, BLOCK.bottom, 0.3);
    const [line] = only(first.columns('black', { top: (last?.to ?? 0) - 0.2, bottom: last?.to ?? 0 }), 1);
    within((line?.to ?? 0) - (line?.from ?? 0), 156, 0.5);
  });

  test('the page number lies 7 mm below the block', () => {
    const dash = first.columns('black', { top: 264, bottom: 275 })[0];
    const rows = first.rows('black', { top: 264, bottom: 275, left: dash?.from ?? 0, right: dash?.to ?? 0 });
    within(rows[0]?.from, BLOCK.bottom + 7, 0.4);
  });
});

describe('page numbers', () => {
  test('stand at the right on odd pages and at the left on even ones, one character from the edge', async () => {
    const { pdf, pages } = await printed(samplePapers.minutes());
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const [index] of pages.entries()) {
      const number = pageNumber(printedPage(pdf, index + 1));
      if (index % 2 === 0) within(number.at(-1)?.to, BLOCK.right - 4.94);
      else within(number[0]?.from, BLOCK.left + 4.94);
    }
  });
});

describe('信函', () => {
  let letter: Printed;
  beforeAll(async () => {
    letter = await printed(samplePapers.letter());
  });

  test('the mark begins 30 mm below the edge of the paper, the double line 4 mm below it', () => {
    const rows = printedPage(letter.pdf, 1).rows('red');
    const [mark, thick, thin] = rows;
    within(mark?.from, 30, 0.3);
    within((thick?.from ?? 0) - (mark?.to ?? 0), 4, 0.3);
    expect((thick?.to ?? 0) - (thick?.from ?? 0)).toBeGreaterThan((thin?.to ?? 0) - (thin?.from ?? 0));
  });

  test('both double lines are 170 mm long; the lower one lies 20 mm above the edge, thin above thick', () => {
    const page = printedPage(letter.pdf, 1);
    const rows = page.rows('red');
    const [thin, thick] = rows.slice(-2);
    within(thick?.to, 297 - 20, 0.3);
    expect((thick?.to ?? 0) - (thick?.from ?? 0)).toBeGreaterThan((thin?.to ?? 0) - (thin?.from ?? 0));
    for (const row of [rows[1], thick]) {
      const [line] = only(page.columns('red', { top: row?.from ?? 0, bottom: row?.to ?? 0 }), 1);
      within(line?.from, 20, 0.3);
      within(line?.to, 190, 0.3);
    }
  });

  test('page 1 has no number, page 2 has no red', () => {
    expect(pageNumber(printedPage(letter.pdf, 1))).toEqual([]);
    const second = printedPage(letter.pdf, 2);
    expect(second.rows('red')).toEqual([]);
    expect(pageNumber(second)).not.toEqual([]);
  });

  test('the copies stand at the foot without lines, and without a printer', () => {
    const last = letter.pages.findLast(({ lines }) => lines.some(({ text }) => text.startsWith('抄送')));
    const copies = last?.lines.find(({ text }) => text.startsWith('抄送'));
    expect(copies?.bottom).toBeGreaterThan(BLOCK.bottom - 10);
    expect(last?.lines.some(({ text }) => text.endsWith('印发'))).toBe(false);
  });

  test('the reply slip has a sheet of its own where the foot is taken', () => {
    const last = letter.pages.at(-1);
    expect(last?.lines[0]?.text).toBe('回执');
    expect(pageNumber(printedPage(letter.pdf, letter.pages.length))).toEqual([]);
  });
});

describe('纪要', () => {
  test('the mark begins 35 mm below the upper edge of the block; nobody signs', async () => {
    const { pdf, pages } = await printed(samplePapers.minutes());
    within(printedPage(pdf, 1).rows('red')[0]?.from, BLOCK.top + 35, 0.3);
    const people = pages.at(-1)?.lines.filter(({ text }) => /^(出席|请假|列席)：/.test(text)) ?? [];
    expect(people.map(({ text }) => text.slice(0, 2))).toEqual(['出席', '请假', '列席']);
    for (const { left } of people) within(left, BLOCK.left + 2 * (156 / 28));
  });

  test('a list that goes on on the next page stays behind its colon', async () => {
    const people = Array.from({ length: 120 }, (_, index) => `市第${index + 100}单位张三`).join('，');
    const { pages } = await printed({ ...samplePapers.minutes(), attendance: [{ label: '出席', people }] });
    const begun = pages.findIndex(({ lines }) => lines.some(({ text }) => text.startsWith('出席：')));
    const [first] = pages[begun + 1]?.lines ?? [];
    expect(first?.text).toContain('单位张三');
    within(first?.left, BLOCK.left + 5 * (156 / 28));
  });
});

describe('a landscape table', () => {
  test('lies in the block with its head at the left; the page number stays where it is', async () => {
    const { pdf, pages } = await printed(samplePapers.landscape());
    const index = pages.findIndex(({ lines }) => lines.some(({ text }) => text.includes('单位名称')));
    const page = printedPage(pdf, index + 1);
    const rows = page.rows('black', { bottom: 264 });
    expect(rows[0]?.from).toBeGreaterThanOrEqual(BLOCK.top - 0.3);
    expect(rows.at(-1)?.to).toBeLessThanOrEqual(BLOCK.bottom + 0.3);
    within((rows.at(-1)?.to ?? 0) - (rows[0]?.from ?? 0), 225, 1);
    const words = pages[index]?.lines ?? [];
    const head = words.find(({ text }) => text.includes('单位名称'));
    const place = words.find(({ text }) => text.includes('第1商贸城'));
    expect(head?.left).toBeLessThan(place?.left ?? 0);
    expect((head?.bottom ?? 0) - (head?.top ?? 0)).toBeGreaterThan((head?.right ?? 0) - (head?.left ?? 0));
    const number = pageNumber(page);
    if (index % 2 === 0) within(number.at(-1)?.to, BLOCK.right - 4.94);
    else within(number[0]?.from, BLOCK.left + 4.94);
  });
});
