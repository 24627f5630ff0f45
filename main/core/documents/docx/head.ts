import { type FileChild, type Paragraph, TabStopType, type TextRun } from 'docx';
import { type HeadMark, headMark } from '#shared/rules/papers/head-mark.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { fonts } from './fonts.ts';
import { inkAbove, inkBelow, inkDrop } from './ink.ts';
import { jointMark, markLine, markPitch } from './mark.ts';
import { block, cells, millimetres, points, pointsOfMillimetres, TEXT_POINTS } from './measures.ts';
import { paragraph, ruleBelow, space } from './paragraphs.ts';
import { text } from './runs.ts';
import { RED } from './styles.ts';

type Head = Paper['head'];

/** 签发人： */
const LABEL_CELLS = 4;
const MARK_TOP = millimetres(35);
const RULE_BELOW_NUMBER = millimetres(4);
/** 0.5 mm in eighths of a point. */
const RED_RULE_EIGHTHS = 11;

/**
 * The head (版头) of 文件 and 纪要 down to the red line (GB/T 9704-2012 cl. 7.2, 10.3).
 * @param line from line to line, in twips
 */
export function standardHead(head: Head, line: number): FileChild[] {
  const corner = cornerLines(head);
  const mark = headMark(head.issuers, head.markSuffix);
  const used = corner.length * line;
  const pitch = markPitch(mark);
  const height = points(pointsOfMillimetres(mark.line.height));
  const free = MARK_TOP - used - inkAbove(pitch, height);
  const belowInk = pitch - inkBelow(pitch, height);
  const drop = inkDrop(line, points(TEXT_POINTS));
  const last = [...numberLines(head, 2 * line - belowInk - drop), ...issueLine(head)];
  return [
    ...corner,
    ...markBlock(mark, free),
    ...last,
    ruleBelow(RULE_BELOW_NUMBER - (line - inkBelow(line, points(TEXT_POINTS))), {
      color: RED,
      eighths: RED_RULE_EIGHTHS,
    }),
  ];
}

function markBlock(mark: HeadMark, before: number): FileChild[] {
  if (mark.lines.length > 1 || mark.suffix !== null) return [space(before), jointMark(mark)];
  return [markLine(mark.lines[0] ?? '', mark.line, { line: markPitch(mark), before })];
}

/** 份号, 密级, 紧急程度 on lines of their own in this order (cl. 7.2.1–7.2.3). */
export function cornerLines(head: Head): Paragraph[] {
  return cornerTexts(head).map((line) => paragraph(line));
}

export function cornerTexts({ copyNumber, secrecy, urgency }: Head): TextRun[][] {
  return [
    ...(copyNumber === '' ? [] : [text(copyNumber)]),
    ...[secrecy, urgency].filter((line) => line !== '').map((line) => text(line, { font: fonts.hei })),
  ];
}

function numberLines(head: Head, before: number): Paragraph[] {
  if (head.signers.length > 0) return signerLines(head, before);
  return [paragraph(text(head.number), { align: 'center', before })];
}

/**
 * Going up: number at the left, signers at the right, two names in a line; turned lines align with the first name,
 * and the number stands level with the last line (cl. 7.2.5, 7.2.6).
 */
function signerLines({ number, signers }: Head, before: number): Paragraph[] {
  const width = Math.max(...signers.map((name) => [...name].length));
  const namesAt = 27 - (signers.length > 1 ? 2 * width + 1 : width);
  const tabs = [namesAt - LABEL_CELLS, namesAt, namesAt + width + 1].map((at) => ({
    type: TabStopType.LEFT,
    position: cells(at),
  }));
  const count = Math.ceil(signers.length / 2);
  return Array.from({ length: count }, (_, line) => {
    const names = signers.slice(line * 2, line * 2 + 2).join('\t');
    const left = line === count - 1 ? number : '';
    const label = line === 0 ? '\t签发人：' : '\t\t';
    return paragraph([...text(left), ...text(label), ...text(names, { font: fonts.kai })], {
      align: 'left',
      indent: { left: cells(1) },
      tabs,
      ...(line === 0 && { before }),
    });
  });
}

/** 纪要 and 简报: unit at the left and day at the right, each one character from the edge. */
function issueLine({ issueLine: line }: Head): Paragraph[] {
  if (line === null) return [];
  return [
    paragraph(text(`${line.left}\t${line.right}`), {
      align: 'left',
      indent: { left: cells(1) },
      tabs: [{ type: TabStopType.RIGHT, position: block.width - cells(1) }],
    }),
  ];
}
