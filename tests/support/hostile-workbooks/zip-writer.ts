import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** One entry of a zip; the later fields tell lies or set oddities. */
export interface ZipSource {
  name: string;
  content: string | Uint8Array;
  method?: number;
  flags?: number;
  declaredSize?: number;
  declaredChecksum?: number;
  declaredOffset?: number;
  externalAttributes?: number;
  extra?: Uint8Array;
  /** Takes the data of the entry with this index instead of data of its own. */
  sharesDataOf?: number;
}

interface ZipOptions {
  declaredEntries?: number;
  declaredDirectoryOffset?: number;
  comment?: Uint8Array;
}

interface Written {
  offset: number;
  packed: Uint8Array;
  size: number;
  checksum: number;
}

/** Writes a zip byte by byte, so that every field can be wrong. */
export function writeZip(sources: readonly ZipSource[], options: ZipOptions = {}): Uint8Array {
  const chunks: Uint8Array[] = [];
  const written: Written[] = [];
  let length = 0;
  const push = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const source of sources) {
    const entry = source.sharesDataOf === undefined ? pack(source, length) : written[source.sharesDataOf]!;
    written.push(entry);
    if (source.sharesDataOf !== undefined) continue;
    push(header(source, entry, 0x04034b50));
    push(entry.packed);
  }
  const start = length;
  for (const [index, source] of sources.entries()) push(header(source, written[index]!, 0x02014b50));
  push(endRecord(sources.length, start, length - start, options));
  return Buffer.concat(chunks);
}

function pack(source: ZipSource, offset: number): Written {
  const bytes = typeof source.content === 'string' ? Buffer.from(source.content, 'utf8') : source.content;
  const packed = source.method === 0 ? bytes : deflateSync(bytes, { level: 6 });
  return { offset, packed, size: bytes.length, checksum: crc32(bytes) };
}

function header(source: ZipSource, entry: Written, signature: number): Uint8Array {
  const isCentral = signature === 0x02014b50;
  const name = Buffer.from(source.name, 'utf8');
  const extra = isCentral ? (source.extra ?? new Uint8Array()) : new Uint8Array();
  const bytes = Buffer.alloc(isCentral ? 46 : 30);
  const shift = isCentral ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(source.flags ?? 0, 6 + shift);
  bytes.writeUInt16LE(source.method ?? 8, 8 + shift);
  bytes.writeUInt32LE(source.declaredChecksum ?? entry.checksum, 14 + shift);
  bytes.writeUInt32LE(entry.packed.length, 18 + shift);
  bytes.writeUInt32LE(source.declaredSize ?? entry.size, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  bytes.writeUInt16LE(extra.length, 28 + shift);
  if (isCentral) {
    bytes.writeUInt32LE(source.externalAttributes ?? 0, 38);
    bytes.writeUInt32LE(source.declaredOffset ?? entry.offset, 42);
  }
  return Buffer.concat([bytes, name, extra]);
}

function endRecord(entries: number, start: number, size: number, options: ZipOptions): Uint8Array {
  const comment = options.comment ?? new Uint8Array();
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(options.declaredEntries ?? entries, 8);
  bytes.writeUInt16LE(options.declaredEntries ?? entries, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(options.declaredDirectoryOffset ?? start, 16);
  bytes.writeUInt16LE(comment.length, 20);
  return Buffer.concat([bytes, comment]);
}
