import { writeFile } from 'node:fs/promises';
import { LINES_PER_PAGE } from '#shared/rules/papers/lines-per-page.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { lineOf } from './measures.ts';
import { packDocument } from './pack.ts';
import { paperDocument } from './paper-document.ts';

/**
 * Writes an editable .docx of the paper: same page, line pitch and places as the printed pages. The same paper gives
 * the same bytes.
 * @param linesPerPage as the paper is printed; see printedLinesPerPage
 */
export async function writePaperDocx(
  path: string,
  paper: Paper,
  linesPerPage: number = LINES_PER_PAGE,
): Promise<void> {
  const line = lineOf(linesPerPage);
  await writeFile(path, await packDocument(paperDocument(paper, line), line));
}
