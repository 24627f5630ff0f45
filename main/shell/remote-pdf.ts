import { randomUUID } from 'node:crypto';
import type { PdfRun, PrintedPages, PrintPdf } from '../core/documents/pdf/print-pdf.ts';
import { fromThreadError } from '../core/threads/thread-error.ts';
import type { MessageFromCore, MessageToCore } from './core-messages.ts';

type PdfAnswer = Extract<MessageToCore, { kind: 'pdfProgress' | 'pdfDone' | 'pdfFailed' }>;

export interface RemotePdf {
  printPdf: PrintPdf;
  take(answer: PdfAnswer): void;
}

/** Printing by the main process, as the core sees it. */
export function createRemotePdf(tell: (message: MessageFromCore) => void): RemotePdf {
  const asked = new Map<string, PromiseWithResolvers<PrintedPages> & { run: PdfRun }>();
  return {
    printPdf(request, run) {
      const print = randomUUID();
      const answered = Promise.withResolvers<PrintedPages>();
      const cancel = (): void => tell({ kind: 'cancelPdf', print });
      asked.set(print, { ...answered, run });
      run.signal.addEventListener('abort', cancel);
      tell({ kind: 'printPdf', print, request });
      return answered.promise.finally(() => {
        asked.delete(print);
        run.signal.removeEventListener('abort', cancel);
      });
    },
    take(answer) {
      const print = asked.get(answer.print);
      if (answer.kind === 'pdfProgress') print?.run.progress(answer.progress, answer.step);
      if (answer.kind === 'pdfDone') print?.resolve(answer.pages);
      if (answer.kind === 'pdfFailed') print?.reject(fromThreadError(answer.error));
    },
  };
}
