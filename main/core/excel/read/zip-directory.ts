import { decodeText } from '../../documents/read/decode-text.ts';
import type { ReadLimits } from './limits.ts';
import { WorkbookError } from './workbook-error.ts';
import { findDirectory } from './zip-end-record.ts';
import { readWideSizes } from './zip-wide-sizes.ts';

export interface ZipEntry {
  /** With forward slashes, as written. */
  name: string;
  deflated: boolean;
  /** Never in a workbook: that is refused. */
  encrypted: boolean;
  checksum: number;
  compressedSize: number;
  size: number;
  /** Where the entry's own header begins in the file, and where its compressed bytes do. */
  headerOffset: number;
  dataOffset: number;
}

type DirectoryRecord = Omit<ZipEntry, 'dataOffset'>;

const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const DIRECTORY_RECORD_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const UNIX_FILE_TYPE = 0xf000;
const UNIX_SYMBOLIC_LINK = 0xa000;

interface DirectoryOptions {
  /** An encrypted entry is one of the entries, told as such, where not the whole zip is refused for it. */
  takesEncrypted?: boolean;
}

/**
 * Reads a zip's directory without expanding anything.
 * @returns the entries by lower-case name, directories left out
 * @throws {WorkbookError} for damage, ambiguity (names twice, overlapping data), unsafe names and sizes over the limits
 */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: ReadLimits,
  { takesEncrypted = false }: DirectoryOptions = {},
): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.entries > limits.entries) {
    throw new WorkbookError(
      'too-large',
      `文件里有 ${directory.entries} 个部件，超过了 ${limits.entries} 个的上限`,
    );
  }
  const records: DirectoryRecord[] = [];
  let offset = directory.offset;
  for (let index = 0; index < directory.entries; index += 1) {
    const length = recordLength(view, offset, directory.end);
    records.push(readRecord(view, bytes.subarray(offset, offset + length), offset));
    offset += length;
  }
  if (!takesEncrypted && records.some(({ encrypted }) => encrypted))
    throw new WorkbookError('encrypted', '文件已加密');
  checkTotalSize(records, bytes.length, limits);
  return byName(locateData(view, bytes, records, directory.offset));
}

function recordLength(view: DataView, offset: number, end: number): number {
  if (offset + DIRECTORY_RECORD_BYTES > end || view.getUint32(offset, true) !== DIRECTORY_SIGNATURE) {
    throw damagedZip();
  }
  const length =
    DIRECTORY_RECORD_BYTES +
    view.getUint16(offset + 28, true) +
    view.getUint16(offset + 30, true) +
    view.getUint16(offset + 32, true);
  if (offset + length > end) throw damagedZip();
  return length;
}

function readRecord(view: DataView, record: Uint8Array, offset: number): DirectoryRecord {
  const nameLength = view.getUint16(offset + 28, true);
  const extraStart = DIRECTORY_RECORD_BYTES + nameLength;
  const extra = record.subarray(extraStart, extraStart + view.getUint16(offset + 30, true));
  const encrypted = (view.getUint16(offset + 8, true) & 1) !== 0;
  if (((view.getUint32(offset + 38, true) >>> 16) & UNIX_FILE_TYPE) === UNIX_SYMBOLIC_LINK) {
    throw new WorkbookError('unsafe', '文件里夹带了指向别处的链接');
  }
  const method = view.getUint16(offset + 10, true);
  if (!encrypted && method !== 0 && method !== 8)
    throw new WorkbookError('damaged', '文件用了不认识的压缩方法');
  const sizes = readWideSizes(
    {
      size: view.getUint32(offset + 24, true),
      compressedSize: view.getUint32(offset + 20, true),
      headerOffset: view.getUint32(offset + 42, true),
    },
    extra,
  );
  return {
    name: checkedName(record.subarray(DIRECTORY_RECORD_BYTES, extraStart)),
    deflated: method === 8,
    encrypted,
    checksum: view.getUint32(offset + 16, true),
    ...sizes,
  };
}

/** Parts that matter have ASCII names; archives made on Chinese Windows have names in GBK. */
function checkedName(bytes: Uint8Array): string {
  // Some old writers on Windows separate folders by backslashes.
  const name = (decodeText(bytes) ?? new TextDecoder().decode(bytes)).replaceAll('\\', '/');
  const unsafe =
    name === '' ||
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    name.includes('\0') ||
    name.split('/').includes('..');
  if (unsafe) throw new WorkbookError('unsafe', '文件里的部件名称指向文件之外');
  return name;
}

function checkTotalSize(records: DirectoryRecord[], fileSize: number, limits: ReadLimits): void {
  const expanded = records.reduce((total, record) => total + record.size, 0);
  const ratioCounts = expanded >= limits.ratioAppliesFromBytes;
  if (expanded > limits.expandedBytes || (ratioCounts && expanded / fileSize > limits.expansionRatio)) {
    throw new WorkbookError('too-large', '文件解压后大得反常');
  }
}

function locateData(view: DataView, bytes: Uint8Array, records: DirectoryRecord[], end: number): ZipEntry[] {
  const sorted = records.toSorted((one, other) => one.headerOffset - other.headerOffset);
  return sorted.map((entry, index) => {
    const dataOffset = dataOffsetOf(view, bytes, entry.headerOffset, entry.name, end);
    const nextStart = sorted[index + 1]?.headerOffset ?? end;
    if (dataOffset + entry.compressedSize > nextStart) throw damagedZip();
    const isPlain = !entry.deflated && !entry.encrypted;
    if (isPlain && entry.size !== entry.compressedSize) throw damagedZip();
    return { ...entry, dataOffset };
  });
}

function dataOffsetOf(view: DataView, bytes: Uint8Array, offset: number, name: string, end: number): number {
  if (offset + LOCAL_HEADER_BYTES > end || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw damagedZip();
  const nameEnd = offset + LOCAL_HEADER_BYTES + view.getUint16(offset + 26, true);
  if (nameEnd > end || checkedName(bytes.subarray(offset + LOCAL_HEADER_BYTES, nameEnd)) !== name) {
    throw damagedZip();
  }
  return nameEnd + view.getUint16(offset + 28, true);
}

function byName(entries: ZipEntry[]): Map<string, ZipEntry> {
  const named = new Map<string, ZipEntry>();
  for (const entry of entries) {
    // Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
    const key = entry.name.toLowerCase();
    if (named.has(key)) throw new WorkbookError('damaged', '文件里同一个部件出现了两次，不知道该用哪一个');
    named.set(key, entry);
  }
  for (const key of named.keys()) if (key.endsWith('/')) named.delete(key);
  return named;
}

function damagedZip(): WorkbookError {
  return new WorkbookError('damaged', '文件不完整或已损坏');
}
