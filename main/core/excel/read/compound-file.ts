import { CFB } from '@e965/xlsx';
import { WorkbookError } from './workbook-error.ts';

/** The storage of .xls and .et files, and of encrypted workbooks of any kind. */
interface CompoundFile {
  paths: readonly string[];
  streamAt(path: string): Uint8Array | undefined;
}

// The library's own types leave this part open.
interface CompoundLibrary {
  read(bytes: Uint8Array, options: { type: 'buffer' }): { FullPaths: string[] };
  find(file: { FullPaths: string[] }, path: string): { content?: unknown } | null;
}

const library: CompoundLibrary = CFB;
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  try {
    const file = library.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
    });
    return {
      paths: file.FullPaths,
      streamAt: (path) => {
        const content = library.find(file, path)?.content;
        return content instanceof Uint8Array ? content : undefined;
      },
    };
  } catch (error) {
    throw new WorkbookError('damaged', '文件不完整或已损坏', { cause: error });
  }
}
