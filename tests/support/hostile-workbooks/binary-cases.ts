import { CFB, utils, write } from '@e965/xlsx';
import type { HostileCase } from './hostile-case.ts';

/** A sound .xls of one sheet 名单. */
export function xlsBytes(
  rows: unknown[][] = [
    ['单位', '得分'],
    ['甲区', 88.5],
  ],
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名单');
  return Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' }));
}

/** The workbook stream changed by the caller, in a container of its own. */
function xlsWithStream(change: (stream: Buffer) => Uint8Array): Uint8Array {
  const file = CFB.read(Buffer.from(xlsBytes()), { type: 'buffer' });
  return compound({ Workbook: change(Buffer.from(CFB.find(file, '/Workbook').content)) });
}

function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return CFB.write(file, { type: 'buffer' });
}

/** Offset of a record's head in a workbook stream. */
function recordAt(stream: Buffer, type: number): number {
  let offset = 0;
  while (stream.readUInt16LE(offset) !== type) offset += 4 + stream.readUInt16LE(offset + 2);
  return offset;
}

const gbkText = Buffer.from([
  0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xb5, 0xc3, 0xb7, 0xd6, 0x0a, 0xbc, 0xd7, 0x2c, 0x31,
]);
const filePassword = Buffer.from([0x2f, 0x00, 0x02, 0x00, 0x00, 0x00]);

/** Old formats, encrypted files, and files that are no workbooks at all. */
export const binaryCases: readonly HostileCase[] = [
  { name: 'an empty file', outcome: 'not-a-workbook', build: () => new Uint8Array() },
  { name: 'one byte', outcome: 'not-a-workbook', build: () => Uint8Array.of(0x50) },
  {
    name: 'a program',
    outcome: 'not-a-workbook',
    build: () => Buffer.from('\u007FELF\u0002\u0001\u0001\0\0\0\0', 'latin1'),
  },
  {
    name: 'a picture',
    outcome: 'not-a-workbook',
    build: () => Buffer.from('\u0089PNG\r\n\u001A\n\0\0\0\rIHDR', 'latin1'),
  },
  { name: 'GBK text under a workbook name', outcome: 'warning', build: () => gbkText },
  {
    name: 'a web page under a workbook name',
    outcome: 'unsupported-format',
    build: () => Buffer.from('<html><table><tr><td>甲</td></tr></table></html>'),
  },
  {
    name: 'an XML spreadsheet of 2003',
    outcome: 'unsupported-format',
    build: () =>
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  },
  { name: 'a file of 21 MB', outcome: 'too-large', build: () => Buffer.alloc(21 * 1024 * 1024, 0x50) },
  {
    name: 'an encrypted xlsx',
    outcome: 'encrypted',
    build: () => compound({ EncryptionInfo: new Uint8Array(64), EncryptedPackage: new Uint8Array(6_000) }),
  },
  {
    name: 'an encrypted xls',
    outcome: 'encrypted',
    build: () =>
      xlsWithStream((stream) => Buffer.concat([stream.subarray(0, 20), filePassword, stream.subarray(20)])),
  },
  {
    name: 'a container without a workbook',
    outcome: 'not-a-workbook',
    build: () => compound({ Other: gbkText }),
  },
  { name: 'the head of a container', outcome: 'damaged', build: () => xlsBytes().subarray(0, 512) },
  {
    name: 'half an xls',
    outcome: 'damaged',
    build: () => xlsWithStream((stream) => stream.subarray(0, -40)),
  },
  {
    name: 'an xls of Excel 95',
    outcome: 'unsupported-format',
    build: () =>
      xlsWithStream((stream) => {
        stream.writeUInt16LE(0x0500, 4);
        return stream;
      }),
  },
  {
    name: 'an xls whose sheet is elsewhere',
    outcome: 'damaged',
    build: () =>
      xlsWithStream((stream) => {
        stream.writeUInt32LE(77, recordAt(stream, 0x0085) + 4);
        return stream;
      }),
  },
];
