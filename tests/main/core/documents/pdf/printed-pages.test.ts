import { expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { PdfRequest, PrintPdf } from '#main/core/documents/pdf/print-pdf.ts';
import { printedPages } from '#main/core/documents/pdf/printed-pages.ts';

const letter = blankPaper('letter');
const form = { ...blankPaper('form'), signature: null };
const signed = { ...form, signature: { units: ['临川市消安办'], day: '2026-11-05', seal: true } };

function context(printPdf: PrintPdf) {
  return { printPdf, progress: () => undefined, throwIfCancelled: () => undefined };
}

function browserSaying(...papers: PaperPages[]) {
  const asked: PdfRequest[] = [];
  const printPdf: PrintPdf = (request) => {
    asked.push(request);
    return Promise.resolve({ papers, pdf: new Uint8Array() });
  };
  return { asked, context: context(printPdf) };
}

test('each paper with a signature or end matter lies as the browser says', async () => {
  const [one, other] = [23, 21].map((linesPerPage) => ({ count: 1, linesPerPage, endMatterAlone: false }));
  const { asked, context: browser } = browserSaying(one!, other!);
  expect(await printedPages([signed, form, letter], browser)).toEqual([one, undefined, other]);
  expect(asked).toMatchObject([{ papers: [signed, letter], layoutOnly: true }]);
});

test('no browser is started for forms that nobody signs', async () => {
  const { asked, context: browser } = browserSaying();
  expect(await printedPages([form, form], browser)).toEqual([undefined, undefined]);
  expect(asked).toEqual([]);
});

test('where no browser is, no paper asks for anything of its own', async () => {
  const none = context(() => Promise.reject(new AppError('refused', { reason: '没有浏览器。' })));
  expect(await printedPages([signed], none)).toEqual([undefined]);
});

test('a cancel is no missing browser', async () => {
  const cancelled = context(() => Promise.reject(new AppError('cancelled')));
  await expect(printedPages([signed], cancelled)).rejects.toMatchObject({ code: 'cancelled' });
});
