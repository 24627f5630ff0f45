import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from '../read/zip-directory.ts';

/** New content of parts by name, in lower case for those that are there; null takes the part out. */
export type PartEdits = ReadonlyMap<string, string | null>;

const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_RECORD_BYTES = 46;
const END_BYTES = 22;
const DEFLATED = 8;
/** Sizes behind the data, which here stand in the header. */
const SIZES_BEHIND = 0x0008;
const UTF8_NAME = 0x0800;
const VERSION = 20;
/** 1 January 1980, the first day that the format knows. */
const FIRST_STAMP = 0x00210000;

interface Written {
  name: Uint8Array;
  flags: number;
  method: number;
  stamp: number;
  checksum: number;
  size: number;
  data: Uint8Array;
}

/**
 * The same package with some parts changed. Of all others even the compressed bytes are the same, in the same order.
 */
export function rewriteZip(bytes: Uint8Array, entries: Iterable<ZipEntry>, edits: PartEdits): Uint8Array {
  const known = [...entries];
  const parts = known.flatMap((entry) => {
    const edit = edits.get(entry.name.toLowerCase());
    return edit === null ? [] : [edit === undefined ? kept(bytes, entry) : edited(bytes, entry, edit)];
  });
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  const added = [...edits].flatMap(([name, text]) =>
    names.has(name) || text === null ? [] : [addedPart(name, text)],
  );
  return join([...parts, ...added]);
}

function addedPart(name: string, text: string): Written {
  return { name: new TextEncoder().encode(name), flags: 0, stamp: FIRST_STAMP, ...deflated(text) };
}

function kept(bytes: Uint8Array, entry: ZipEntry): Written {
  return {
    ...headOf(bytes, entry),
    method: entry.deflated ? DEFLATED : 0,
    checksum: entry.checksum,
    size: entry.size,
    data: bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize),
  };
}

function edited(bytes: Uint8Array, entry: ZipEntry, text: string): Written {
  return { ...headOf(bytes, entry), ...deflated(text) };
}

function deflated(text: string): Pick<Written, 'method' | 'checksum' | 'size' | 'data'> {
  const content = new TextEncoder().encode(text);
  return {
    method: DEFLATED,
    checksum: crc32(content),
    size: content.length,
    data: deflateRawSync(content),
  };
}

function headOf(bytes: Uint8Array, { headerOffset }: ZipEntry): Pick<Written, 'name' | 'flags' | 'stamp'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset + headerOffset, LOCAL_HEADER_BYTES);
  const nameStart = headerOffset + LOCAL_HEADER_BYTES;
  return {
    name: bytes.subarray(nameStart, nameStart + view.getUint16(26, true)),
    flags: view.getUint16(6, true) & UTF8_NAME & ~SIZES_BEHIND,
    stamp: view.getUint32(10, true),
  };
}

function join(parts: readonly Written[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    directory.push(directoryRecord(part, offset));
    for (const piece of [localHeader(part), part.data]) {
      pieces.push(piece);
      offset += piece.length;
    }
  }
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...pieces, ...directory, endRecord(parts.length, directoryBytes, offset)]);
}

function localHeader(part: Written): Uint8Array {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES + part.name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeFacts(header, 6, part);
  header.writeUInt16LE(part.name.length, 26);
  header.set(part.name, LOCAL_HEADER_BYTES);
  return header;
}

function directoryRecord(part: Written, offset: number): Uint8Array {
  const record = Buffer.alloc(DIRECTORY_RECORD_BYTES + part.name.length);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(VERSION, 4);
  record.writeUInt16LE(VERSION, 6);
  writeFacts(record, 8, part);
  record.writeUInt16LE(part.name.length, 28);
  record.writeUInt32LE(offset, 42);
  record.set(part.name, DIRECTORY_RECORD_BYTES);
  return record;
}

/** The same in both places. */
function writeFacts(
  target: Buffer,
  at: number,
  { flags, method, stamp, checksum, size, data }: Written,
): void {
  target.writeUInt16LE(flags, at);
  target.writeUInt16LE(method, at + 2);
  target.writeUInt32LE(stamp, at + 4);
  target.writeUInt32LE(checksum, at + 8);
  target.writeUInt32LE(data.length, at + 12);
  target.writeUInt32LE(size, at + 16);
}

function endRecord(count: number, directoryBytes: number, offset: number): Uint8Array {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
