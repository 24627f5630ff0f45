import type { SheetData, WorkbookContains, WorkbookData } from '#shared/workbook.ts';
import type { WorkbookTables } from './cell-values.ts';
import type { ReadLimits } from './limits.ts';
import { findWorkbookPart, openPackage, type PackageParts } from './package-parts.ts';
import { createReadContext, type ReadContext } from './read-context.ts';
import type { Relationship } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { createSheetBuilder } from './sheet-builder.ts';
import { readSheetPart } from './sheet-part.ts';
import { readCellFormats } from './styles.ts';
import { WorkbookError } from './workbook-error.ts';
import { readWorkbookPart, type SheetOutline } from './workbook-part.ts';
import type { XmlPart } from './xml-scanner.ts';

/** Reads an Office Open XML workbook; of its parts only those that hold values are expanded. */
export function readXlsx(bytes: Uint8Array, limits: ReadLimits): WorkbookData {
  const parts = openPackage(bytes, limits);
  const workbookName = findWorkbookPart(parts);
  const relationships = parts.relationshipsOf(workbookName);
  const outline = readWorkbookPart(requirePart(parts, workbookName, '工作簿的目录'), limits);
  const context = createReadContext(limits, outline.is1904);
  const tables = readTables(parts, relationships, limits);
  const sheets: SheetData[] = [];
  for (const sheet of outline.sheets) {
    const data = readSheet(sheet, parts, relationships, tables, context);
    if (data !== undefined) sheets.push(data);
  }
  warnOfHiddenSheets(sheets, context);
  return { sheets, warnings: context.warnings.finish(), contains: whatElse(parts) };
}

function readTables(
  parts: PackageParts,
  relationships: ReadonlyMap<string, Relationship>,
  limits: ReadLimits,
): WorkbookTables {
  const strings = findRelated(parts, relationships, 'sharedStrings');
  const styles = findRelated(parts, relationships, 'styles');
  return {
    strings: strings === undefined ? [] : readSharedStrings(strings, limits),
    formats: styles === undefined ? undefined : readCellFormats(styles, limits),
  };
}

function findRelated(
  parts: PackageParts,
  relationships: ReadonlyMap<string, Relationship>,
  kind: string,
): XmlPart | undefined {
  const target = [...relationships.values()].find((relationship) => relationship.kind === kind)?.target;
  return target === undefined ? undefined : parts.find(target);
}

function readSheet(
  sheet: SheetOutline,
  parts: PackageParts,
  relationships: ReadonlyMap<string, Relationship>,
  tables: WorkbookTables,
  context: ReadContext,
): SheetData | undefined {
  const relationship = relationships.get(sheet.relationship);
  if (relationship?.target === undefined) {
    throw new WorkbookError('damaged', `文件里找不到工作表「${sheet.name}」的内容`);
  }
  if (relationship.kind !== 'worksheet') {
    context.warnings.add(`工作表「${sheet.name}」不是普通的表格（可能是图表），没有读取`);
    return undefined;
  }
  const builder = createSheetBuilder(sheet.name, sheet.state, context);
  const part = requirePart(parts, relationship.target, `工作表「${sheet.name}」的内容`);
  readSheetPart(part, sheet.name, tables, builder, context);
  return builder.finish();
}

function requirePart(parts: PackageParts, name: string, what: string): XmlPart {
  const part = parts.find(name);
  if (part === undefined) throw new WorkbookError('damaged', `文件里找不到${what}`);
  return part;
}

function warnOfHiddenSheets(sheets: readonly SheetData[], context: ReadContext): void {
  if (sheets.length > 0 && sheets.every(({ state }) => state !== 'visible')) {
    context.warnings.add('文件里的工作表全部是隐藏的');
  }
}

function whatElse(parts: PackageParts): WorkbookContains {
  const has = (pattern: RegExp) => parts.names.some((name) => pattern.test(name));
  return {
    macros: has(/(?:^|\/)vbaproject\w*\.bin$/) || has(/\/macrosheets\//),
    externalLinks: has(/\/externallinks\//) || has(/(?:^|\/)connections\.xml$/),
    embeddedObjects: has(/\/embeddings\//) || has(/\/activex\//),
  };
}
