import { writeSync } from 'node:fs';

/** Characters that are gathered before they are written; what is larger V8 lets go late. */
const BLOCK = 30_000;

/** Texts one after the other: as one they would take as much memory again. @returns bytes */
export function appendTexts(handle: number, texts: Iterable<string>): number {
  let bytes = 0;
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < BLOCK) continue;
    bytes += writeSync(handle, block);
    block = '';
  }
  return bytes + writeSync(handle, block);
}
