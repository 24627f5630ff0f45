import type { TextDocument, TextDocumentBlock } from '#shared/text-document.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { createTextBudget } from './text-budget.ts';

/** Reads a text file in UTF-8, UTF-16 or GB18030 (with it GBK and GB2312), a paragraph for each line. */
export function readPlainText(bytes: Uint8Array): TextDocument {
  const budget = createTextBudget();
  const text = decode(bytes);
  budget.takeCharacters(text.length);
  if (hasControlCharacters(text)) throw new WorkbookError('not-a-workbook', '这不是文本文件');
  const blocks: TextDocumentBlock[] = [];
  for (const line of text.split(/\r\n|[\n\r\v\f\u2028\u2029]/)) {
    const content = line.trimEnd();
    if (content.trim() === '') continue;
    budget.takeBlock();
    blocks.push({ kind: 'paragraph', text: content, level: null });
  }
  if (blocks.length === 0) throw new WorkbookError('not-a-workbook', '文件里没有文字');
  return {
    blocks,
    warnings: [],
    contains: { macros: false, externalLinks: false, embeddedObjects: false },
  };
}

function decode(bytes: Uint8Array): string {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return tryDecode(bytes, marked) ?? badEncoding();
  return tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030') ?? badEncoding();
}

function encodingOfMark([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function badEncoding(): never {
  throw new WorkbookError('bad-encoding', '文件里的文字编码认不出来，直接读会成为乱码');
}

function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && (code < 9 || code > 13) && code !== 0x1a) return true;
  }
  return false;
}
