import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import { type PaperSheet, type PrintPdf, printOnSheet } from '#main/core/documents/pdf/print-pdf.ts';
import { printPapersPdf } from '#main/core/documents/pdf/print-papers-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-pdf-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const paper = blankPaper('standard');
const target = () => join(folder, '通知.pdf');

function printed(pdf: string) {
  return Promise.resolve({ papers: [], pdfs: [Buffer.from(pdf)] });
}

function context(printPdf: PrintPdf, isCancelled = () => false) {
  const steps: string[] = [];
  return {
    steps,
    printPdf,
    progress: (_progress: number | null, step: string) => void steps.push(step),
    throwIfCancelled() {
      if (isCancelled()) throw new AppError('cancelled');
    },
  };
}

test('the whole file stands at its place and nothing beside it', async () => {
  await printPapersPdf(
    target(),
    [paper],
    context(() => printed('%PDF whole')),
  );
  expect(readFileSync(target(), 'utf8')).toBe('%PDF whole');
  expect(readdirSync(folder)).toEqual(['通知.pdf']);
});

test('a cancelled print stops the host and leaves no file', async () => {
  let isCancelled = false;
  const untilCancelled: PrintPdf = (_request, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new AppError('cancelled')));
      isCancelled = true;
    });
  const printing = printPapersPdf(
    target(),
    [paper],
    context(untilCancelled, () => isCancelled),
  );
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a cancel that comes when the pages are ready leaves no file either', async () => {
  let isCancelled = false;
  const printing = printPapersPdf(
    target(),
    [paper],
    context(
      () => {
        isCancelled = true;
        return printed('%PDF');
      },
      () => isCancelled,
    ),
  );
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(target())).toBe(false);
});

test('without papers there is nothing to print', async () => {
  const printing = printPapersPdf(
    target(),
    [],
    context(() => printed('')),
  );
  await expect(printing).rejects.toMatchObject({ code: 'refused' });
});

describe('many papers', () => {
  const papers = Array.from({ length: 12 }, () => paper);
  const signal = new AbortController().signal;
  /** Gives each paper as many pages as there are papers up to it. */
  function countingSheet() {
    const asked: string[] = [];
    let count = 0;
    const sheet: PaperSheet = {
      add: (added) => {
        asked.push(`add ${added.length}`);
        const placed = added.map(() => {
          count += 1;
          return { count, linesPerPage: 22, endMatterAlone: false, slipAlone: false };
        });
        return Promise.resolve({ papers: placed, remarks: [] });
      },
      print: (pages = '') => {
        asked.push(`print ${pages}`.trim());
        return Promise.resolve(Buffer.from('%PDF'));
      },
    };
    return { asked, sheet };
  }

  test('are laid out a few at a time, with progress, in their order', async () => {
    const { asked, sheet } = countingSheet();
    const shares: number[] = [];
    const progress = (share: number): void => void shares.push(share);
    const made = await printOnSheet(sheet, { papers, options: {} }, { signal, progress });
    expect(asked).toEqual(['add 5', 'add 5', 'add 2', 'print']);
    expect(made.papers.map(({ count }) => count)).toEqual(papers.map((_, place) => place + 1));
    expect(made.pdfs.map((pdf) => Buffer.from(pdf).toString())).toEqual(['%PDF']);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('are printed one by one where each is wanted by itself, page after page', async () => {
    const { asked, sheet } = countingSheet();
    const run = { signal, progress: () => undefined };
    const request = { papers: papers.slice(0, 4), options: {}, separately: true };
    const { pdfs } = await printOnSheet(sheet, request, run);
    expect(asked).toEqual(['add 4', 'print 1-1', 'print 2-3', 'print 4-6', 'print 7-10']);
    expect(pdfs).toHaveLength(4);
  });

  test('are not printed where only their layout is wanted', async () => {
    const { asked, sheet } = countingSheet();
    const run = { signal, progress: () => undefined };
    const made = await printOnSheet(sheet, { papers, options: {}, layoutOnly: true }, run);
    expect(asked).toEqual(['add 5', 'add 5', 'add 2']);
    expect(made.papers).toHaveLength(12);
  });
});
