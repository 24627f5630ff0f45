import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { writePaperDocx } from '#main/core/documents/docx/write-paper-docx.ts';
import { LAYOUT_SHARE } from '#main/core/documents/pdf/print-pdf.ts';
import { printedPages } from '#main/core/documents/pdf/printed-pages.ts';
import { distinctFileNames } from '#main/core/files/file-names.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { paperContents } from '#main/features/papers/index.ts';
import type { NoticeDbRow } from './queries.ts';
import { requireNotice } from './rows.ts';

export interface DocxInput {
  uids: string[];
}

export interface NoticeFolder {
  path: string;
  /** Of the folder, as the clerk finds it. */
  name: string;
}

/** An editable file for each notice, as each unit gets its own. @returns a folder in the job's own folder */
export async function exportNoticesDocx({ uids }: DocxInput, job: JobContext): Promise<NoticeFolder> {
  const rows = uids.map((uid) => requireNotice(job.db, uid));
  const names = distinctFileNames(rows.map(({ number, unit }) => `${`${number} ${unit}`.trim()}.docx`));
  const papers = paperContents(
    job.db,
    rows.map(({ paper_uid }) => paper_uid),
  ).map(({ content }) => content);
  const pages = await printedPages(papers, job);
  const path = join(job.temporaryFolder, 'notices');
  mkdirSync(path);
  for (const [place, name] of names.entries()) {
    const paper = papers[place];
    if (paper === undefined) continue;
    job.progress(
      LAYOUT_SHARE + (1 - LAYOUT_SHARE) * (place / names.length),
      `正在写“${name}”(${place + 1}/${names.length})`,
    );
    await writePaperDocx(join(path, name), paper, pages[place]);
    job.throwIfCancelled();
  }
  job.progress(1, '正在存到导出文件夹');
  return { path, name: folderName(rows) };
}

/** Day and kind of the batch; of notices of several batches the latest day, of several kinds what all of them are. */
function folderName(rows: readonly NoticeDbRow[]): string {
  const [day = ''] = rows
    .map(({ issued_on, created_on }) => issued_on ?? created_on)
    .toSorted()
    .toReversed();
  const [kind, ...otherKinds] = new Set(rows.map((row) => noticeKindNames[row.kind]));
  return `${day} ${otherKinds.length === 0 ? kind : '督办通知'}`;
}
