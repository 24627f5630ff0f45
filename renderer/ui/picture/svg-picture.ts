import { blankCanvas, type Drawing, markPath, pictureFont, type Shape } from './drawing.ts';

/** Another picture within the drawing, as an SVG element in words. */
export interface PlacedSvg {
  x: number;
  y: number;
  svg: string;
}

/** A drawing with charts in it as one SVG document: stays sharp on paper, whatever its size. */
export function svgPicture({ width, height, shapes }: Drawing, parts: readonly PlacedSvg[]): string {
  const placed = parts.map(({ x, y, svg }) => svg.replace('<svg ', `<svg x="${x}" y="${y}" `));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...shapes.map(shapeText),
    ...placed,
    '</svg>',
  ].join('');
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

function shapeText(shape: Shape): string {
  if (shape.kind === 'line') {
    const points = shape.points.map(([x, y]) => `${x},${y}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}"/>`;
  }
  if (shape.kind === 'rect')
    return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`;
  if (shape.kind === 'mark') {
    const { path, isFilled } = markPath(shape.form, shape.x, shape.y);
    return `<path d="${path}" fill="${isFilled ? shape.fill : 'none'}" stroke="${isFilled ? '#fff' : shape.fill}"/>`;
  }
  const look = `font-size="${shape.size}" fill="${shape.fill}" text-anchor="${anchors[shape.align]}"`;
  const edge = shape.isEdged === true ? ' stroke="#fff" stroke-width="4" paint-order="stroke"' : '';
  const font = escaped(pictureFont);
  return `<text x="${shape.x}" y="${shape.y}" ${look}${edge} dominant-baseline="central" font-family="${font}">${escaped(shape.text)}</text>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function addressOfSvg(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** @returns once it can be painted */
export async function imageOfSvg(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = addressOfSvg(svg);
  await image.decode();
  return image;
}

/** For the clipboard. */
export async function canvasOfSvg(svg: string): Promise<HTMLCanvasElement> {
  const image = await imageOfSvg(svg);
  const { naturalWidth: width, naturalHeight: height } = image;
  return blankCanvas(width, height, (context) => context.drawImage(image, 0, 0, width, height));
}

/** As many letters to a line as fit: what is not Chinese is about half as wide. */
export function wrappedText(text: string, letters: number): string[] {
  const lines: string[] = [];
  let [line, width] = ['', 0];
  for (const letter of text) {
    const own = (letter.codePointAt(0) ?? 0) > 0xff ? 1 : 0.55;
    if (width + own > letters && line !== '') {
      lines.push(line);
      [line, width] = ['', 0];
    }
    line += letter;
    width += own;
  }
  return line === '' ? lines : [...lines, line];
}
