import { WorkbookError } from './workbook-error.ts';

interface ZipDirectoryPlace {
  entries: number;
  offset: number;
  end: number;
}

const END_SIGNATURE = 0x06054b50;
const WIDE_END_SIGNATURE = 0x06064b50;
const WIDE_LOCATOR_SIGNATURE = 0x07064b50;
const END_BYTES = 22;
const WIDE_END_BYTES = 56;
const WIDE_LOCATOR_BYTES = 20;
const LONGEST_COMMENT = 0xffff;

/** Finds the directory by the record at the file's end, in its 32 bit or its 64 bit form. */
export function findDirectory(view: DataView): ZipDirectoryPlace {
  const end = findEndRecord(view);
  const narrow = {
    entries: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  };
  const isWide = narrow.entries === 0xffff || narrow.size === 0xffffffff || narrow.offset === 0xffffffff;
  if (!isWide) return place(narrow, end, view.getUint16(end + 4, true));
  return findWideDirectory(view, end);
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let offset = last; offset >= Math.max(0, last - LONGEST_COMMENT); offset -= 1) {
    if (view.getUint32(offset, true) === END_SIGNATURE) return offset;
  }
  throw damagedEnd();
}

function findWideDirectory(view: DataView, end: number): ZipDirectoryPlace {
  const locator = end - WIDE_LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== WIDE_LOCATOR_SIGNATURE) throw damagedEnd();
  const record = locator - WIDE_END_BYTES;
  if (record < 0 || view.getUint32(record, true) !== WIDE_END_SIGNATURE) throw damagedEnd();
  const wide = {
    entries: Number(view.getBigUint64(record + 32, true)),
    size: Number(view.getBigUint64(record + 40, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
  };
  return place(wide, record, view.getUint32(record + 16, true));
}

function place(
  written: { entries: number; size: number; offset: number },
  end: number,
  disk: number,
): ZipDirectoryPlace {
  if (disk !== 0 || written.offset + written.size !== end) throw damagedEnd();
  return { entries: written.entries, offset: written.offset, end };
}

function damagedEnd(): WorkbookError {
  return new WorkbookError('damaged', '文件不完整，可能没有下载完或复制完');
}
