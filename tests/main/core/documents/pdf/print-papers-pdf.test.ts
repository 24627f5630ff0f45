import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
    context(() => Promise.resolve(Buffer.from('%PDF whole'))),
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
        return Promise.resolve(Buffer.from('%PDF'));
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
    context(() => Promise.resolve(Buffer.from(''))),
  );
  await expect(printing).rejects.toMatchObject({ code: 'refused' });
});

test('many papers are laid out a few at a time, with progress, in their order', async () => {
  const added: number[] = [];
  const sheet: PaperSheet = {
    add: (papers) => {
      added.push(papers.length);
      return Promise.resolve();
    },
    print: () => Promise.resolve(Buffer.from('%PDF')),
  };
  const shares: number[] = [];
  const papers = Array.from({ length: 12 }, () => paper);
  await printOnSheet(
    sheet,
    { papers, options: {} },
    { signal: new AbortController().signal, progress: (share) => void shares.push(share) },
  );
  expect(added).toEqual([5, 5, 2]);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});
