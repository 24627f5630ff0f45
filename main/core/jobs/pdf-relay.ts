import type { MessagePort, Worker } from 'node:worker_threads';
import type { PdfRequest, PrintedPages, PrintPdf } from '../documents/pdf/print-pdf.ts';
import type { ThreadError } from '../threads/protocol.ts';
import { fromThreadError, toThreadError } from '../threads/thread-error.ts';

/* A job prints through its parent, because under Electron only the main process has a browser. */

/** From the job's thread to its parent. */
type PdfAsk = { kind: 'pdfPrint'; print: number; request: PdfRequest } | { kind: 'pdfCancel'; print: number };

/** From the parent to the job's thread. */
type PdfAnswer =
  | { kind: 'pdfProgress'; print: number; progress: number; step: string }
  | { kind: 'pdfDone'; print: number; pages: PrintedPages }
  | { kind: 'pdfFailed'; print: number; error: ThreadError };

/** The parent's side. @returns cancels every print that is still under way */
export function servePdf(worker: Worker | MessagePort, printPdf: PrintPdf): () => void {
  const running = new Map<number, AbortController>();
  worker.on('message', (ask: PdfAsk | { kind: string }) => {
    if (!isPdfAsk(ask)) return;
    if (ask.kind === 'pdfPrint') void print(ask.print, ask.request);
    else running.get(ask.print)?.abort();
  });

  async function print(number: number, request: PdfRequest): Promise<void> {
    const cancel = new AbortController();
    running.set(number, cancel);
    try {
      const pages = await printPdf(request, {
        signal: cancel.signal,
        progress: (progress, step) => answer({ kind: 'pdfProgress', print: number, progress, step }),
      });
      answer({ kind: 'pdfDone', print: number, pages });
    } catch (error) {
      answer({ kind: 'pdfFailed', print: number, error: toThreadError(error) });
    } finally {
      running.delete(number);
    }
  }
  function answer(message: PdfAnswer): void {
    worker.postMessage(message);
  }
  return () => {
    for (const cancel of running.values()) cancel.abort();
  };
}

function isPdfAsk(message: { kind: string }): message is PdfAsk {
  return message.kind === 'pdfPrint' || message.kind === 'pdfCancel';
}

/** The job's side. */
export function relayedPdf(port: MessagePort): PrintPdf {
  let last = 0;
  return (request, { signal, progress }) => {
    last += 1;
    const print = last;
    const send = (ask: PdfAsk): void => port.postMessage(ask);
    const { promise, resolve, reject } = Promise.withResolvers<PrintedPages>();
    const hear = (answer: PdfAnswer): void => {
      if (answer.print !== print) return;
      if (answer.kind === 'pdfProgress') progress(answer.progress, answer.step);
      if (answer.kind === 'pdfDone') resolve(answer.pages);
      if (answer.kind === 'pdfFailed') reject(fromThreadError(answer.error));
    };
    const cancel = (): void => send({ kind: 'pdfCancel', print });
    port.on('message', hear);
    signal.addEventListener('abort', cancel);
    send({ kind: 'pdfPrint', print, request });
    return promise.finally(() => {
      port.off('message', hear);
      signal.removeEventListener('abort', cancel);
    });
  };
}
