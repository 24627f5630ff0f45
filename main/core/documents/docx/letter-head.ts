import {
  HorizontalPositionRelativeFrom,
  type Paragraph,
  type ParagraphChild,
  TabStopType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { headMark } from '#shared/rules/papers/head-mark.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { floatingBar, floatingBox } from './floating-box.ts';
import { cornerTexts } from './head.ts';
import { inkAbove, inkBelow, inkDrop } from './ink.ts';
import { markLine, markPitch } from './mark.ts';
import { block, margins, millimetres, page, points, pointsOfMillimetres, TEXT_POINTS } from './measures.ts';
import { paragraph, space } from './paragraphs.ts';
import { text } from './runs.ts';
import { RED } from './styles.ts';

/* Head of a letter (信函格式, GB/T 9704-2012 cl. 10.1). Mark and red lines stand at their places on page 1. */

const MARK_TOP = millimetres(30);
const RULE_BELOW_MARK = millimetres(4);
/** Upper edge of the lower line from the paper's lower edge. */
const LOWER_RULE = millimetres(20);
const RULE_LENGTH = millimetres(170);
const THICK = millimetres(0.6);
const GAP = millimetres(0.4);
const THIN = millimetres(0.2);
const RULE_HEIGHT = THICK + GAP + THIN;
/** 7/8 of the height of a 三号 character. */
const BELOW_RULE = points((TEXT_POINTS * 7) / 8);

export function letterHead(head: Paper['head'], line: number): Paragraph[] {
  // 联合行文 uses the leading unit's mark.
  const mark = headMark(head.issuers.slice(0, 1), head.markSuffix);
  const pitch = markPitch(mark);
  const markSize = points(pointsOfMillimetres(mark.line.height));
  const ruleTop = MARK_TOP + inkBelow(pitch, markSize) - inkAbove(pitch, markSize) + RULE_BELOW_MARK;
  const shapes = [
    floatingBox([markLine(mark.lines[0] ?? '', mark.line, { line: pitch })], {
      width: page.width - 2 * SIDE,
      height: pitch,
      left: atPage(SIDE),
      top: { from: VerticalPositionRelativeFrom.PAGE, twips: MARK_TOP - inkAbove(pitch, markSize) },
      name: '发文机关标志',
    }),
    ...doubleRule(ruleTop, [THICK, THIN], '红色双线'),
    ...doubleRule(page.height - LOWER_RULE - RULE_HEIGHT, [THIN, THICK], '页底红色双线'),
  ];
  const inkTop = ruleTop + RULE_HEIGHT + BELOW_RULE - margins.top;
  const size = points(TEXT_POINTS);
  return firstLines(head, shapes, inkTop - inkAbove(line, size), inkDrop(line, size));
}

const SIDE = (page.width - RULE_LENGTH) / 2;

function atPage(twips: number) {
  return { from: HorizontalPositionRelativeFrom.PAGE, twips };
}

function doubleRule(top: number, [upper, lower]: [number, number], name: string): ParagraphChild[] {
  const bar = (at: number, height: number) =>
    floatingBar(RED, {
      width: RULE_LENGTH,
      height,
      left: atPage(SIDE),
      top: { from: VerticalPositionRelativeFrom.PAGE, twips: at },
      name,
    });
  return [bar(top, upper), bar(top + upper + GAP, lower)];
}

/**
 * 份号, 密级, 紧急程度 at the left and the number at the right, both beginning 7/8 of a character below the red line.
 * @param before twips above the first of them
 * @param drop twips that the first line's ink stands lower in it than in a printed page
 */
function firstLines(
  head: Paper['head'],
  shapes: readonly ParagraphChild[],
  before: number,
  drop: number,
): Paragraph[] {
  const [first = [], ...others] = cornerTexts(head);
  const number = paragraph([...shapes, ...first, ...text(`\t${head.number}`)], {
    align: 'left',
    tabs: [{ type: TabStopType.RIGHT, position: block.width }],
    before,
  });
  return [number, ...others.map((line) => paragraph(line)), space(drop)];
}
