import { initialsOf } from '#main/core/pinyin/initials.ts';
import { normalizeQuery } from './matching.ts';

/*
 * The index of SQLite knows no Chinese words: each character stands on its own, and what is looked for is a phrase of
 * characters. The same holds for pinyin initials and numbers, so that any part of them is found.
 */

/** Readings beyond these make the text long and are hardly ever typed. */
const READINGS = 3;
/** No phrase reaches over it: characters stand alone, so a token of two is never asked for. */
const BREAK = ' 00 ';

/** What the index is given of a title, found by its pinyin initials too, and of other texts. */
export function indexedText(title: string, ...others: readonly string[]): string {
  const initials = initialsOf(title).split(' ').slice(0, READINGS);
  return [title, ...initials, ...others]
    .map(spaced)
    .filter((part) => part !== '')
    .join(BREAK);
}

/** The query of the index for what a clerk typed: every word of it, each as a phrase. Empty for nothing. */
export function matchOf(text: string): string {
  const phrases = text
    .split(/\s+/u)
    .map(spaced)
    .filter((phrase) => phrase !== '');
  return phrases.map((phrase) => `"${phrase}"`).join(' AND ');
}

/** Letters and digits only: the index ignores everything else, and a quotation mark would end a phrase. */
function spaced(text: string): string {
  return [...normalizeQuery(text)].filter((character) => /[\p{L}\p{N}]/u.test(character)).join(' ');
}
