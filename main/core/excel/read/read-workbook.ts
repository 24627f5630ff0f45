import { readFileSync, statSync } from 'node:fs';
import type { WorkbookData } from '#shared/workbook.ts';
import { isCompoundFile } from './compound-file.ts';
import { checkFileSize } from './file-size.ts';
import type { ReadLimits } from './limits.ts';
import { decodeText, hasControlCharacters } from '../../documents/read/decode-text.ts';
import { readSeparated, separatedTable, separatorOf } from './read-csv.ts';
import { readXls } from './read-xls.ts';
import { readXlsx } from './read-xlsx.ts';
import { readTableOfWorkbook, type ReadSheetTable } from './source-table.ts';
import { WorkbookError } from './workbook-error.ts';

/**
 * Reads a workbook from outside; what it is, is told by its content, not by its name. Runs in the process of its
 * own only (`createWorkbookReader`).
 * @throws {WorkbookError} for every file that is not read
 */
export function readWorkbookFile(path: string, limits: ReadLimits): WorkbookData {
  return readWorkbook(readLimitedFile(path, limits), limits);
}

/** @throws {WorkbookError} for every file that is not read */
export function readWorkbook(bytes: Uint8Array, limits: ReadLimits): WorkbookData {
  checkFileSize(bytes.length, limits);
  if (isPackage(bytes)) return readXlsx(bytes, limits);
  if (isCompoundFile(bytes)) return readXls(bytes, limits);
  const { text, separator } = separatedText(bytes);
  const workbook = readSeparated(text, separator, limits);
  const warning = '这是文本文件(.csv)，每一格都照原样当作文字读取';
  return { ...workbook, warnings: [...workbook.warnings, warning] };
}

/**
 * One sheet as a list takes it.
 * @param sheet null: the first one with anything on it
 * @throws {WorkbookError} for every file that is not read
 */
export function readSheetTable(bytes: Uint8Array, limits: ReadLimits, sheet: string | null): ReadSheetTable {
  if (isWorkbook(bytes) || sheet !== null) return readTableOfWorkbook(readWorkbook(bytes, limits), sheet);
  checkFileSize(bytes.length, limits);
  const { text, separator } = separatedText(bytes);
  return { table: separatedTable(text, separator, limits), sheets: [''] };
}

function isPackage(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006');
}

function isWorkbook(bytes: Uint8Array): boolean {
  return isPackage(bytes) || isCompoundFile(bytes);
}

/** @throws {WorkbookError} for everything but a table in a text file */
function separatedText(bytes: Uint8Array): { text: string; separator: string } {
  const refusal = refusedKind(bytes);
  if (refusal !== null) throw refusal;
  const text = bytes.length < SHORTEST_TEXT_BYTES ? null : decodeText(bytes);
  if (text === null || hasControlCharacters(text))
    throw new WorkbookError('not-a-workbook', '这不是表格文件');
  const separator = separatorOf(text);
  if (separator === null)
    throw new WorkbookError('unsupported-format', '这是文本文件，里面没有用逗号或制表符分开的表格');
  return { text, separator };
}

/** @throws {WorkbookError} for what is no file, cannot be opened or is too large */
export function readLimitedFile(path: string, limits: ReadLimits): Uint8Array {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) throw new WorkbookError('unreadable-file', '选中的不是文件');
    checkFileSize(facts.size, limits);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError('unreadable-file', '文件打不开', { cause: error });
  }
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, signature.length)) === signature;
}

const LOOKED_AT_BYTES = 4_096;
/** 甲,1 in UTF-8. */
const SHORTEST_TEXT_BYTES = 5;
/** Second byte of a bare Excel 2.x, 3, 4 or 5 stream. */
const oldVersionBytes: ReadonlySet<number | undefined> = new Set([0x00, 0x02, 0x04, 0x08]);

/** Many systems export web pages under a workbook's name. */
function refusedKind(bytes: Uint8Array): WorkbookError | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT_BYTES));
  const start = head.replace(/^(?:\u00EF\u00BB\u00BF)?\s*/, '').toLowerCase();
  if (start.startsWith('<?xml') && start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return new WorkbookError('unsupported-format', '这是 XML 表格 2003 格式');
  }
  if (start.startsWith('<')) {
    return new WorkbookError('unsupported-format', '这其实是网页或 XML 文件，只是用了表格的名称');
  }
  if (bytes[0] === 0x09 && oldVersionBytes.has(bytes[1])) {
    return new WorkbookError('unsupported-format', '这是 Excel 95 以前的格式');
  }
  return null;
}
