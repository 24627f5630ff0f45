import { columnOfPlace, parsePlace } from '../read/cell-reference.ts';
import { attributeOf } from './xml-text.ts';
import { type XmlToken, tokensOf } from './xml-tokens.ts';

/** A formula as its cell holds it. */
export interface ParsedFormula {
  tag: string;
  /** As written, encoded. */
  text: string;
}

export interface ParsedCell {
  column: number;
  /** The opening tag, with > at its end whether or not something follows. */
  tag: string;
  /** Everything between the tags. */
  inner: string;
  formula: ParsedFormula | undefined;
}

export interface ParsedRow {
  /** The opening tag, with > at its end. */
  tag: string;
  cells: ParsedCell[];
  /** Whatever stands behind the cells, as notes to the format's future. */
  rest: string;
}

export interface RowPlace {
  row: number;
  start: number;
  end: number;
}

/** Where each row lies; a row without a number follows the one before. */
export function rowPlaces(xml: string, from: number, to: number): RowPlace[] {
  const rows: RowPlace[] = [];
  let depth = 0;
  let last = 0;
  for (const { kind, name, start, end } of tokensOf(xml, from, to)) {
    if ((kind === 'open' || kind === 'empty') && depth === 0 && name === 'row') {
      last = Number(attributeOf(xml.slice(start, end), 'r') ?? last + 1);
      rows.push({ row: last, start, end });
    }
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    const row = rows.at(-1);
    if (kind === 'close' && depth === 0 && row !== undefined) row.end = end;
  }
  return rows;
}

export function parseRow(xml: string, { start, end }: RowPlace): ParsedRow {
  const row: ParsedRow = { tag: '', cells: [], rest: '' };
  let depth = 0;
  let cellStart: XmlToken | undefined;
  for (const token of tokensOf(xml, start, end)) {
    const { kind, name } = token;
    const isCell = depth === 1 && name === 'c';
    if (depth === 0 && row.tag === '') row.tag = openTag(xml, token);
    else if (isCell && kind === 'open') cellStart = token;
    else if (isCell && kind === 'empty') row.cells.push(parseCell(xml, token, token.end, row));
    else if (depth === 1 && kind !== 'close') row.rest += xml.slice(token.start, token.end);
    else if (depth > 1 && cellStart === undefined) row.rest += xml.slice(token.start, token.end);
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    if (kind === 'close' && depth === 1 && cellStart !== undefined) {
      row.cells.push(parseCell(xml, cellStart, token.start, row));
      cellStart = undefined;
    }
  }
  return row;
}

function parseCell(xml: string, token: XmlToken, innerEnd: number, { cells }: ParsedRow): ParsedCell {
  const tag = openTag(xml, token);
  const place = parsePlace(attributeOf(tag, 'r') ?? '');
  const column = place === undefined ? (cells.at(-1)?.column ?? 0) + 1 : columnOfPlace(place);
  const inner = xml.slice(token.end, innerEnd);
  return { column, tag, inner, formula: parseFormula(inner) };
}

function parseFormula(inner: string): ParsedFormula | undefined {
  let found: ParsedFormula | undefined;
  for (const { kind, name, start, end } of tokensOf(inner)) {
    if (found === undefined) {
      if (name === 'f' && (kind === 'open' || kind === 'empty'))
        found = { tag: inner.slice(start, end), text: '' };
      if (kind === 'empty' && found !== undefined) return found;
    } else if (kind === 'text') found.text += inner.slice(start, end);
    else if (kind === 'close') return found;
  }
  return found;
}

function openTag(xml: string, { kind, start, end }: XmlToken): string {
  const tag = xml.slice(start, end);
  return kind === 'empty' ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}
