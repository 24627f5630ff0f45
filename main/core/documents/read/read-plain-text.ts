import type { TextDocument, TextDocumentBlock } from '#shared/text-document.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { decodeText, hasControlCharacters } from './decode-text.ts';
import { createTextBudget } from './text-budget.ts';

/** Reads a text file in UTF-8, UTF-16 or GB18030 (with it GBK and GB2312), a paragraph for each line. */
export function readPlainText(bytes: Uint8Array): TextDocument {
  const budget = createTextBudget();
  const text = decodeText(bytes);
  if (text === null) throw new WorkbookError('bad-encoding', '文件里的文字编码认不出来，直接读会成为乱码');
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
