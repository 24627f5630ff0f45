/*
 * The list of checksums of an archive, as `sha256sum` writes it and `sha256sum -c` reads it: 64 hexadecimal digits, two
 * spaces (or a space and an asterisk), the path from the archive's folder on with forward slashes.
 */

/** Name of the file with the checksums, which lies in the archive's folder and is not in the list. */
export const SUMS_NAME = 'SHA256SUMS';

/** A file of an archive. */
export interface SummedFile {
  /** From the archive's folder on, with forward slashes. */
  path: string;
  /** Hexadecimal, in small letters. */
  sha256: string;
}

const line = /^\\?(?<sha256>[0-9a-fA-F]{64}) [ *](?<path>.+)$/u;

/** Names of an archive's files hold no line breaks and no backslashes, so none needs the escapes of `sha256sum`. */
export function sumsText(files: readonly SummedFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** @returns null where it is no list of checksums, be it of a single line */
export function readSums(text: string): SummedFile[] | null {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((each) => each !== '');
  const files = lines.map((each) => line.exec(each)?.groups);
  if (files.length === 0) return null;
  const read = files.flatMap((groups) =>
    groups?.['path'] === undefined || groups['sha256'] === undefined
      ? []
      : [{ path: groups['path'].replace(/^\.\//u, ''), sha256: groups['sha256'].toLowerCase() }],
  );
  return read.length === files.length ? read : null;
}
