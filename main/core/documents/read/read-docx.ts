import type { TextDocument, TextDocumentContains } from '#shared/text-document.ts';
import type { ReadLimits } from '../../excel/read/limits.ts';
import { openPackage, type PackageParts } from '../../excel/read/package-parts.ts';
import type { Relationship } from '../../excel/read/relationships.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import type { XmlPart } from '../../excel/read/xml-scanner.ts';
import { readBody } from './docx-body.ts';
import { createNumbering } from './docx-numbering.ts';
import { readStyles } from './docx-styles.ts';

/** Reads an Office Open XML text; of its parts only body, styles and numbering are expanded. */
export function readDocx(bytes: Uint8Array, limits: ReadLimits): TextDocument {
  const parts = openPackage(bytes, limits);
  const name = documentPartName(parts);
  const body = parts.find(name);
  if (body === undefined) throw new WorkbookError('damaged', '文件里找不到正文');
  const relationships = [...parts.relationshipsOf(name).values()];
  const related = (kind: string) => findRelated(parts, relationships, kind);
  const styles = readStyles(related('styles'), limits);
  const numbering = createNumbering(related('numbering'), limits);
  const { blocks, warnings } = readBody(body, styles, numbering, limits);
  if (blocks.length === 0) throw new WorkbookError('not-a-workbook', '文件里没有文字（可能只有图片）');
  return { blocks, warnings, contains: whatElse(parts, relationships) };
}

function documentPartName(parts: PackageParts): string {
  const roots = [...parts.relationshipsOf('').values()];
  const document = roots.find(({ kind }) => kind === 'officeDocument')?.target?.toLowerCase();
  if (document === undefined) throw missingDocument(parts);
  if (document.startsWith('xl/') || document.startsWith('ppt/')) {
    throw new WorkbookError('not-a-workbook', '这是表格或演示文稿，不是文字文档');
  }
  return document;
}

function missingDocument(parts: PackageParts): WorkbookError {
  if (parts.names.includes('ofd.xml')) return new WorkbookError('unsupported-format', '这是 OFD 文件');
  if (parts.names.includes('content.xml') && parts.names.includes('mimetype')) {
    return new WorkbookError('unsupported-format', '这是 OpenDocument 格式的文件（.odt）');
  }
  if (parts.names.some((name) => name.startsWith('word/'))) {
    return new WorkbookError('damaged', '文件里缺少文档的目录');
  }
  return new WorkbookError('not-a-workbook', '这是压缩包，不是文字文档');
}

function findRelated(
  parts: PackageParts,
  relationships: readonly Relationship[],
  kind: string,
): XmlPart | undefined {
  const target = relationships.find((relationship) => relationship.kind === kind)?.target;
  return target === undefined ? undefined : parts.find(target);
}

function whatElse(parts: PackageParts, relationships: readonly Relationship[]): TextDocumentContains {
  const has = (pattern: RegExp) => parts.names.some((name) => pattern.test(name));
  return {
    macros: has(/(?:^|\/)vbaproject\w*\.bin$/),
    externalLinks: relationships.some(({ target }) => target === undefined),
    embeddedObjects: has(/\/embeddings\//) || has(/\/activex\//),
  };
}
