import { UNREADABLE_VALUE } from '#shared/workbook.ts';
import { hasLoneSurrogate, unescapeText } from './escaped-text.ts';
import { generalFormat, type NumberFormat } from './number-formats.ts';
import type { CellReading } from './number-values.ts';
import type { ReadContext } from './read-context.ts';
import { readIsoDate } from './serial-dates.ts';

/** A cell as an xlsx part spells it. */
export interface RawCell {
  /** Attribute t; the type says how `value` is to be read. */
  type: string | undefined;
  /** Content of `v`; undefined where there is none. */
  value: string | undefined;
  /** Content of `is`. */
  inlineText: string | undefined;
  style: number | undefined;
}

export interface WorkbookTables {
  strings: readonly string[];
  /** undefined where the file has no styles. */
  formats: readonly NumberFormat[] | undefined;
}

/** @returns undefined for an empty cell */
export function readRawCell(
  raw: RawCell,
  tables: WorkbookTables,
  context: ReadContext,
): CellReading | undefined {
  switch (raw.type) {
    case 's':
      return readSharedString(raw.value, tables.strings);
    case 'inlineStr':
      return readText(raw.inlineText ?? raw.value ?? '');
    case 'str':
      return readText(unescapeText(raw.value ?? ''));
    default:
      return raw.value === undefined || raw.value.trim() === ''
        ? undefined
        : readTyped(raw.type, raw.value.trim(), raw.style, tables, context);
  }
}

function readTyped(
  type: string | undefined,
  value: string,
  style: number | undefined,
  tables: WorkbookTables,
  context: ReadContext,
): CellReading {
  if (type === undefined || type === 'n') return readNumberText(value, style, tables, context);
  if (type === 'b') return readBoolean(value);
  if (type === 'e') return { content: { type: 'error', value }, text: value };
  if (type === 'd') return readIsoCell(value);
  return unreadable(`不认识的数据类型「${shorten(type)}」`);
}

function readSharedString(value: string | undefined, strings: readonly string[]): CellReading | undefined {
  if (value === undefined) return undefined;
  const text = /^\d{1,7}$/.test(value.trim()) ? strings[Number(value)] : undefined;
  return text === undefined ? unreadable('文件里找不到它的文字') : readText(text);
}

export function readText(value: string): CellReading | undefined {
  return value === '' ? undefined : { content: { type: 'text', value }, text: value };
}

function readBoolean(value: string): CellReading {
  if (value === '1' || value === 'true') return { content: { type: 'boolean', value: true }, text: 'TRUE' };
  if (value === '0' || value === 'false')
    return { content: { type: 'boolean', value: false }, text: 'FALSE' };
  return unreadable(`「${shorten(value)}」不是有效的真假值`);
}

function readIsoCell(value: string): CellReading {
  const content = readIsoDate(value);
  if (content === undefined) return unreadable(`「${shorten(value)}」不是有效的日期`);
  return { content, text: value.replace('T', ' ') };
}

function readNumberText(
  value: string,
  style: number | undefined,
  tables: WorkbookTables,
  context: ReadContext,
): CellReading {
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value);
  const number = isNumber ? Number(value) : Number.NaN;
  // 1e-400 is too small for a number; it must not become 0 unnoticed.
  const vanished = number === 0 && /^[^eE]*[1-9]/.test(value);
  if (!Number.isFinite(number) || vanished) return unreadable(`「${shorten(value)}」不是有效的数字`);
  const format = tables.formats?.[style ?? 0];
  const reading = context.readNumber(number, format ?? generalFormat);
  if (format === undefined && style !== undefined && style !== 0 && tables.formats !== undefined) {
    return { ...reading, warning: '格式编号有错，已按普通数字读出，请核对它是不是日期' };
  }
  return reading;
}

export function unreadable(warning: string): CellReading {
  return { content: { type: 'error', value: UNREADABLE_VALUE }, text: '', warning: `${warning}，没有读出` };
}

function shorten(text: string): string {
  const start = text.slice(0, 20);
  return `${hasLoneSurrogate(start) ? start.slice(0, -1) : start}${text.length > 20 ? '…' : ''}`;
}
