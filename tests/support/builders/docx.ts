import { writeZip, type ZipSource } from '#tests/support/hostile-workbooks/zip-writer.ts';
import { declaration, relationships } from '#tests/support/hostile-workbooks/workbook-parts.ts';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The parts of a small .docx; each can be replaced, or left out by null. */
interface DocxTexts {
  root?: string | null;
  document?: string | null;
  relationships?: string | null;
  styles?: string | null;
  numbering?: string | null;
}

export function documentXml(body: string): string {
  return `${declaration}<w:document xmlns:w="${wordNamespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`;
}

export function stylesXml(styles: string): string {
  return `${declaration}<w:styles xmlns:w="${wordNamespace}">${styles}</w:styles>`;
}

export function numberingXml(content: string): string {
  return `${declaration}<w:numbering xmlns:w="${wordNamespace}">${content}</w:numbering>`;
}

/** A paragraph of one run. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const defaults = {
  root: relationships(['rId1', 'officeDocument', 'word/document.xml']),
  document: documentXml(p('各成员单位：')),
  relationships: relationships(['rId1', 'styles', 'styles.xml'], ['rId2', 'numbering', 'numbering.xml']),
  styles: stylesXml(''),
  numbering: numberingXml(''),
} satisfies Required<DocxTexts>;

const partNames = [
  ['root', '_rels/.rels'],
  ['document', 'word/document.xml'],
  ['relationships', 'word/_rels/document.xml.rels'],
  ['styles', 'word/styles.xml'],
  ['numbering', 'word/numbering.xml'],
] as const;

export function docxSources(texts: DocxTexts = {}): ZipSource[] {
  const parts = { ...defaults, ...texts };
  return partNames.flatMap(([key, name]) => {
    const content = parts[key];
    return content === null ? [] : [{ name, content }];
  });
}

export function docxBytes(texts: DocxTexts = {}, ...more: ZipSource[]): Uint8Array {
  return writeZip([...docxSources(texts), ...more]);
}
