import type { ReadLimits } from './limits.ts';
import { readRelationships, relationshipPartOf, type Relationship } from './relationships.ts';
import { contentTypeNamespaces } from './vocabularies.ts';
import { WorkbookError } from './workbook-error.ts';
import { scanXml, type XmlPart } from './xml-scanner.ts';
import { readZipDirectory } from './zip-directory.ts';
import { expandZipEntry } from './zip-entry.ts';

/** The parts of an Office package; nothing is expanded before it is asked for. */
export interface PackageParts {
  /** In lower case. */
  names: readonly string[];
  find(name: string): XmlPart | undefined;
  /** Empty where the part has none. */
  relationshipsOf(source: string): Map<string, Relationship>;
}

export function openPackage(bytes: Uint8Array, limits: ReadLimits): PackageParts {
  const entries = readZipDirectory(bytes, limits);
  const find = (name: string): XmlPart | undefined => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    return { name: entry.name, expand: (onBytes) => expandZipEntry(bytes, entry, onBytes) };
  };
  const contentTypes = find('[Content_Types].xml');
  // What the parts are is told by their relationships; the list of types is only checked to be harmless.
  if (contentTypes !== undefined) scanXml(contentTypes, contentTypeNamespaces, { open: () => {} }, limits);
  return {
    names: [...entries.keys()],
    find,
    relationshipsOf: (source) => {
      const part = find(relationshipPartOf(source));
      return part === undefined ? new Map() : readRelationships(part, source, limits);
    },
  };
}

/** Name of the workbook part; says what the file is where it has none. */
export function findWorkbookPart(parts: PackageParts): string {
  const roots = [...parts.relationshipsOf('').values()];
  const workbook = roots.find(({ kind }) => kind === 'officeDocument')?.target?.toLowerCase();
  if (workbook === undefined) throw missingWorkbook(parts);
  if (workbook.startsWith('word/') || workbook.startsWith('ppt/')) {
    throw new WorkbookError('not-a-workbook', '这是文字文稿或演示文稿，不是表格');
  }
  if (workbook.endsWith('.bin'))
    throw new WorkbookError('unsupported-format', '这是二进制格式的表格（.xlsb）');
  return workbook;
}

function missingWorkbook(parts: PackageParts): WorkbookError {
  if (parts.names.includes('content.xml') && parts.names.includes('mimetype')) {
    return new WorkbookError('unsupported-format', '这是 OpenDocument 格式的文件（.ods）');
  }
  if (parts.names.some((name) => name.startsWith('xl/'))) {
    return new WorkbookError('damaged', '文件里缺少工作簿的目录');
  }
  return new WorkbookError('not-a-workbook', '这是压缩包，不是表格');
}
