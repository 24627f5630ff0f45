import { writeFile } from 'node:fs/promises';
import { LINES_PER_PAGE } from '#shared/rules/papers/lines-per-page.ts';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { lineOf } from './measures.ts';
import { packDocument } from './pack.ts';
import { paperDocument } from './paper-document.ts';

/**
 * Writes an editable .docx of the paper: same page, line pitch and places as the printed pages. The same paper gives
 * the same bytes.
 * @param printed how it lies on its printed pages; see printedPages
 */
export async function writePaperDocx(
  path: string,
  paper: Paper,
  { linesPerPage, endMatterAlone }: Omit<PaperPages, 'count'> = {
    linesPerPage: LINES_PER_PAGE,
    endMatterAlone: false,
  },
): Promise<void> {
  const line = lineOf(linesPerPage);
  await writeFile(path, await packDocument(paperDocument(paper, { line, endMatterAlone }), line));
}
