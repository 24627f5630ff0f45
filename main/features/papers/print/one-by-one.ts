import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { writePaperDocx } from '#main/core/documents/docx/write-paper-docx.ts';
import { askHost } from '#main/core/documents/pdf/ask-host.ts';
import type { PrintedPages } from '#main/core/documents/pdf/print-pdf.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';

/** A paper as it was laid out. */
export interface PrintedPaper {
  paper: Paper;
  /** Undefined on a PC without a browser. */
  pages: PaperPages | undefined;
  pdf: Uint8Array | undefined;
  /** Why there is no PDF, in words. */
  noPdf: string;
}

/** Papers that are laid out by one start of the browser; their PDFs are held in memory meanwhile. */
const BATCH = 20;

/**
 * The paper of each thing by itself, in their order. Starting a browser for each would take longer than printing it.
 * @throws AppError cancelled
 */
export async function* printOneByOne<Thing>(
  things: readonly Thing[],
  paperOf: (thing: Thing) => Paper,
  job: JobContext,
): AsyncGenerator<[Thing, PrintedPaper]> {
  for (let from = 0; from < things.length; from += BATCH) {
    const batch = things.slice(from, from + BATCH);
    const papers = batch.map(paperOf);
    const { papers: pages, pdfs, noPdf } = await printedOrWhyNot(papers, job);
    for (const [place, thing] of batch.entries()) {
      const paper = papers[place];
      if (paper !== undefined) yield [thing, { paper, pages: pages[place], pdf: pdfs[place], noPdf }];
    }
  }
}

async function printedOrWhyNot(
  papers: readonly Paper[],
  job: JobContext,
): Promise<PrintedPages & { noPdf: string }> {
  try {
    return { ...(await askHost({ papers, options: {}, separately: true }, job)), noPdf: '' };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error;
    return { papers: [], pdfs: [], noPdf: error.message };
  }
}

interface WrittenPaper {
  /** In the job's own folder. */
  path: string;
  /** Null where they were not counted. */
  pages: number | null;
}

/** @throws AppError refused where there is no PDF */
export function writePrintedPdf({ pdf, pages, noPdf }: PrintedPaper, job: JobContext): WrittenPaper {
  if (pdf === undefined) throw new AppError('refused', { reason: noPdf });
  const path = join(job.temporaryFolder, 'paper.pdf');
  writeFileSync(path, pdf);
  return { path, pages: pages?.count ?? null };
}

export async function writePrintedDocx(
  { paper, pages }: PrintedPaper,
  job: JobContext,
): Promise<WrittenPaper> {
  const path = join(job.temporaryFolder, 'paper.docx');
  await writePaperDocx(path, paper, pages);
  return { path, pages: pages?.count ?? null };
}
