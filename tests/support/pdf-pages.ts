import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * What a PDF has on its pages, by poppler: text with its boxes, and ink as it would come out of a printer. All lengths
 * in millimetres from the upper left corner of the page.
 */

const DOTS_PER_MILLIMETRE = 10;
const POINTS_PER_MILLIMETRE = 72 / 25.4;

export interface TextLine {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface TextPage {
  width: number;
  height: number;
  lines: TextLine[];
}

function withFile<Answer>(pdf: Uint8Array, read: (file: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'office-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words that stand beside each other, line by line. */
export function textPages(pdf: Uint8Array): TextPage[] {
  const limits = { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const;
  const page = withFile(pdf, (file) => execFileSync('pdftotext', ['-bbox-layout', file, '-'], limits));
  return page
    .split('<page ')
    .slice(1)
    .map((part) => ({
      width: attribute(part, 'width'),
      height: attribute(part, 'height'),
      lines: part.split('<line ').slice(1).map(lineOf),
    }));
}

function lineOf(part: string): TextLine {
  const words = [...part.matchAll(/<word [^>]*>([^<]*)<\/word>/g)].map(([, word = '']) => word);
  return {
    text: words.join('').replaceAll('&amp;', '&'),
    left: attribute(part, 'xMin'),
    right: attribute(part, 'xMax'),
    top: attribute(part, 'yMin'),
    bottom: attribute(part, 'yMax'),
  };
}

function attribute(part: string, name: string): number {
  const [, value = ''] = new RegExp(`${name}="([^"]+)"`).exec(part) ?? [];
  return Number(value) / POINTS_PER_MILLIMETRE;
}

/** A stretch of rows or columns that hold ink. */
export interface Band {
  from: number;
  to: number;
}

export interface Region {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

export type Ink = 'red' | 'black';

export class PrintedPage {
  private readonly width: number;
  private readonly height: number;
  private readonly dots: Uint8Array;

  constructor(width: number, height: number, dots: Uint8Array) {
    this.width = width;
    this.height = height;
    this.dots = dots;
  }

  /** Stretches of rows with ink, from top to bottom. */
  rows(ink: Ink, region: Region = {}): Band[] {
    return this.bands(ink, region, true);
  }

  /** Stretches of columns with ink, from left to right. */
  columns(ink: Ink, region: Region = {}): Band[] {
    return this.bands(ink, region, false);
  }

  private bands(ink: Ink, region: Region, byRow: boolean): Band[] {
    const [x0, x1] = [dot(region.left ?? 0), Math.min(this.width, dot(region.right ?? 210))];
    const [y0, y1] = [dot(region.top ?? 0), Math.min(this.height, dot(region.bottom ?? 297))];
    const used = new Uint8Array(byRow ? this.height : this.width);
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += 1) {
        if (this.has(ink, x, y)) used[byRow ? y : x] = 1;
      }
    }
    return bandsOf(used);
  }

  private has(ink: Ink, x: number, y: number): boolean {
    const at = (y * this.width + x) * 3;
    const [red = 255, green = 255, blue = 255] = this.dots.subarray(at, at + 3);
    return ink === 'red' ? red > green + 100 && red > blue + 60 : Math.max(red, green, blue) < 128;
  }
}

function dot(millimetres: number): number {
  return Math.max(0, Math.round(millimetres * DOTS_PER_MILLIMETRE));
}

function bandsOf(used: Uint8Array): Band[] {
  const bands: Band[] = [];
  let from = -1;
  for (let at = 0; at <= used.length; at += 1) {
    const isUsed = used[at] === 1;
    if (isUsed && from < 0) from = at;
    if (isUsed || from < 0) continue;
    bands.push({ from: from / DOTS_PER_MILLIMETRE, to: at / DOTS_PER_MILLIMETRE });
    from = -1;
  }
  return bands;
}

/** One page as a printer would put it on paper. @param number from 1 */
export function printedPage(pdf: Uint8Array, number: number): PrintedPage {
  const resolution = String(DOTS_PER_MILLIMETRE * 25.4);
  const bytes = withFile(pdf, (file) =>
    execFileSync('pdftoppm', ['-r', resolution, '-f', String(number), '-l', String(number), file], {
      maxBuffer: 256 * 1024 * 1024,
    }),
  );
  // P6, width, height, 255, each ended by one white character; then three bytes for each dot.
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('pdftoppm wrote no picture');
  const [all, width = '', height = ''] = head;
  return new PrintedPage(Number(width), Number(height), bytes.subarray(all.length));
}
