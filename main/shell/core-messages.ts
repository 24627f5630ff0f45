import type { PdfRequest, PrintedPages } from '../core/documents/pdf/print-pdf.ts';
import type { KeptWindow } from '../hosts/message-port.ts';
import type { ThreadError } from '../core/threads/protocol.ts';

/*
 * What the main process and the core's process say to each other. Ports travel beside a message: a window's
 * end of its channel with `window`, a reading process's with `reader`.
 */

export interface CoreSettings {
  dataFolder: string;
  /** --sample: the first start begins with the sample office. */
  sample: boolean;
  /** Those of a core that died before. */
  windows: readonly KeptWindow[];
}

export type MessageToCore =
  | { kind: 'start'; settings: CoreSettings }
  | { kind: 'window'; windowId: number }
  | { kind: 'opened'; request: string; opened: boolean }
  | { kind: 'reader'; reader: string }
  | { kind: 'readerStarted'; reader: string; pid: number | undefined }
  /** `aborted`: the process did not end by itself, as when its heap is full. */
  | { kind: 'readerExited'; reader: string; aborted: boolean }
  | { kind: 'pdfProgress'; print: string; progress: number; step: string }
  | { kind: 'pdfDone'; print: string; pages: PrintedPages }
  | { kind: 'pdfFailed'; print: string; error: ThreadError }
  /** A data pack that was opened from the desktop. */
  | { kind: 'handFile'; path: string }
  /** A form of the rescue page; answered by `rescue`. */
  | { kind: 'rescueForm'; form: string }
  | { kind: 'close' };

export type MessageFromCore =
  | { kind: 'ready' }
  | { kind: 'windows'; windows: KeptWindow[] }
  /**
   * The data folder cannot be opened; `reason` is plain Chinese. Starting again would not help. `backup` leads back to
   * this program where the data are of a newer one. `isHeld`: another program has them open.
   */
  | { kind: 'refused'; reason: string; backup: string | null; isHeld: boolean }
  /** The data are damaged: the page that asks what to do. A page with an outcome is the last one. */
  | { kind: 'rescue'; page: string; outcome: 'taken' | 'ended' | 'back' | null }
  | { kind: 'openFile' | 'revealFile'; request: string; path: string }
  | { kind: 'spawnReader'; reader: string }
  | { kind: 'killReader'; reader: string }
  | { kind: 'printPdf'; print: string; request: PdfRequest }
  | { kind: 'cancelPdf'; print: string };
