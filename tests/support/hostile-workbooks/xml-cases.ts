import type { HostileCase } from './hostile-case.ts';
import {
  declaration,
  mainNamespace,
  relationships,
  sharedStringsXml,
  sheetXml,
  stylesXml,
  workbookBytes,
  workbookXml,
  type PartTexts,
} from './workbook-parts.ts';

const laughs =
  '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' +
  Array.from({ length: 9 }, (_, index) => {
    const [own, inner] = ['bcdefghij'.charAt(index), 'abcdefghi'.charAt(index)];
    return `<!ENTITY ${own} "${`&${inner};`.repeat(10)}">`;
  }).join('') +
  ']>\n';
const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n';
const gbkName = Buffer.from([0xb5, 0xa5, 0xce, 0xbb]);

function withHead(text: string, head: string): string {
  return text.replace(declaration, declaration + head);
}

function around(before: string, middle: Uint8Array, after: string): Uint8Array {
  return Buffer.concat([Buffer.from(before), middle, Buffer.from(after)]);
}

const sheet = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');
const strings = sharedStringsXml('<si><t>甲</t></si><si><t>&e;</t></si>');
const [stringsHead = '', stringsTail = ''] = sharedStringsXml('<si><t>|</t></si><si><t>乙</t></si>').split(
  '|',
);

const entityParts: readonly [string, PartTexts][] = [
  ['the sheet', { sheet: withHead(sheet, laughs) }],
  ['the shared strings', { sharedStrings: withHead(strings, outside) }],
  ['the styles', { styles: withHead(stylesXml, laughs) }],
  [
    'the workbook',
    { workbook: withHead(workbookXml('<sheet name="&e;" sheetId="1" r:id="rId1"/>'), outside) },
  ],
  ['the relationships', { relationships: withHead(relationships(['rId1', 'worksheet', 'a.xml']), laughs) }],
  ['the list of content types', { contentTypes: `${declaration}${outside}<Types/>` }],
];

/** Entities, XML that is not well-formed or without measure, and wrong encodings. */
export const xmlCases: readonly HostileCase[] = [
  ...entityParts.map(
    ([part, texts]): HostileCase => ({
      name: `entities in ${part}`,
      outcome: 'unsafe',
      build: () => workbookBytes(texts),
    }),
  ),
  {
    name: 'an entity that nothing defines',
    outcome: 'damaged',
    build: () => workbookBytes({ sharedStrings: strings }),
  },
  {
    name: 'mismatched tags',
    outcome: 'damaged',
    build: () => workbookBytes({ sheet: sheet.replace('</row>', '</raw>') }),
  },
  {
    name: 'a sheet that breaks off',
    outcome: 'damaged',
    build: () => workbookBytes({ sheet: sheet.slice(0, -30) }),
  },
  {
    name: 'a sheet of another vocabulary',
    outcome: 'damaged',
    build: () => workbookBytes({ sheet: sheet.replace(mainNamespace, 'urn:else') }),
  },
  {
    name: 'elements nested without end',
    outcome: 'damaged',
    build: () => workbookBytes({ sheet: sheetXml('', '<extLst>'.repeat(5_000) + '</extLst>'.repeat(5_000)) }),
  },
  {
    name: 'attributes without end',
    outcome: 'damaged',
    build: () => {
      const attributes = Array.from({ length: 40_000 }, (_, index) => `a${index}="1"`).join(' ');
      return workbookBytes({ sheet: sheetXml(`<row ${attributes}/>`) });
    },
  },
  {
    name: 'an attribute of 20 million characters',
    outcome: 'too-large',
    build: () => workbookBytes({ sheet: sheetXml(`<row spans="${'1:4 '.repeat(5_000_000)}"/>`) }),
  },
  {
    name: 'a text of a million characters',
    outcome: 'too-large',
    build: () =>
      workbookBytes({ sharedStrings: sharedStringsXml(`<si><t>${'长'.repeat(1_000_000)}</t></si>`) }),
  },
  {
    name: 'a text of 100 000 runs',
    outcome: 'too-large',
    build: () =>
      workbookBytes({ sharedStrings: sharedStringsXml(`<si>${'<r><t>长</t></r>'.repeat(100_000)}</si>`) }),
  },
  {
    name: 'bytes that are not UTF-8',
    outcome: 'bad-encoding',
    build: () =>
      workbookBytes({ sharedStrings: around(stringsHead, Buffer.from([0xff, 0xc0]), stringsTail) }),
  },
  {
    name: 'GBK under the name of UTF-8',
    outcome: 'bad-encoding',
    build: () => workbookBytes({ sharedStrings: around(stringsHead, gbkName, stringsTail) }),
  },
  {
    name: 'an encoding that is not supported',
    outcome: 'bad-encoding',
    build: () => workbookBytes({ sheet: sheet.replace('UTF-8', 'EBCDIC-CP-US') }),
  },
  {
    name: 'text that was garbled before',
    outcome: 'warning',
    build: () =>
      workbookBytes({ sharedStrings: sharedStringsXml('<si><t>锟斤拷</t></si><si><t>乙</t></si>') }),
  },
  {
    name: 'half a character',
    outcome: 'warning',
    build: () =>
      workbookBytes({ sharedStrings: sharedStringsXml('<si><t>_xD83D_</t></si><si><t>乙</t></si>') }),
  },
];
