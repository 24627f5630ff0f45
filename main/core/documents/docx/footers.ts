import {
  Footer,
  HorizontalPositionRelativeFrom,
  PageNumber,
  Paragraph,
  TextRun,
  VerticalPositionRelativeFrom,
} from 'docx';
import { floatingBox } from './floating-box.ts';
import { margins, millimetres, page, points } from './measures.ts';
import { paragraph } from './paragraphs.ts';
import { END_MATTER_POINTS, styleIds } from './styles.ts';

export interface Footers {
  default: Footer;
  even: Footer;
  first?: Footer;
}

/** One character of the number's 四号. */
const INSET = points(END_MATTER_POINTS);

/** — n — at the right on odd pages and at the left on even ones, one character from the edge (cl. 7.5). */
export function portraitFooters(hasBareFirstPage: boolean): Footers {
  return {
    default: new Footer({ children: [numberLine('right')] }),
    even: new Footer({ children: [numberLine('left')] }),
    ...(hasBareFirstPage && { first: bareFooter() }),
  };
}

function numberLine(side: 'left' | 'right'): Paragraph {
  return paragraph([numberRun()], {
    style: styleIds.pageNumber,
    align: side,
    indent: side === 'right' ? { right: INSET } : { left: INSET },
  });
}

function numberRun(): TextRun {
  return new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] });
}

/**
 * Landscape pages keep the number where it is on the others, turned with the paper: at the left edge, below on odd
 * pages and above on even ones (cl. 8).
 */
export function landscapeFooters(): Footers {
  return {
    default: new Footer({ children: [turnedNumber('below')] }),
    even: new Footer({ children: [turnedNumber('above')] }),
  };
}

/** Said outright: a section without footers takes those of the one before it. */
export function bareFooters(): Footers {
  return { default: bareFooter(), even: bareFooter() };
}

/** As low as a number: a line of body text may be higher than the room below the text block, and would push it up. */
function bareFooter(): Footer {
  return new Footer({ children: [paragraph([], { style: styleIds.pageNumber })] });
}

/** Room along the edge for a number of three digits. */
const LENGTH = millimetres(24);
/** Across: one line of the number. */
const BREADTH = 400;

function turnedNumber(end: 'above' | 'below'): Paragraph {
  const dashAt = margins.bottom - millimetres(7);
  const top = end === 'above' ? margins.left + INSET : page.width - margins.right - INSET - LENGTH;
  const line = paragraph([numberRun()], {
    style: styleIds.pageNumber,
    align: end === 'above' ? 'left' : 'right',
  });
  return paragraph([
    floatingBox([line], {
      width: BREADTH,
      height: LENGTH,
      left: { from: HorizontalPositionRelativeFrom.PAGE, twips: dashAt - BREADTH / 2 },
      top: { from: VerticalPositionRelativeFrom.PAGE, twips: top },
      turned: true,
      name: '页码',
    }),
  ]);
}
