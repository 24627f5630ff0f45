import type { FileChild, Paragraph } from 'docx';
import { announces, headingText } from '#shared/rules/papers/heading-text.ts';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { headingNumbers } from '#shared/rules/papers/numbering.ts';
import { type FontName, fonts } from './fonts.ts';
import { paragraph } from './paragraphs.ts';
import { runs, text } from './runs.ts';
import type { SectionFlow } from './sections.ts';
import { headingStyle, styleIds } from './styles.ts';
import { tableBlocks } from './table.ts';

type Heading = Extract<PaperBlock, { kind: 'heading' }>;
type TextBlock = Extract<PaperBlock, { kind: 'paragraph' }>;

/**
 * Adds the blocks of a body or of an attachment.
 * @param beforeSignature a signature never stands on a page without body text (cl. 7.3.5.5)
 */
export function addBlocks(flow: SectionFlow, blocks: readonly PaperBlock[], beforeSignature = false): void {
  const numbers = headingNumbers(blocks);
  blocks.forEach((block, index) => {
    if (block.kind === 'pageBreak') flow.startPage();
    else if (block.kind === 'table') flow.add(tableBlocks(block), block.landscape);
    else {
      const keepNext = beforeSignature && index === blocks.length - 1 && isShort(block);
      flow.add([textBlock(block, numbers[index] ?? '', keepNext)]);
    }
  });
}

/**
 * One line. A longer paragraph may go over the edge of a page, as it does in print; held, LibreOffice would move it to
 * the next page as a whole.
 */
const SHORT_CHARACTERS = 26;

function isShort(block: Heading | TextBlock): boolean {
  return block.runs.reduce((sum, run) => sum + run.text.length, 0) <= SHORT_CHARACTERS;
}

function textBlock(block: Heading | TextBlock, number: string, keepNext: boolean): FileChild {
  return block.kind === 'heading'
    ? headingParagraph(block, number, keepNext)
    : textParagraph(block, keepNext);
}

const headingFonts: readonly FontName[] = [fonts.fangSong, fonts.hei, fonts.kai];

function headingParagraph(block: Heading, number: string, keepNext: boolean): Paragraph {
  const { heading, text: behind } = headingText(block);
  const font = headingFonts[block.level] ?? fonts.fangSong;
  const words = [
    ...text(number, { font }),
    ...runs(heading, { font }),
    ...runs(behind, { font: fonts.fangSong }),
  ];
  return paragraph(words, { style: headingStyle(block.level), keepNext: keepNext || announces(block) });
}

function textParagraph({ place, runs: content }: TextBlock, keepNext: boolean): Paragraph {
  if (place === 'indented') return paragraph(runs(content), { style: styleIds.text, keepNext });
  return paragraph(runs(content), { keepNext, ...(place !== 'flush' && { align: place }) });
}
