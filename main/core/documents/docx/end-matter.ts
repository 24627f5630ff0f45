import { HorizontalPositionRelativeFrom, type Paragraph, TabStopType } from 'docx';
import type { Paper } from '#shared/rules/papers/model.ts';
import { printedDay } from '#shared/rules/papers/printed-words.ts';
import { floatingBox } from './floating-box.ts';
import { block, MINIMUM_LINE, points } from './measures.ts';
import { paragraph, ruleBelow } from './paragraphs.ts';
import { text } from './runs.ts';
import { END_MATTER_LINE, END_MATTER_POINTS, styleIds } from './styles.ts';

/** One character of 四号. */
const CHARACTER = points(END_MATTER_POINTS);
/** 0.35 mm and 0.25 mm in eighths of a point (cl. 7.4.1). */
const THICK = 8;
const THIN = 6;
const TWIPS_PER_EIGHTH = 2.5;

interface Part {
  /** Twips. */
  height: number;
  paragraph: Paragraph;
}

export function hasEndMatter(paper: Paper): boolean {
  return endMatterRows(paper).length > 0;
}

/**
 * The end matter (版记, cl. 7.4; of letters cl. 10.1) in a box on the lower edge of the last page's text block. The
 * paragraph that holds the box is as high as the box: where the page has no room left, both go to the next.
 */
export function endMatterParagraph(paper: Paper): Paragraph {
  const rows = endMatterRows(paper);
  const parts = paper.layout === 'letter' ? rows : withRules(rows);
  const height = Math.ceil(parts.reduce((sum, part) => sum + part.height, 0));
  const box = floatingBox(
    parts.map((part) => part.paragraph),
    {
      width: block.width,
      height,
      left: { from: HorizontalPositionRelativeFrom.MARGIN, twips: 0 },
      top: 'bottomOfBlock',
      name: '版记',
    },
  );
  return paragraph([box], { line: height });
}

function endMatterRows(paper: Paper): Part[] {
  const { endMatter } = paper;
  if (endMatter === null) return [];
  return [
    ...(paper.addresseeInEndMatter ? copyRow('主送', paper.addressee) : []),
    ...copyRow('抄送', endMatter.copyTo),
    ...(paper.layout === 'letter' ? [] : printerRow(endMatter)),
  ];
}

/** Turned lines align with the first character behind the colon (cl. 7.4.2). */
function copyRow(label: string, names: string): Part[] {
  const content = names.trim().replace(/[。.]$/, '');
  if (content === '') return [];
  const labelWidth = ([...label].length + 1) * CHARACTER;
  const perLine = Math.floor((block.width - 2 * CHARACTER - labelWidth) / CHARACTER);
  return [
    {
      height: Math.ceil(([...content].length + 1) / perLine) * END_MATTER_LINE,
      paragraph: paragraph(text(`${label}：${content}。`), {
        style: styleIds.endMatter,
        align: 'both',
        indent: { left: CHARACTER + labelWidth, right: CHARACTER, hanging: labelWidth },
      }),
    },
  ];
}

function printerRow({ printer, printedOn }: NonNullable<Paper['endMatter']>): Part[] {
  if (printer === '' && printedOn === '') return [];
  const day = printedOn === '' ? '' : `${printedDay(printedOn)}印发`;
  return [
    {
      height: END_MATTER_LINE,
      paragraph: paragraph(text(`${printer}\t${day}`), {
        style: styleIds.endMatter,
        indent: { left: CHARACTER },
        tabs: [{ type: TabStopType.RIGHT, position: block.width - CHARACTER }],
      }),
    },
  ];
}

/** Thick at the top and at the bottom; thin between, but none between 主送 and 抄送 (cl. 7.4.2). */
function withRules(rows: readonly Part[]): Part[] {
  const between = rows.flatMap((row, index) => (index === 0 ? [row] : [rule(THIN), row]));
  return [rule(THICK), ...between, rule(THICK)];
}

function rule(eighths: number): Part {
  return {
    height: MINIMUM_LINE + eighths * TWIPS_PER_EIGHTH,
    paragraph: ruleBelow(MINIMUM_LINE, { color: '000000', eighths }),
  };
}
