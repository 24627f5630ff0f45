import {
  HorizontalPositionRelativeFrom,
  type Paragraph,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { pixels } from './measures.ts';

type HorizontalFrom = (typeof HorizontalPositionRelativeFrom)[keyof typeof HorizontalPositionRelativeFrom];
type VerticalFrom = (typeof VerticalPositionRelativeFrom)[keyof typeof VerticalPositionRelativeFrom];

interface BoxPlace {
  /** Twips. */
  width: number;
  height: number;
  left: { from: HorizontalFrom; twips: number };
  top: { from: VerticalFrom; twips: number } | 'bottomOfBlock';
  /** Text turned a quarter clockwise. */
  turned?: boolean;
  /** What a screen reader calls it. */
  name: string;
}

const EMUS_PER_TWIP = 635;

/** A borderless box at its own place on the page; text around it takes no notice of it. */
export function floatingBox(children: readonly Paragraph[], place: BoxPlace): ShapeRun {
  return new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(place.width), height: pixels(place.height) },
    fill: 'none',
    line: 'none',
    children,
    textOptions: {
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      verticalAlignment: place.top === 'bottomOfBlock' ? 'bottom' : 'top',
      ...(place.turned === true && { direction: 'topToBottom' as const }),
    },
    floating: floating(place),
    altText: { name: place.name, description: place.name, title: place.name },
  });
}

/** A filled bar, as thin as a line. */
export function floatingBar(color: string, place: BoxPlace): ShapeRun {
  return new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(place.width), height: pixels(place.height) },
    fill: color,
    line: 'none',
    floating: floating(place),
    altText: { name: place.name, description: place.name, title: place.name },
  });
}

function floating({ left, top }: BoxPlace) {
  return {
    horizontalPosition: { relative: left.from, offset: Math.round(left.twips * EMUS_PER_TWIP) },
    verticalPosition:
      top === 'bottomOfBlock'
        ? { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.BOTTOM }
        : { relative: top.from, offset: Math.round(top.twips * EMUS_PER_TWIP) },
    wrap: { type: TextWrappingType.NONE },
    allowOverlap: true,
    layoutInCell: false,
  };
}
