import { writeWhole } from './write-whole.ts';

/** Characters that are gathered before they are written; what is larger V8 lets go late. */
const BLOCK = 30_000;

/** Texts one after the other: as one they would take as much memory again. @returns bytes */
export function appendTexts(handle: number, texts: Iterable<string>): number {
  let bytes = 0;
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < BLOCK) continue;
    bytes += writeText(handle, block);
    block = '';
  }
  return bytes + writeText(handle, block);
}

function writeText(handle: number, text: string): number {
  const data = Buffer.from(text);
  writeWhole(handle, data);
  return data.length;
}
