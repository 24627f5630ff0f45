import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { PrintPdf } from '#main/core/documents/pdf/print-pdf.ts';
import { relayedPdf, servePdf } from '#main/core/jobs/pdf-relay.ts';

let channel: MessageChannel;
beforeEach(() => {
  channel = new MessageChannel();
});
afterEach(() => channel.port1.close());

const request = { papers: [blankPaper('letter')], options: { endMatterOnEvenPage: true } };

const placed = { count: 2, linesPerPage: 23, endMatterAlone: true, slipAlone: false };

function run(progress: (share: number, step: string) => void = () => undefined) {
  const cancel = new AbortController();
  return { cancel, run: { signal: cancel.signal, progress } };
}

test('papers go to the parent, progress and pages come back', async () => {
  const heard: unknown[] = [];
  servePdf(channel.port1, (given, { progress }) => {
    heard.push(given);
    progress(0.5, '正在排版');
    return Promise.resolve({ papers: [placed], pdfs: [Buffer.from('%PDF')] });
  });
  const pages = await relayedPdf(channel.port2)(request, run((...told) => void heard.push(told)).run);
  expect(pages.papers).toEqual([placed]);
  expect(Buffer.from(pages.pdfs[0]!).toString()).toBe('%PDF');
  expect(heard).toEqual([request, [0.5, '正在排版']]);
});

test('the parent’s words about a failure reach the job', async () => {
  servePdf(channel.port1, () => Promise.reject(new AppError('refused', { reason: '没有浏览器。' })));
  const printing = relayedPdf(channel.port2)(request, run().run);
  await expect(printing).rejects.toMatchObject({ code: 'refused', message: '没有浏览器。' });
});

/** Prints until it is told to stop. */
const endless: PrintPdf = (_request, { signal, progress }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new AppError('cancelled')));
    progress(0, '正在排版');
  });

test('a cancel in the job stops the parent’s printing', async () => {
  servePdf(channel.port1, endless);
  const { cancel, run: started } = run(() => cancel.abort());
  await expect(relayedPdf(channel.port2)(request, started)).rejects.toMatchObject({ code: 'cancelled' });
});

test('a job that ends takes its printing with it', async () => {
  const end = servePdf(channel.port1, endless);
  const printing = relayedPdf(channel.port2)(request, run(end).run);
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
});
