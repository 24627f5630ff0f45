import type { PaperBlock, PaperRun } from './model.ts';
import { readText } from './read-text.ts';

/** The text of a template as blocks: numbers make headings, and {名称} is a place left open. */
export function templateBlocks(text: string): PaperBlock[] {
  return readText(text).map(openedBlock);
}

/** The block with every {名称} in its running text made a place; tables keep theirs in the cells' text. */
export function openedBlock(block: PaperBlock): PaperBlock {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return block;
  return { ...block, runs: block.runs.flatMap(openedRun) };
}

function openedRun(run: PaperRun): PaperRun[] {
  if (run.field !== undefined) return [run];
  return run.text
    .split(/(\{[^{}\n]{1,30}\})/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') ? { ...run, text: '', field: part.slice(1, -1) } : { ...run, text: part },
    );
}
