import { expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { PdfRequest, PrintPdf } from '#main/core/documents/pdf/print-pdf.ts';
import { printedLinesPerPage } from '#main/core/documents/pdf/printed-lines-per-page.ts';

const signature = { units: ['临川市消安办'], day: '2026-11-05', seal: true };
const signed = { ...blankPaper('standard'), signature };
const unsigned = blankPaper('minutes');

function context(printPdf: PrintPdf) {
  return { printPdf, progress: () => undefined, throwIfCancelled: () => undefined };
}

function browserSaying(...linesPerPage: number[]) {
  const asked: PdfRequest[] = [];
  const printPdf: PrintPdf = (request) => {
    asked.push(request);
    return Promise.resolve({ linesPerPage, pdf: new Uint8Array() });
  };
  return { asked, context: context(printPdf) };
}

test('each signed paper has as many lines as the browser says, every other one 22', async () => {
  const { asked, context: browser } = browserSaying(23, 21);
  expect(await printedLinesPerPage([signed, unsigned, { ...signed }], browser)).toEqual([23, 22, 21]);
  expect(asked).toMatchObject([{ papers: [signed, signed], layoutOnly: true }]);
});

test('no browser is started for papers that nobody signs', async () => {
  const { asked, context: browser } = browserSaying();
  expect(await printedLinesPerPage([unsigned, blankPaper('letter')], browser)).toEqual([22, 22]);
  expect(asked).toEqual([]);
});

test('where no browser is, every page has 22 lines', async () => {
  const none = context(() => Promise.reject(new AppError('refused', { reason: '没有浏览器。' })));
  expect(await printedLinesPerPage([signed], none)).toEqual([22]);
});

test('a cancel is no missing browser', async () => {
  const cancelled = context(() => Promise.reject(new AppError('cancelled')));
  await expect(printedLinesPerPage([signed], cancelled)).rejects.toMatchObject({ code: 'cancelled' });
});
