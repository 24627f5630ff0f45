import { plainText } from '../tasks/unit-names.ts';

/*
 * Numbers as papers and tables put them before a line (GB/T 9704: 一、 （一） 1. （1）). The smaller the rank, the higher
 * the line stands.
 */

const CHINESE = '[一二三四五六七八九十百]+';

const patterns: readonly { words: RegExp; rank: number }[] = [
  { words: new RegExp(`^第${CHINESE}[章编部篇]`, 'u'), rank: 1 },
  { words: new RegExp(`^第${CHINESE}节`, 'u'), rank: 2 },
  { words: new RegExp(`^${CHINESE}(?:[、.,]|$)`, 'u'), rank: 3 },
  { words: new RegExp(`^\\(${CHINESE}\\)[、.]?`, 'u'), rank: 4 },
  { words: /^\d+(?:\.\d+)+[、.]?(?!\d)/u, rank: 5 },
  { words: /^\d+(?:[、.](?!\d)|$)/u, rank: 5 },
  { words: /^\(\d+\)[、.]?/u, rank: 7 },
  { words: /^\d+\)/u, rank: 7 },
  { words: /^[①-⑳]/u, rank: 8 },
];
/** 1.2.3 stands one hundredth lower for each of its points. */
const POINT = 0.01;

export interface Numbering {
  readonly rank: number;
  /** The text behind the number. */
  readonly rest: string;
}

/** Null where no number stands at the beginning. */
export function numberingOf(text: string): Numbering | null {
  // ① would become a plain 1.
  const circled = /^\s*[①-⑳]/u.exec(text)?.[0];
  if (circled !== undefined) return { rank: 8, rest: text.slice(circled.length).trim() };
  const plain = plainText(text);
  for (const { words, rank } of patterns) {
    const found = words.exec(plain)?.[0];
    if (found === undefined) continue;
    const points = /^\d+(?:\.\d+)*/u.exec(found)?.[0].split('.').length ?? 1;
    return { rank: rank + (points - 1) * POINT, rest: behind(text, found.length) };
  }
  return null;
}

/** What follows so many characters, blanks not counted. */
function behind(text: string, count: number): string {
  let left = count;
  const characters = [...text];
  const end = characters.findIndex((character) => (/\s/u.test(character) ? false : left-- === 0));
  return (end < 0 ? '' : characters.slice(end).join('')).trim();
}
