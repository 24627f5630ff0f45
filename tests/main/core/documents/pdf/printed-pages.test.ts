import { expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { PdfRequest, PrintPdf } from '#main/core/documents/pdf/print-pdf.ts';
import { printedPages } from '#main/core/documents/pdf/printed-pages.ts';

const papers = [blankPaper('letter'), blankPaper('minutes')];

function context(printPdf: PrintPdf) {
  return { printPdf, progress: () => undefined, throwIfCancelled: () => undefined };
}

test('papers lie on their pages as the browser lays them out, which makes no PDF of them', async () => {
  const laidOut = [23, 22].map((linesPerPage) => ({
    count: 1,
    linesPerPage,
    endMatterAlone: false,
    slipAlone: false,
  }));
  const asked: PdfRequest[] = [];
  const browser = context((request) => {
    asked.push(request);
    return Promise.resolve({ papers: laidOut, pdfs: [] });
  });
  expect(await printedPages(papers, browser)).toEqual(laidOut);
  expect(asked).toEqual([{ papers, options: {}, layoutOnly: true }]);
});

test('where no browser is, nothing is known of the pages', async () => {
  const none = context(() => Promise.reject(new AppError('refused', { reason: '没有浏览器。' })));
  expect(await printedPages(papers, none)).toEqual([]);
});

test('a cancel is no missing browser', async () => {
  const cancelled = context(() => Promise.reject(new AppError('cancelled')));
  await expect(printedPages(papers, cancelled)).rejects.toMatchObject({ code: 'cancelled' });
});
