/** Undoes `_x000D_`, the format's way to write characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export function hasLoneSurrogate(text: string): boolean {
  return !text.isWellFormed();
}

/** The replacement character, and what GBK shows for it: traces of a wrong conversion in an earlier program. */
export function looksGarbled(text: string): boolean {
  return text.includes('\uFFFD') || text.includes('锟斤拷');
}
