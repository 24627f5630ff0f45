import { announces, headingText } from '#shared/rules/papers/heading-text.ts';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { headingNumbers } from '#shared/rules/papers/numbering.ts';
import { element } from './element.ts';
import type { PageFlow } from './page-flow.ts';
import { runNodes } from './runs.ts';
import { addTable } from './table.ts';

const placeClasses = { indented: 'paragraph', flush: 'flush', center: 'center', right: 'right' } as const;
/** cl. 7.3.3: 黑体, 楷体, then 仿宋 as body text has. */
const headingClasses: readonly string[][] = [[], ['hei'], ['kai'], [], []];

/** Adds the blocks of a body or of an attachment. */
export function addBlocks(flow: PageFlow, blocks: readonly PaperBlock[]): void {
  const numbers = headingNumbers(blocks);
  blocks.forEach((block, index) => addBlock(flow, block, numbers[index] ?? ''));
}

function addBlock(flow: PageFlow, block: PaperBlock, number: string): void {
  if (block.kind === 'table') {
    addTable(flow, block);
    return;
  }
  if (block.kind === 'pageBreak') {
    if (!flow.isEmptyPage) flow.open();
    return;
  }
  flow.turnTo(false);
  if (block.kind === 'paragraph') {
    flow.addText(bodyElement(placeClasses[block.place], ...textOr(runNodes(block.runs))));
    return;
  }
  const heading = headingElement(block, number);
  if (announces(block)) flow.addHeading(heading);
  else flow.addText(heading);
}

function headingElement(block: Extract<PaperBlock, { kind: 'heading' }>, number: string): HTMLElement {
  const { heading, text } = headingText(block);
  const type = headingClasses[block.level] ?? [];
  const words = [number, ...runNodes(heading)];
  const first = type.length === 0 ? words : [element('span', type, ...words)];
  return bodyElement('paragraph', ...first, ...runNodes(text));
}

function bodyElement(className: string, ...content: (string | Node)[]): HTMLElement {
  const made = element('p', [className], ...content);
  made.dataset['body'] = '';
  return made;
}

/** An empty paragraph keeps its line. */
function textOr(nodes: (string | Node)[]): (string | Node)[] {
  return nodes.every((node) => node === '') ? ['\u200b'] : nodes;
}
