import type { ZipSource } from './zip-writer.ts';
import { writeZip } from './zip-writer.ts';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a small workbook; each can be replaced, or left out by null. */
export interface PartTexts {
  contentTypes?: Part;
  rootRelationships?: Part;
  workbook?: Part;
  relationships?: Part;
  styles?: Part;
  sharedStrings?: Part;
  sheet?: Part;
}

type Part = string | Uint8Array | null;

export function relationships(...lines: [id: string, kind: string, target: string][]): string {
  const items = lines.map(
    ([id, kind, target]) =>
      `<Relationship Id="${id}" Type="${relationshipTypes}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelationships}">${items.join('')}</Relationships>`;
}

export function workbookXml(sheets: string, properties = ''): string {
  return `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipTypes}">${properties}<sheets>${sheets}</sheets></workbook>`;
}

export function sheetXml(rows: string, after = '', before = ''): string {
  return `${declaration}<worksheet xmlns="${mainNamespace}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function sharedStringsXml(items: string): string {
  return `${declaration}<sst xmlns="${mainNamespace}" count="9" uniqueCount="9">${items}</sst>`;
}

/** Styles 0 General, 1 date, 2 date and time, 3 time, 4 duration, 5 percent. */
export const stylesXml =
  `${declaration}<styleSheet xmlns="${mainNamespace}"><numFmts count="2">` +
  '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
  '<numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs>' +
  [0, 164, 22, 21, 165, 10].map((id) => `<xf numFmtId="${id}"/>`).join('') +
  '</cellXfs></styleSheet>';

const defaults = {
  contentTypes: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  rootRelationships: relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
  workbook: workbookXml('<sheet name="名单" sheetId="1" r:id="rId1"/>'),
  relationships: relationships(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ['rId3', 'styles', 'styles.xml'],
  ),
  styles: stylesXml,
  sharedStrings: sharedStringsXml('<si><t>单位</t></si><si><t>得分</t></si>'),
  sheet: sheetXml(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="inlineStr"><is><t>甲区</t></is></c><c r="B2"><v>88.5</v></c></row>',
  ),
} satisfies Record<keyof PartTexts, string>;

const partNames: readonly [keyof PartTexts, string][] = [
  ['contentTypes', '[Content_Types].xml'],
  ['rootRelationships', '_rels/.rels'],
  ['workbook', 'xl/workbook.xml'],
  ['relationships', 'xl/_rels/workbook.xml.rels'],
  ['sharedStrings', 'xl/sharedStrings.xml'],
  ['styles', 'xl/styles.xml'],
  ['sheet', 'xl/worksheets/sheet1.xml'],
];

export function workbookSources(texts: PartTexts = {}): ZipSource[] {
  const parts = { ...defaults, ...texts };
  return partNames.flatMap(([key, name]) => {
    const content = parts[key];
    return content === null ? [] : [{ name, content }];
  });
}

export function workbookBytes(texts: PartTexts = {}, ...more: ZipSource[]): Uint8Array {
  return writeZip([...workbookSources(texts), ...more]);
}
