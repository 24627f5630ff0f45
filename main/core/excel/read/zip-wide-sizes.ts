import { WorkbookError } from './workbook-error.ts';

interface ZipSizes {
  size: number;
  compressedSize: number;
  headerOffset: number;
}

const WIDE_FIELD = 0x0001;
const ELSEWHERE = 0xffffffff;

/** Replaces the sizes that are kept in a record's 64 bit field, in the order the format lays down. */
export function readWideSizes(sizes: ZipSizes, extra: Uint8Array): ZipSizes {
  if (sizes.size !== ELSEWHERE && sizes.compressedSize !== ELSEWHERE && sizes.headerOffset !== ELSEWHERE) {
    return sizes;
  }
  const field = findWideField(extra);
  let offset = 0;
  const widen = (narrow: number): number => {
    if (narrow !== ELSEWHERE) return narrow;
    if (offset + 8 > field.byteLength) throw damagedSizes();
    const wide = Number(field.getBigUint64(offset, true));
    offset += 8;
    return wide;
  };
  const size = widen(sizes.size);
  const compressedSize = widen(sizes.compressedSize);
  return { size, compressedSize, headerOffset: widen(sizes.headerOffset) };
}

function findWideField(extra: Uint8Array): DataView {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let offset = 0; offset + 4 <= view.byteLength; ) {
    const length = view.getUint16(offset + 2, true);
    if (offset + 4 + length > view.byteLength) break;
    if (view.getUint16(offset, true) === WIDE_FIELD) {
      return new DataView(extra.buffer, extra.byteOffset + offset + 4, length);
    }
    offset += 4 + length;
  }
  throw damagedSizes();
}

function damagedSizes(): WorkbookError {
  return new WorkbookError('damaged', '文件里记录的大小有错');
}
