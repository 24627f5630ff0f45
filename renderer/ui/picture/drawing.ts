/*
 * A picture as a list of shapes: the page shows them as SVG, and the same shapes are painted for the clipboard and for
 * paper. Lengths in CSS pixels.
 */

/** Forms that are told apart on grey paper too. */
export type MarkForm = 'circle' | 'ring' | 'square' | 'frame' | 'triangle' | 'diamond' | 'cross';

export type Shape =
  | {
      kind: 'rect';
      x: number;
      y: number;
      width: number;
      height: number;
      fill: string;
      /** Key of what a click on it opens. */
      opens?: string;
      /** What it says in words, for who cannot see it. */
      words?: string;
    }
  | {
      kind: 'mark';
      /** Its middle. */
      x: number;
      y: number;
      form: MarkForm;
      fill: string;
    }
  | {
      kind: 'line';
      points: readonly (readonly [x: number, y: number])[];
      stroke: string;
      width: number;
    }
  | {
      kind: 'text';
      x: number;
      /** Of the middle of the letters. */
      y: number;
      text: string;
      size: number;
      fill: string;
      align: 'left' | 'center' | 'right';
      /** A white edge, so that it is read on top of others. */
      isEdged?: true;
    };

export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** @param y of the middle of the letters */
export function textShape(
  x: number,
  y: number,
  text: string,
  align: 'left' | 'center' | 'right',
  size: number,
  fill: string,
): Extract<Shape, { kind: 'text' }> {
  return { kind: 'text', x, y, text, size, fill, align };
}

export function lineShape(
  points: readonly (readonly [x: number, y: number])[],
  stroke: string,
  width: number,
): Shape {
  return { kind: 'line', points, stroke, width };
}

export const pictureFont = '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** White around the letters, half of it within them. */
const EDGE = 4;

/** Enough for a slide and for paper. */
const SCALE = 2;

/** An empty sheet of white paper to paint on in CSS pixels. */
export function blankCanvas(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser cannot paint');
  context.scale(SCALE, SCALE);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  paint(context);
  return canvas;
}

export function paintDrawing({ width, height, shapes }: Drawing): HTMLCanvasElement {
  return blankCanvas(width, height, (context) => {
    for (const shape of shapes) paintShape(context, shape);
  });
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === 'rect') {
    context.fillStyle = shape.fill;
    context.fillRect(shape.x, shape.y, shape.width, shape.height);
  } else if (shape.kind === 'mark') {
    paintMark(context, shape.form, shape.x, shape.y, shape.fill);
  } else if (shape.kind === 'line') {
    context.beginPath();
    for (const [x, y] of shape.points) context.lineTo(x, y);
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width;
    context.stroke();
  } else {
    context.font = `${shape.size}px ${pictureFont}`;
    context.textAlign = shape.align;
    context.textBaseline = 'middle';
    if (shape.isEdged === true) {
      context.lineJoin = 'round';
      context.lineWidth = EDGE;
      context.strokeStyle = '#fff';
      context.strokeText(shape.text, shape.x, shape.y);
    }
    context.fillStyle = shape.fill;
    context.fillText(shape.text, shape.x, shape.y);
  }
}

const MARK = 5;
const outlined: ReadonlySet<MarkForm> = new Set(['ring', 'frame', 'cross']);

/** The outline of a mark as SVG has it, and whether it is filled. */
export function markPath(form: MarkForm, x: number, y: number): { path: string; isFilled: boolean } {
  const [left, right, top, bottom] = [x - MARK, x + MARK, y - MARK, y + MARK];
  const circle = `M${left} ${y}a${MARK} ${MARK} 0 1 0 ${2 * MARK} 0a${MARK} ${MARK} 0 1 0 ${-2 * MARK} 0z`;
  const square = `M${left} ${top}H${right}V${bottom}H${left}z`;
  const paths: Readonly<Record<MarkForm, string>> = {
    circle,
    ring: circle,
    square,
    frame: square,
    triangle: `M${x} ${top}L${right} ${bottom}H${left}z`,
    diamond: `M${x} ${top - 1}L${right + 1} ${y}L${x} ${bottom + 1}L${left - 1} ${y}z`,
    cross: `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`,
  };
  return { path: paths[form], isFilled: !outlined.has(form) };
}

const MARK_STROKE = 2;

function paintMark(
  context: CanvasRenderingContext2D,
  form: MarkForm,
  x: number,
  y: number,
  fill: string,
): void {
  const { path, isFilled } = markPath(form, x, y);
  const outline = outlineOf(path);
  context.fillStyle = fill;
  context.strokeStyle = fill;
  context.lineWidth = MARK_STROKE;
  if (isFilled) context.fill(outline);
  else context.stroke(outline);
}

function outlineOf(path: string): Path2D {
  return new Path2D(path);
}

/** A name that fits into so many letters. */
export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
