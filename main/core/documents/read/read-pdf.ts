import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';
import type { TextDocument } from '#shared/text-document.ts';
import { checkFileSize } from '../../excel/read/file-size.ts';
import type { ReadLimits } from '../../excel/read/limits.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { paragraphsOfLines } from './pdf-lines.ts';
import { createTextBudget } from './text-budget.ts';

const MOST_PAGES = 2_000;

/** Told by its content, as all files are. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

/** Beside the source, and beside the bundle. */
const CMAPS = new URL('./cmaps/', import.meta.url);

/** What pdf.js asks for: tables of the GB encodings; the others are not shipped. */
class CMapFiles {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const name = /^[\w-]+\.bcmap$/u.exec(filename)?.[0];
    if (name === undefined) throw new Error('no table of an encoding');
    return new Uint8Array(await readFile(new URL(name, CMAPS)));
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/**
 * The text of a PDF, without its pictures and layout. A scanned one has none.
 * @throws {WorkbookError} for what is encrypted, damaged, too long or without any text
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<TextDocument> {
  checkFileSize(bytes.length, limits);
  const budget = createTextBudget();
  const file = await opened(bytes);
  if (file.numPages > MOST_PAGES)
    throw new WorkbookError('too-large', `PDF 有 ${file.numPages} 页，超过了 ${MOST_PAGES} 页的上限`);
  const pages: string[][] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const lines = await linesOf(await file.getPage(number));
    budget.takeCharacters(lines.reduce((sum, line) => sum + line.length, 0));
    pages.push(lines);
  }
  const paragraphs = paragraphsOfLines(pages);
  if (paragraphs.length === 0)
    throw new WorkbookError(
      'not-a-workbook',
      'PDF 里没有读得出的文字（可能是扫描件，或用了较老的字体编码），请先用扫描软件识别文字，或另存为 .docx 再读',
    );
  return {
    blocks: paragraphs.map((text) => {
      budget.takeBlock();
      return { kind: 'paragraph', text, level: null };
    }),
    warnings: ['PDF 里只有一行行的文字，分段是程序推出来的，请核对。'],
    contains: { macros: false, externalLinks: false, embeddedObjects: false },
  };
}

async function opened(bytes: Uint8Array) {
  try {
    // The reader keeps no other copy: pdf.js takes the bytes over.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      cMapUrl: CMAPS.href,
      cMapPacked: true,
      BinaryDataFactory: CMapFiles,
      // Else pdf.js asks the network.
      useWorkerFetch: false,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw isLocked
      ? new WorkbookError('encrypted', 'PDF 已加密')
      : new WorkbookError('damaged', 'PDF 内容有错，没有办法读出');
  }
}

async function linesOf(page: Page): Promise<string[]> {
  const { items } = await page.getTextContent();
  const lines: string[] = [''];
  for (const item of items) {
    if (!('str' in item)) continue;
    lines[lines.length - 1] += item.str;
    if (item.hasEOL) lines.push('');
  }
  page.cleanup();
  return lines;
}
