import { paperStyle } from '#main/core/excel/write/paper-styles.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import { captionSplit } from './column-widths.ts';
import type { LiveNumber } from './live-numbers.ts';

/* Cells of the paper in the office's few styles. */

interface Extent {
  across?: number;
  down?: number;
}

const TITLE_HEIGHT = 36;
const SIGNATURE_HEIGHT = 32;

export function headCell(content: string, extent: Extent = {}): StreamedCell {
  return { content, style: paperStyle('head', 'center'), ...extent };
}

export function textCell(content: string, extent: Extent = {}): StreamedCell {
  return { content, style: paperStyle('cell', 'left'), ...extent };
}

export function centeredCell(content: string, extent: Extent = {}): StreamedCell {
  return { content, style: paperStyle('cell', 'center'), ...extent };
}

export function strongCell(content: string, extent: Extent = {}): StreamedCell {
  return { content, style: paperStyle('strong', 'left'), ...extent };
}

export function strongCenteredCell(content: string, extent: Extent = {}): StreamedCell {
  return { content, style: paperStyle('strong', 'center'), ...extent };
}

/** A number, right-aligned with its decimals; a word in its place (/, —) stands where the number would. */
export function numberCell(
  content: StreamedCell['content'],
  decimals: number,
  face: 'cell' | 'strong' = 'cell',
): StreamedCell {
  return { content, style: paperStyle(face, 'right', numberFormat(decimals)) };
}

/** A rank or a count, in the middle of its column. */
export function countCell(content: StreamedCell['content'], note?: string): StreamedCell {
  const cell = { content, style: paperStyle('cell', 'center', '0') };
  return note === undefined ? cell : { ...cell, note };
}

export function liveCell(
  { content, note }: LiveNumber,
  decimals: number,
  face: 'cell' | 'strong' = 'cell',
): StreamedCell {
  const cell = numberCell(content, decimals, face);
  return note === undefined ? cell : { ...cell, note };
}

export function titleRow(title: string, columns: number): StreamedRow {
  return {
    cells: [{ content: title, style: paperStyle('title', 'center'), across: columns }],
    height: TITLE_HEIGHT,
  };
}

/** 单位 on the left, 日期 on the right, above a table with columns of these widths. */
export function captionRow(left: string, right: string, widths: readonly number[]): StreamedRow {
  const columns = widths.length;
  if (columns === 1) return { cells: [captionCell(`${left}\u3000\u3000${right}`, 'left', 1)] };
  const split = captionSplit(left, right, widths);
  return { cells: [captionCell(left, 'left', split), captionCell(right, 'right', columns - split)] };
}

function captionCell(content: string, align: 'left' | 'right', across: number): StreamedCell {
  return { content, style: paperStyle('caption', align), across };
}

/** 责任人签名, the seal: with room to write by hand. */
export function signatureRow(text: string, columns: number, align: 'left' | 'right' = 'left'): StreamedRow {
  return { ...footRow(text, columns, align), height: SIGNATURE_HEIGHT };
}

/** A line below the table, over its whole width. */
export function footRow(text: string, columns: number, align: 'left' | 'right' = 'left'): StreamedRow {
  return { cells: [{ content: text, style: paperStyle('foot', align), across: columns }] };
}

/** With a space behind the number, so that it does not touch the text of the next column. */
function numberFormat(decimals: number): string {
  return `${decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`}_ `;
}
