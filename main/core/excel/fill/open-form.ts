import type { ReadLimits } from '../read/limits.ts';
import { kindOfFormat } from '../read/number-formats.ts';
import { findWorkbookPart, openPackage, type PackageParts } from '../read/package-parts.ts';
import { readRelationships, type Relationship, relationshipPartOf } from '../read/relationships.ts';
import { readCellFormats } from '../read/styles.ts';
import { WorkbookError } from '../read/workbook-error.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { createXmlTextDecoder } from '../read/xml-text-decoder.ts';
import type { XmlPart } from '../read/xml-scanner.ts';
import type { DateCells } from './cell-content.ts';

/** A sheet of a form, by its part. */
export interface FormSheet {
  name: string;
  part: string;
}

/** The parts of a form with those that were edited in place of the old ones. */
export interface OpenForm {
  parts: PackageParts;
  workbook: string;
  /** Of them some are added when a sheet is repeated. */
  sheets: FormSheet[];
  dates: DateCells;
  edits: Map<string, string | null>;
  /** In lower case, with the parts that were added. */
  names(): string[];
  /** Undefined where there is none. */
  read(part: string): string | undefined;
  write(part: string, xml: string): void;
  drop(part: string): void;
  /** Parts that a part leads to, inside the package. */
  related(part: string): readonly Relationship[];
}

/** @throws {WorkbookError} as the reader of workbooks does */
export function openForm(bytes: Uint8Array, limits: ReadLimits): OpenForm {
  const parts = openPackage(bytes, limits);
  const workbook = findWorkbookPart(parts);
  const relationships = parts.relationshipsOf(workbook);
  const edits = new Map<string, string | null>();
  const outline = readWorkbookPart(required(parts, workbook), limits);
  const sheets = outline.sheets.flatMap(({ name, relationship }) => {
    const found = relationships.get(relationship);
    return found?.kind === 'worksheet' && found.target !== undefined ? [{ name, part: found.target }] : [];
  });
  const styles = [...relationships.values()].find(({ kind }) => kind === 'styles')?.target;
  const stylePart = styles === undefined ? undefined : parts.find(styles);
  const formats = stylePart === undefined ? [] : readCellFormats(stylePart, limits);
  const read = (name: string) => {
    const edited = edits.get(name.toLowerCase());
    return edited === undefined ? textOf(parts, name) : (edited ?? undefined);
  };
  return {
    parts,
    workbook,
    sheets,
    edits,
    names: () => [...new Set([...parts.names, ...edits.keys()])],
    read,
    dates: {
      is1904: outline.is1904,
      isDate: (style) => kindOfFormat(formats[Number(style)]?.code ?? '').startsWith('date'),
    },
    write(name, xml) {
      if (xml !== (read(name) ?? '')) edits.set(name.toLowerCase(), asUtf8(xml));
    },
    drop: (name) => void edits.set(name.toLowerCase(), null),
    related(name) {
      const relations = relationshipPartOf(name);
      const text = read(relations);
      if (text === undefined) return [];
      return [...readRelationships(textPart(relations, text), name, limits).values()];
    },
  };
}

function required(parts: PackageParts, name: string) {
  const part = parts.find(name);
  if (part === undefined) throw new WorkbookError('damaged', '文件里找不到工作簿的目录');
  return part;
}

function textOf(parts: PackageParts, name: string): string | undefined {
  const part = parts.find(name);
  if (part === undefined) return undefined;
  const decoder = createXmlTextDecoder(name);
  const pieces: string[] = [];
  part.expand((bytes) => pieces.push(decoder.decode(bytes)));
  pieces.push(decoder.finish());
  return pieces.join('');
}

function textPart(name: string, text: string): XmlPart {
  return { name, expand: (onBytes) => onBytes(new TextEncoder().encode(asUtf8(text))) };
}

/** Whatever it was written in, it is written anew in UTF-8. */
function asUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*\sencoding\s*=\s*)(["'])[^"']*\2/u, '$1$2UTF-8$2');
}
