import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { HeadMark, MarkText } from '#shared/rules/papers/head-mark.ts';
import { halfPoints, millimetres, pointsOfMillimetres } from './measures.ts';
import { paragraph, type ParagraphLook } from './paragraphs.ts';
import { styleIds } from './styles.ts';

/** From line to line of the mark, in twips. */
export function markPitch(mark: HeadMark): number {
  return millimetres(mark.pitch);
}

/** One line of the red mark (发文机关标志). */
export function markLine(line: string, look: MarkText, more: ParagraphLook): Paragraph {
  return paragraph([markRun(line, look)], { style: styleIds.mark, ...more });
}

function markRun(line: string, { height, widthScale }: MarkText): TextRun {
  const size = halfPoints(pointsOfMillimetres(height));
  return new TextRun({ text: line, size, scale: Math.round(widthScale * 100) });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;

/** Names of a joint issue below each other, as wide as the longest; 文件 at their right, in their middle (cl. 7.2.4). */
export function jointMark(mark: HeadMark): Table {
  const height = markPitch(mark);
  // A little wider than the characters, so that rounding turns no line.
  const namesWidth = millimetres(mark.width + 1);
  const suffixWidth = mark.suffix === null ? 0 : millimetres(mark.suffix.gap + mark.suffix.width + 1);
  const rows = mark.lines.map((line, index) => {
    const name = markCell(markLine(line, mark.line, { line: height, align: 'distribute' }), namesWidth);
    const suffix = index === 0 && mark.suffix !== null ? [suffixCell(mark, suffixWidth)] : [];
    return new TableRow({
      children: [name, ...suffix],
      height: { value: height, rule: HeightRule.EXACT },
      cantSplit: true,
    });
  });
  return new Table({
    rows,
    columnWidths: [namesWidth, ...(mark.suffix === null ? [] : [suffixWidth])],
    width: { size: namesWidth + suffixWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: noBorders,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
}

function suffixCell(mark: HeadMark, width: number): TableCell {
  const suffix = mark.suffix ?? { text: '', height: 0, widthScale: 1 };
  const line = markLine(suffix.text, suffix, { line: millimetres(suffix.height * 1.2), align: 'right' });
  return markCell(line, width, mark.lines.length);
}

function markCell(line: Paragraph, width: number, rowSpan = 1): TableCell {
  return new TableCell({
    children: [line],
    rowSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: none, bottom: none, left: none, right: none },
  });
}
