import { writeFile } from 'node:fs/promises';
import type { Paper } from '#shared/rules/papers/model.ts';
import { packDocument } from './pack.ts';
import { paperDocument } from './paper-document.ts';

/**
 * Writes an editable .docx of the paper: same page, line pitch and places as the printed pages. The same paper gives
 * the same bytes.
 */
export async function writePaperDocx(path: string, paper: Paper): Promise<void> {
  await writeFile(path, await packDocument(paperDocument(paper)));
}
