import { writeFile } from 'node:fs/promises';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import { LINES_PER_PAGE } from '#shared/rules/papers/lines-per-page.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { countPapers } from '../../jobs/tally.ts';
import { lineOf } from './measures.ts';
import { packDocument } from './pack.ts';
import { paperDocument } from './paper-document.ts';

const unknownPages: PaperPages = {
  count: 1,
  linesPerPage: LINES_PER_PAGE,
  endMatterAlone: false,
  slipAlone: false,
};

/**
 * Writes an editable .docx of the paper: same page, line pitch and places as the printed pages. The same paper gives
 * the same bytes.
 * @param pages how it is printed; see printedPages
 */
export async function writePaperDocx(path: string, paper: Paper, pages = unknownPages): Promise<void> {
  const document = paperDocument(paper, pages);
  await writeFile(path, await packDocument(document, lineOf(pages.linesPerPage)));
  countPapers(1, pages === unknownPages ? 0 : pages.count);
}
