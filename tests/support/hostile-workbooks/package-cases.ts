import type { HostileCase } from './hostile-case.ts';
import { relationships, sheetXml, workbookBytes, workbookSources, workbookXml } from './workbook-parts.ts';
import { writeZip, type ZipSource } from './zip-writer.ts';

const MEBIBYTE = 1024 * 1024;
const symbolicLink = 0xa1ff0000;

function changed(name: string, change: Partial<ZipSource>): Uint8Array {
  return writeZip(
    workbookSources().map((source) => (source.name === name ? { ...source, ...change } : source)),
  );
}

const sheetPart = 'xl/worksheets/sheet1.xml';
const wideField = (size: bigint) => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(8, 2);
  bytes.writeBigUInt64LE(size, 4);
  return bytes;
};

/** Zip bombs, lies in the zip's directory, damage, and parts that are missing, doubled or outside. */
export const packageCases: readonly HostileCase[] = [
  {
    name: 'a part that expands beyond the limit',
    outcome: 'too-large',
    build: () => workbookBytes({}, { name: 'xl/media/a.bin', content: new Uint8Array(210 * MEBIBYTE) }),
  },
  {
    name: 'many entries that share one stream',
    outcome: 'too-large',
    build: () => {
      const parts = workbookSources();
      const stream = { name: 'xl/media/0.bin', content: new Uint8Array(5 * MEBIBYTE) };
      const copies = Array.from({ length: 300 }, (_, index) => ({
        ...stream,
        name: `xl/media/${index + 1}.bin`,
        sharesDataOf: parts.length,
      }));
      return writeZip([...parts, stream, ...copies]);
    },
  },
  {
    name: 'two entries whose data overlap',
    outcome: 'damaged',
    build: () => {
      const parts = workbookSources();
      return writeZip([
        ...parts,
        { name: sheetPart.replace('1', '2'), content: '', sharesDataOf: parts.length - 1 },
      ]);
    },
  },
  {
    name: 'a sheet of cells that compress a thousand times',
    outcome: 'too-large',
    build: () => workbookBytes({ sheet: sheetXml(`<row>${'<c><v>1</v></c>'.repeat(4_000_000)}</row>`) }),
  },
  {
    name: 'more entries than any workbook has',
    outcome: 'too-large',
    build: () =>
      workbookBytes(
        {},
        ...Array.from({ length: 2_100 }, (_, index) => ({ name: `x/${index}`, content: '' })),
      ),
  },
  {
    name: 'an entry count that is a lie',
    outcome: 'damaged',
    build: () => writeZip(workbookSources(), { declaredEntries: 500 }),
  },
  {
    name: 'a directory that is said to be elsewhere',
    outcome: 'damaged',
    build: () => writeZip(workbookSources(), { declaredDirectoryOffset: 7 }),
  },
  {
    name: 'a wide end record that is not there',
    outcome: 'damaged',
    build: () => writeZip(workbookSources(), { declaredDirectoryOffset: 0xffffffff }),
  },
  {
    name: 'a wide size without its field',
    outcome: 'damaged',
    build: () => changed(sheetPart, { declaredSize: 0xffffffff }),
  },
  {
    name: 'a wide size beyond all measure',
    outcome: 'too-large',
    build: () => changed(sheetPart, { declaredSize: 0xffffffff, extra: wideField(2n ** 62n) }),
  },
  {
    name: 'a size that is smaller than the part',
    outcome: 'damaged',
    build: () => changed(sheetPart, { declaredSize: 10 }),
  },
  {
    name: 'a size that is larger than the part',
    outcome: 'damaged',
    build: () => changed(sheetPart, { declaredSize: 100_000 }),
  },
  { name: 'a wrong checksum', outcome: 'damaged', build: () => changed(sheetPart, { declaredChecksum: 1 }) },
  { name: 'an unknown compression', outcome: 'damaged', build: () => changed(sheetPart, { method: 99 }) },
  { name: 'an encrypted entry', outcome: 'encrypted', build: () => changed(sheetPart, { flags: 1 }) },
  {
    name: 'an entry that begins outside the file',
    outcome: 'damaged',
    build: () => changed(sheetPart, { declaredOffset: 999_999 }),
  },
  {
    name: 'bytes that are not compressed data',
    outcome: 'damaged',
    build: () => {
      const bytes = Uint8Array.from(workbookBytes());
      const at = Buffer.from(bytes).indexOf(sheetPart) + sheetPart.length;
      bytes.fill(0xff, at, at + 20);
      return bytes;
    },
  },
  {
    name: 'the first half of a file',
    outcome: 'damaged',
    build: () => workbookBytes().subarray(0, 1_000),
  },
  { name: 'a file without its end record', outcome: 'damaged', build: () => workbookBytes().slice(0, -22) },
  { name: 'an empty zip', outcome: 'not-a-workbook', build: () => writeZip([]) },
  {
    name: 'a zip of something else',
    outcome: 'not-a-workbook',
    build: () => writeZip([{ name: 'a.txt', content: '甲' }]),
  },
  {
    name: 'a text document',
    outcome: 'not-a-workbook',
    build: () =>
      workbookBytes({ rootRelationships: relationships(['a', 'officeDocument', 'word/document.xml']) }),
  },
  {
    name: 'an OpenDocument table',
    outcome: 'unsupported-format',
    build: () =>
      writeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', content: '<x/>' },
      ]),
  },
  {
    name: 'a binary workbook',
    outcome: 'unsupported-format',
    build: () =>
      workbookBytes({ rootRelationships: relationships(['a', 'officeDocument', 'xl/workbook.bin']) }),
  },
  {
    name: 'a part name that climbs out',
    outcome: 'unsafe',
    build: () => workbookBytes({}, { name: 'xl/../../../tmp/a', content: 'x' }),
  },
  {
    name: 'an absolute part name',
    outcome: 'unsafe',
    build: () => workbookBytes({}, { name: '/etc/a', content: '' }),
  },
  {
    name: 'a part name with a drive',
    outcome: 'unsafe',
    build: () => workbookBytes({}, { name: 'C:\\a', content: '' }),
  },
  {
    name: 'a symbolic link',
    outcome: 'unsafe',
    build: () =>
      workbookBytes({}, { name: 'xl/a', content: '/etc/passwd', externalAttributes: symbolicLink }),
  },
  {
    name: 'a sheet target that climbs out',
    outcome: 'unsafe',
    build: () =>
      workbookBytes({ relationships: relationships(['rId1', 'worksheet', '../../../etc/passwd']) }),
  },
  {
    name: 'one part twice',
    outcome: 'damaged',
    build: () => workbookBytes({}, { name: sheetPart, content: sheetXml('') }),
  },
  {
    name: 'one part twice in another case',
    outcome: 'damaged',
    build: () => workbookBytes({}, { name: 'XL/Worksheets/Sheet1.xml', content: sheetXml('') }),
  },
  { name: 'a missing sheet part', outcome: 'damaged', build: () => workbookBytes({ sheet: null }) },
  { name: 'a missing workbook part', outcome: 'damaged', build: () => workbookBytes({ workbook: null }) },
  {
    name: 'no root relationships',
    outcome: 'damaged',
    build: () => workbookBytes({ rootRelationships: null }),
  },
  {
    name: 'no workbook relationships',
    outcome: 'damaged',
    build: () => workbookBytes({ relationships: null }),
  },
  { name: 'no sheets', outcome: 'damaged', build: () => workbookBytes({ workbook: workbookXml('') }) },
  {
    name: 'two sheets of one name',
    outcome: 'damaged',
    build: () => {
      const sheet = '<sheet name="名单" sheetId="1" r:id="rId1"/>';
      return workbookBytes({ workbook: workbookXml(sheet + sheet) });
    },
  },
  {
    name: 'a chart in place of a sheet',
    outcome: 'warning',
    build: () =>
      workbookBytes({ relationships: relationships(['rId1', 'chartsheet', 'chartsheets/sheet1.xml']) }),
  },
  {
    name: 'nothing but hidden sheets',
    outcome: 'warning',
    build: () =>
      workbookBytes({
        workbook: workbookXml('<sheet name="名单" sheetId="1" state="veryHidden" r:id="rId1"/>'),
      }),
  },
];
