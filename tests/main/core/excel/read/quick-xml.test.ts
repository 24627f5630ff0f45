import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { createQuickReader } from '#main/core/excel/read/quick-xml.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { createThoroughReader } from '#main/core/excel/read/thorough-xml.ts';
import type { XmlEvents, XmlReader } from '#main/core/excel/read/xml-events.ts';
import { sheetXml, workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';
import { partsOf } from '#tests/support/package-texts.ts';

/** What a reader tells of a text, given in pieces: texts as one, without those outside the root; at last how it ended. */
function toldBy(create: (events: XmlEvents) => XmlReader, pieces: readonly string[]): unknown[] {
  const told: unknown[] = [];
  let [gathered, depth] = ['', 0];
  const tell = (event: unknown) => {
    if (gathered !== '') told.push(gathered);
    gathered = '';
    told.push(event);
  };
  const reader = create({
    open(name, attributes, count) {
      depth += 1;
      tell({ name, attributes: Object.entries(attributes), count });
    },
    close(name) {
      depth -= 1;
      tell({ closed: name });
    },
    text(text) {
      if (depth > 0) gathered += text;
    },
    doctype: () => tell('doctype'),
    takeWhole: () => -1,
  });
  try {
    for (const piece of pieces) reader.write(piece);
    reader.close();
    tell('well-formed');
  } catch {
    tell('not well-formed');
  }
  return told;
}

const thorough = (events: XmlEvents) => createThoroughReader(events, '');

function expectSame(pieces: readonly string[]): void {
  expect(toldBy(createQuickReader, pieces)).toEqual(toldBy(thorough, pieces));
}

function inPieces(text: string, cuts: readonly number[]): string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  // A decoder never parts the halves of a pair.
  const whole = places.map((place) => (/[\uDC00-\uDFFF]/u.test(text[place] ?? '') ? place - 1 : place));
  return whole.slice(1).map((place, index) => text.slice(whole[index], place));
}

const name = fc.constantFrom('a', 'b', 'x:a', 'row', 'c', '名', '_1', 'constructor', '__proto__', '1a', '');
const space = fc.constantFrom('', ' ', ' ', ' ', '\n', '\r\n', '\t ', '\r');
const text = fc
  .array(
    fc.constantFrom(
      '文字',
      'a',
      ' ',
      '1.5',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '𠀀',
      '&amp;',
      '&lt;',
      '&quot;',
      '&#10;',
      '&#x4e2d;',
      '&nbsp;',
      '&#0;',
      '&#xD800;',
      '&#x110000;',
      '&#X41;',
      '&',
      ';',
      ']]>',
      ']]',
      '>',
      '\u0001',
      '\uFFFF',
      '\uFEFF',
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(''));
const attribute = fc
  .tuple(space, name, fc.constantFrom('=', '=', '=', ' = ', ''), fc.constantFrom('"', "'"), text)
  .map(([before, key, equals, quote, value]) => `${before}${key}${equals}${quote}${value}${quote}`);
const attributes = fc.array(attribute, { maxLength: 3 }).map((all) => all.join(''));
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(name, attributes, space).map(([tag, said, end]) => `<${tag}${said}${end}/>`),
    fc
      .tuple(name, attributes, tie('content'), fc.constantFrom('', '', '', ' ', 'x'))
      .map(([tag, said, content, end]) => `<${tag}${said}>${content}</${tag}${end}>`),
  ),
  content: fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: tie('element') },
        { weight: 4, arbitrary: text },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            '<!-- - -->',
            '<![CDATA[a]]]]>',
            '<?pi a?>',
            '<!DOCTYPE a>',
            '<',
            '</a>',
            '<?xml?>',
          ),
        },
      ),
      { maxLength: 3 },
    )
    .map((parts) => parts.join('')),
}));
const beginning = fc.constantFrom(
  '',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
  "<?xml version='1.0'?>",
  '<?xml version="1.1"?>',
  '<?xml version="1.0" standalone="maybe"?>',
  ' <?xml version="1.0"?>',
  '\uFEFF',
  '<!-- a -->',
);
const document = fc
  .tuple(
    beginning,
    element,
    fc.constantFrom('', '', '\r\n', '\r', ' ', '<a/>', 'x', '<!-- a -->', '<!DOCTYPE a>'),
  )
  .map((parts) => parts.join(''));
const cuts = fc.array(fc.nat(), { maxLength: 4 });

test('whatever is written, and however it comes in pieces, the quick reader tells what the thorough one does', () => {
  fc.assert(
    fc.property(document, cuts, (written, at) => expectSame(inPieces(written, at))),
    { numRuns: 2_000 },
  );
});

test('so it does of plain documents that are damaged in one place', () => {
  const plain = sheetXml(
    '<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"/></row>' +
      '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> 甲 &amp; 乙 </t></is></c></row>',
  );
  const damage = fc.constantFrom(
    '',
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '=',
    ' ',
    'r',
    '\u0000',
    '\r',
    ']]>',
    '<!--',
    '</c>',
  );
  fc.assert(
    fc.property(fc.nat(plain.length), fc.nat(3), damage, cuts, (place, taken, put, at) =>
      expectSame(inPieces(plain.slice(0, place) + put + plain.slice(place + taken), at)),
    ),
    { numRuns: 300 },
  );
});

test('a text without end is handed over, not gone through again and again', () => {
  const pieces = ['<a b="', ...Array.from({ length: 100 }, () => 'x'.repeat(10_000)), '">', '</a>'];
  expectSame(pieces);
});

const collection = '../shared/workbooks';
const LARGEST_BYTES = 30_000;
const LONGEST_PART = 100_000;

/** Of the packages that another reader opens as well; the largest of the hostile ones are bombs. */
function collectedParts(folder: string): string[] {
  const names = readdirSync(folder).filter((file) => /\.xls[xm]$/u.test(file));
  return names.flatMap((file) => {
    const bytes = readFileSync(join(folder, file));
    if (bytes.length > LARGEST_BYTES) return [];
    try {
      const parts = [...partsOf(bytes)].filter(([part]) => /\.(?:xml|rels|vml)$/u.test(part));
      const texts = parts.map(([, content]) => new TextDecoder().decode(content));
      return texts.filter((part) => part.length < LONGEST_PART);
    } catch {
      return [];
    }
  });
}

describe.skipIf(!existsSync(collection))('of the collected workbooks', () => {
  test.each(['good', 'hostile'])('every part of a %s one is told in the same way', (folder) => {
    const parts = collectedParts(join(collection, folder));
    expect(parts.length).toBeGreaterThan(100);
    for (const part of parts) expectSame([part.slice(0, part.length / 2), part.slice(part.length / 2)]);
  });
});

interface WrittenCell {
  place: string;
  style: string | null;
  type: string | null;
  content: string;
}

const cell = fc.record<WrittenCell>({
  place: fc.constantFrom(
    'A1',
    'B1',
    'C1',
    'XFD1',
    'XFE1',
    'ZZZ1',
    'AAAA1',
    'A01',
    'A2',
    'a1',
    'A',
    '1',
    'D1',
    'E1',
  ),
  style: fc.constantFrom(null, null, '0', '1', '2', '5', '99', '', '-1', 'x', '1234567'),
  type: fc.constantFrom(null, null, 's', 's', 'n', 'str', 'inlineStr', 'b', 'e', 'd', '', 'S', 'unknownkind'),
  content: fc.constantFrom(
    '',
    '<v></v>',
    '<v>0</v>',
    '<v>1</v>',
    '<v> 1 </v>',
    '<v>45000.5</v>',
    '<v>1e3</v>',
    '<v>abc</v>',
    '<v>9</v>',
    '<v>a&amp;b</v>',
    '<v>_x0041_</v>',
    '<v>]]></v>',
    '<v>2026-09-30</v>',
    '<v>true</v>',
    '<v/>',
    '<v>甲</v>',
    '<f>A1</f><v>2</v>',
    '<is><t>乙</t></is>',
    '<v xml:space="preserve"> 1</v>',
    '<v>1</v><v>2</v>',
    '<v>>1</v>',
  ),
});

/** The same cell in the one plain way, or as no program writes it. */
function cellXml({ place, style, type, content }: WrittenCell, isPlain: boolean): string {
  const said = [
    `r="${place}"`,
    ...(style === null ? [] : [`s="${style}"`]),
    ...(type === null ? [] : [`t="${type}"`]),
  ];
  if (isPlain) return content === '' ? `<c ${said.join(' ')}/>` : `<c ${said.join(' ')}>${content}</c>`;
  return `<c  ${said.toReversed().join(' ')}>${content}</c>`;
}

function resultOf(cells: readonly WrittenCell[], isPlain: boolean): unknown {
  const sheet = sheetXml(`<row r="1">${cells.map((each) => cellXml(each, isPlain)).join('')}</row>`);
  try {
    return readWorkbook(workbookBytes({ sheet }), defaultReadLimits);
  } catch (error) {
    return String(error);
  }
}

test('a cell that is taken as a whole says what it says tag by tag, or is refused for the same reason', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 3 }), (cells) => {
      expect(resultOf(cells, true)).toEqual(resultOf(cells, false));
    }),
    { numRuns: 300 },
  );
});
