import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { otherNames } from './fonts.ts';
import { paperStyles } from './styles.ts';

/** The first instant that a zip can hold: the same paper gives the same bytes on every day. */
const EPOCH = new Date(1980, 0, 1);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * The document as a file: with the styles of papers, other names for fonts, and nothing that tells time or chance.
 * @param line from line to line of body text, in twips
 */
export async function packDocument(document: Document, line: number): Promise<Uint8Array> {
  const parts = unzipSync(await Packer.toBuffer(document));
  parts['word/styles.xml'] = strToU8(paperStyles(line));
  parts['word/fontTable.xml'] = strToU8(fontTable());
  parts['docProps/core.xml'] = strToU8(
    withoutTimes(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())),
  );
  numberShapes(parts);
  const entries: Zippable = {};
  for (const [name, bytes] of contentTypesFirst(parts)) entries[name] = [bytes, { mtime: EPOCH, level: 6 }];
  return zipSync(entries);
}

/** The library counts shapes on from paper to paper; here each paper counts from 1. */
function numberShapes(parts: Record<string, Uint8Array>): void {
  let count = 0;
  const next = () => {
    count += 1;
    return `<wp:docPr id="${count}"`;
  };
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/^word\/(document|footer\d+)\.xml$/.test(name)) continue;
    parts[name] = strToU8(strFromU8(bytes).replaceAll(/<wp:docPr id="\d+"/g, next));
  }
}

/** Some programs tell the kind of a file by its first part. */
function contentTypesFirst(parts: Record<string, Uint8Array>): [string, Uint8Array][] {
  const isTypes = ([name]: [string, Uint8Array]) => (name === '[Content_Types].xml' ? 0 : 1);
  return Object.entries(parts).toSorted((one, other) => isTypes(one) - isTypes(other));
}

function fontTable(): string {
  const lines = Object.entries(otherNames).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${lines.join('')}</w:fonts>`;
}

function withoutTimes(properties: string): string {
  return properties.replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
}
