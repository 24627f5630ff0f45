import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

export interface PackageEntry {
  name: string;
  /** Unix permissions. */
  mode: number;
  time: number;
}

const END_RECORD_BYTES = 22;
const DIRECTORY_RECORD_BYTES = 46;

/** The directory of an archive without a comment at its end. */
export function packageEntries(archive: Uint8Array): PackageEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const end = archive.length - END_RECORD_BYTES;
  let offset = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const nameLength = view.getUint16(offset + 28, true);
    const nameStart = offset + DIRECTORY_RECORD_BYTES;
    const entry = {
      name: new TextDecoder().decode(archive.subarray(nameStart, nameStart + nameLength)),
      mode: (view.getUint32(offset + 38, true) / 0x10000) & 0o777,
      time: view.getUint32(offset + 12, true),
    };
    offset = nameStart + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    return entry;
  });
}

/** Unpacks as a file manager of Linux does. */
export function unpackPackage(archive: Uint8Array, folder: string): void {
  const files = unzipSync(archive);
  for (const { name, mode } of packageEntries(archive)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, files[name]!);
    chmodSync(path, mode);
  }
}
