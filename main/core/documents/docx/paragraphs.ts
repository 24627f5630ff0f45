import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  type TabStopDefinition,
} from 'docx';
import { MINIMUM_LINE } from './measures.ts';
import { styleIds } from './styles.ts';

export interface ParagraphLook {
  style?: string;
  /** Space before it in twips. */
  before?: number;
  after?: number;
  /** Exact height of its lines in twips, where it is not that of the style. */
  line?: number;
  align?: 'left' | 'center' | 'right' | 'both' | 'distribute';
  /** Twips from the text block's edges; `hanging` moves the first line to the left, `firstLine` to the right. */
  indent?: { left?: number; right?: number; hanging?: number; firstLine?: number };
  tabs?: readonly TabStopDefinition[];
  keepNext?: boolean;
  newPage?: boolean;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
  distribute: AlignmentType.DISTRIBUTE,
} as const;

export function paragraph(children: readonly ParagraphChild[], look: ParagraphLook = {}): Paragraph {
  return new Paragraph(paragraphOptions(children, look));
}

function paragraphOptions(children: readonly ParagraphChild[], look: ParagraphLook): IParagraphOptions {
  const { style = styleIds.flush, before, after, line, align, indent, tabs, keepNext, newPage } = look;
  const spacing = {
    ...(before !== undefined && { before: Math.max(0, Math.round(before)) }),
    ...(after !== undefined && { after }),
    ...(line !== undefined && { line: Math.round(line), lineRule: LineRuleType.EXACT }),
  };
  return {
    children,
    style,
    ...(Object.keys(spacing).length > 0 && { spacing }),
    ...(align !== undefined && { alignment: alignments[align] }),
    ...(indent !== undefined && { indent }),
    ...(tabs !== undefined && { tabStops: tabs }),
    ...(keepNext === true && { keepNext }),
    ...(newPage === true && { pageBreakBefore: true }),
  };
}

export interface RuleLook {
  color: string;
  /** Eighths of a point. */
  eighths: number;
  style?: 'single' | 'dashed';
  before?: number;
  keepNext?: boolean;
}

/** A line as wide as the text block at the lower edge of an empty paragraph of this height in twips. */
export function ruleBelow(
  height: number,
  { color, eighths, style = 'single', before, keepNext }: RuleLook,
): Paragraph {
  const border = {
    style: style === 'single' ? BorderStyle.SINGLE : BorderStyle.DASHED,
    size: eighths,
    color,
    space: 0,
  };
  return new Paragraph({
    ...paragraphOptions([], {
      line: height,
      ...(before !== undefined && { before }),
      ...(keepNext !== undefined && { keepNext }),
    }),
    border: { bottom: border },
  });
}

/** Nothing but height. */
export function space(height: number): Paragraph {
  return paragraph([], { line: Math.max(MINIMUM_LINE, height) });
}
