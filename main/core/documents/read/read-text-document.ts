import type { TextDocument } from '#shared/text-document.ts';
import { isCompoundFile, openCompoundFile } from '../../excel/read/compound-file.ts';
import { checkFileSize } from '../../excel/read/file-size.ts';
import type { ReadLimits } from '../../excel/read/limits.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { readDocx } from './read-docx.ts';
import { readPlainText } from './read-plain-text.ts';

/**
 * Reads a paper or speech from outside, PDF excepted (`readPdf`); what it is, is told by its content, not by its name. Runs in the process of
 * its own only (`createTextReader`).
 * @throws {WorkbookError} for every file that is not read
 */
export function readTextDocument(bytes: Uint8Array, limits: ReadLimits): TextDocument {
  checkFileSize(bytes.length, limits);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT_BYTES));
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return readDocx(bytes, limits);
  if (isCompoundFile(bytes)) throw oldDocument(bytes);
  refuseOtherFormats(head);
  return readPlainText(bytes);
}

const LOOKED_AT_BYTES = 512;

function oldDocument(bytes: Uint8Array): WorkbookError {
  const { paths } = openCompoundFile(bytes);
  const has = (name: string) => paths.some((path) => path.endsWith(`/${name}`));
  if (has('EncryptedPackage')) return new WorkbookError('encrypted', '文件已加密');
  if (has('WordDocument')) return new WorkbookError('unsupported-format', '这是旧版 Word 文档（.doc）');
  if (has('Workbook') || has('Book')) return new WorkbookError('not-a-workbook', '这是表格，不是文字文档');
  return new WorkbookError('unsupported-format', '这是旧格式的文件（例如 .wps）');
}

function refuseOtherFormats(head: string): void {
  const start = head.replace(/^(?:\u00EF\u00BB\u00BF)?\s*/, '').toLowerCase();
  const named = otherFormats.find(([signature]) => start.startsWith(signature));
  if (named !== undefined) throw new WorkbookError('unsupported-format', named[1]);
}

const otherFormats: readonly (readonly [string, string])[] = [
  ['{\\rtf', '这是 RTF 格式的文档'],
  ['<?xml', '这是 XML 文件'],
  ['<!doctype', '这是网页'],
  ['<html', '这是网页'],
  ['ofd', '这是 OFD 文件'],
];
