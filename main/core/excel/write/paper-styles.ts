import type ExcelJS from 'exceljs';

/*
 * How an official table looks. Styles are shared objects: one of its own for each cell costs four times the time.
 */

export type Align = 'left' | 'center' | 'right';
export type PaperFace = 'title' | 'caption' | 'head' | 'cell' | 'strong' | 'entry' | 'spare' | 'foot';

const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const fonts: Readonly<Record<PaperFace, Partial<ExcelJS.Font>>> = {
  title: { name: '宋体', size: 18, bold: true },
  caption: { name: '仿宋_GB2312', size: 11 },
  head: { name: '宋体', size: 11, bold: true },
  cell: { name: '仿宋_GB2312', size: 11 },
  strong: { name: '仿宋_GB2312', size: 11, bold: true },
  entry: { name: '仿宋_GB2312', size: 11 },
  spare: { name: '仿宋_GB2312', size: 11 },
  foot: { name: '仿宋_GB2312', size: 11 },
};

/** Pale enough to be white on paper. */
const entryFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } } as const;

const styles = new Map<string, Partial<ExcelJS.Style>>();

/** @param format Excel's number format, e.g. 0.00 @param colour of the ground, e.g. FFDDDD */
export function paperStyle(face: PaperFace, align: Align, format = '', colour = ''): Partial<ExcelJS.Style> {
  const key = `${face} ${align} ${format} ${colour}`;
  const known = styles.get(key) ?? makeStyle(face, align, format, colour);
  styles.set(key, known);
  return known;
}

function makeStyle(face: PaperFace, align: Align, format: string, colour: string): Partial<ExcelJS.Style> {
  const isBordered = face === 'head' || face === 'cell' || face === 'strong' || face === 'entry';
  return {
    font: fonts[face],
    alignment: { horizontal: align, vertical: 'middle', wrapText: true },
    ...(isBordered ? { border } : {}),
    ...(face === 'entry' ? { fill: entryFill } : {}),
    ...(face === 'entry' || face === 'spare' ? { protection: { locked: false } } : {}),
    ...(format === '' ? {} : { numFmt: format }),
    ...(colour === ''
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour}` } } }),
  };
}
