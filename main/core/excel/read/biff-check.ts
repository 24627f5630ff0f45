import { WorkbookError } from './workbook-error.ts';

const BOUND_SHEET = 0x0085;
const BEGIN = 0x0809;
const END = 0x000a;
const FILE_PASSWORD = 0x002f;
const STRING_TABLE = 0x00fc;
const STRING_CELL = 0x00fd;
const OTHER_BOOK = 0x01ae;
const VERSION_8 = 0x0600;

interface BiffFacts {
  hasExternalLinks: boolean;
}

interface Walk {
  sheetStarts: number[];
  beginnings: Set<number>;
  depth: number;
  strings: number;
  highestString: number;
  hasExternalLinks: boolean;
}

/**
 * Walks through a workbook stream's records before the lenient library reads it: what that would skip in
 * silence (a cut end, missing sheets, texts that are not there) refuses the file here.
 */
export function checkBiff(stream: Uint8Array): BiffFacts {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const walk: Walk = {
    sheetStarts: [],
    beginnings: new Set(),
    depth: 0,
    strings: 0,
    highestString: -1,
    hasExternalLinks: false,
  };
  checkVersion(view);
  let offset = 0;
  while (offset + 4 <= view.byteLength) {
    const type = view.getUint16(offset, true);
    // Behind the last sheet the stream may be padded.
    if (type === 0 && walk.depth === 0) break;
    const end = offset + 4 + view.getUint16(offset + 2, true);
    if (end > view.byteLength) throw damagedBook();
    visitRecord(
      walk,
      type,
      offset,
      new DataView(view.buffer, view.byteOffset + offset + 4, end - offset - 4),
    );
    offset = end;
  }
  const hasAllSheets = walk.sheetStarts.every((start) => walk.beginnings.has(start));
  if (walk.depth !== 0 || !hasAllSheets || walk.highestString >= walk.strings) throw damagedBook();
  return { hasExternalLinks: walk.hasExternalLinks };
}

function checkVersion(view: DataView): void {
  if (view.byteLength < 8 || view.getUint16(0, true) !== BEGIN) throw damagedBook();
  if (view.getUint16(4, true) !== VERSION_8) {
    throw new WorkbookError('unsupported-format', '这是 Excel 95 或更早的格式，里面的汉字可能读成乱码');
  }
}

function visitRecord(walk: Walk, type: number, offset: number, body: DataView): void {
  if (type === FILE_PASSWORD) throw new WorkbookError('encrypted', '文件已加密');
  if (type === BEGIN) {
    walk.depth += 1;
    walk.beginnings.add(offset);
  } else if (type === END) walk.depth -= 1;
  else if (type === BOUND_SHEET) walk.sheetStarts.push(numberAt(body, 0));
  else if (type === STRING_TABLE) walk.strings = numberAt(body, 4);
  else if (type === STRING_CELL) walk.highestString = Math.max(walk.highestString, numberAt(body, 6));
  else if (type === OTHER_BOOK) walk.hasExternalLinks ||= isExternalBook(body);
}

/** Besides other workbooks the record also names the workbook itself and the add-in functions. */
function isExternalBook(body: DataView): boolean {
  const kind = body.byteLength >= 4 ? body.getUint16(2, true) : 0;
  return kind !== 0x0401 && kind !== 0x3a01;
}

function numberAt(body: DataView, offset: number): number {
  if (offset + 4 > body.byteLength) throw damagedBook();
  return body.getUint32(offset, true);
}

function damagedBook(): WorkbookError {
  return new WorkbookError('damaged', '文件不完整或已损坏');
}
