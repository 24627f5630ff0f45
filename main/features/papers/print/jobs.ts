import { join } from 'node:path';
import type { FormFormat } from '#shared/contract/papers.ts';
import { AppError } from '#shared/errors.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { writePaperDocx } from '#main/core/documents/docx/write-paper-docx.ts';
import { printPapersPdf } from '#main/core/documents/pdf/print-papers-pdf.ts';
import { printedPages } from '#main/core/documents/pdf/printed-pages.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { draftFormOf } from '../draft-form.ts';
import { requireContent, requirePaper } from '../rows.ts';

export interface PdfInput {
  uids: string[];
}

export interface PrintedPapers {
  path: string;
  /** Of the file, without its ending. */
  name: string;
}

/** One PDF of all the papers, in the given order. @returns path in the job's own folder */
export async function printPapersToPdf({ uids }: PdfInput, job: JobContext): Promise<PrintedPapers> {
  const rows = uids.map((uid) => requirePaper(job.db, uid));
  const papers = rows.map((row) => requireContent(job.db, row.id).paper);
  const path = join(job.temporaryFolder, 'papers.pdf');
  await printPapersPdf(path, papers, job);
  const [first] = rows;
  const name = `${first?.number_text ?? ''} ${first?.title ?? ''}`.trim() || '公文';
  return { path, name: rows.length > 1 ? `${name}等${rows.length}份` : name };
}

/** The same text as an editable file. @returns path in the job's own folder */
export async function writePaperToDocx({ uid }: { uid: string }, job: JobContext): Promise<PrintedPapers> {
  const row = requirePaper(job.db, uid);
  const { paper } = requireContent(job.db, row.id);
  const path = join(job.temporaryFolder, 'paper.docx');
  await writePrintedDocx(path, paper, job);
  return { path, name: `${row.number_text} ${row.title}`.trim() || '公文' };
}

export interface FormInput {
  uid: string;
  format: FormFormat;
}

/** 发文稿纸 as a file. @returns path in the job's own folder */
export async function writeDraftForm({ uid, format }: FormInput, job: JobContext): Promise<PrintedPapers> {
  const form = draftFormOf(job, uid);
  const { number_text, title } = requirePaper(job.db, uid);
  return writeForm(form, `发文稿纸 ${number_text === '' ? title : number_text}`.trim(), format, job);
}

/** Any form around a paper as a file; several only as one PDF. @returns path in the job's own folder */
export async function writeForm(
  form: Paper | readonly Paper[],
  name: string,
  format: FormFormat,
  job: JobContext,
): Promise<PrintedPapers> {
  const path = join(job.temporaryFolder, `form.${format}`);
  job.progress(null, '写入文件');
  const [first, ...others] = [form].flat();
  if (format === 'pdf') await printPapersPdf(path, [form].flat(), job);
  else if (first !== undefined && others.length === 0) await writePrintedDocx(path, first, job);
  else throw new AppError('refused', { reason: '几份表一起只能导出 PDF；要 Word 文档，请逐份导出。' });
  return { path, name };
}

/** As it lies on its printed pages. */
async function writePrintedDocx(path: string, paper: Paper, job: JobContext): Promise<void> {
  const [pages] = await printedPages([paper], job);
  job.progress(null, '写入文档');
  await writePaperDocx(path, paper, pages);
}
