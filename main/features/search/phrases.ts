import { initialsOf } from '#main/core/pinyin/initials.ts';
import { normalizeQuery } from './matching.ts';

/*
 * The index of SQLite knows no Chinese words: each character stands on its own, and what is looked for is a phrase of
 * characters. The same holds for pinyin initials and numbers, so that any part of them is found.
 */

/** Readings beyond these make the text long and are hardly ever typed. */
const READINGS = 3;
/** No phrase reaches over it: nobody asks for a character and this. */
const BREAK = ' 00 ';

/** What the index is given of a title, found by its pinyin initials too, and of other texts. */
export function indexedText(title: string, ...others: readonly string[]): string {
  return indexed(spaced, title, others);
}

/** The query of the index for what a clerk typed: every word of it, each as a phrase. Empty for nothing. */
export function matchOf(text: string): string {
  return phrasesOf(spaced, text)
    .map((phrase) => `"${phrase}"`)
    .join(' AND ');
}

/*
 * Among many long texts the ten digits stand in nearly every one, and a phrase of them is slow to rule out: there a
 * number is one word, found by its beginning.
 */

/** Fewer digits begin too many numbers. */
const BEGINNING = /(?:^| )\d{3,}$/u;

/** As indexedText, for documents with their whole text. */
export function indexedDocument(title: string, ...others: readonly string[]): string {
  return indexed(withWholeNumbers, title, others);
}

/** As matchOf, for what indexedDocument gave to the index. */
export function matchOfDocument(text: string): string {
  return phrasesOf(withWholeNumbers, text)
    .map((phrase) => `"${phrase}"${BEGINNING.test(phrase) ? ' *' : ''}`)
    .join(' AND ');
}

/** Whether that query finds this one text, as the index would say; for a few texts it is faster to look than to ask. */
export function documentFinder(text: string): (indexText: string) => boolean {
  const phrases = phrasesOf(withWholeNumbers, text).map((phrase) =>
    BEGINNING.test(phrase) ? ` ${phrase}` : ` ${phrase} `,
  );
  return (indexText) => phrases.every((phrase) => ` ${indexText} `.includes(phrase));
}

function indexed(tokens: (text: string) => string, title: string, others: readonly string[]): string {
  const initials = initialsOf(title).split(' ').slice(0, READINGS);
  return [title, ...initials, ...others]
    .map(tokens)
    .filter((part) => part !== '')
    .join(BREAK);
}

function phrasesOf(tokens: (text: string) => string, text: string): string[] {
  return text
    .split(/\s+/u)
    .map(tokens)
    .filter((phrase) => phrase !== '');
}

/** What needs no look at each of its characters: most names and numbers of a long table. */
const plain = /^[\da-z\u4E00-\u9FFF]*$/u;

/** Letters and digits only: the index ignores everything else, and a quotation mark would end a phrase. */
function spaced(text: string): string {
  if (plain.test(text)) return apart(text);
  return (normalizeQuery(text).match(/[\p{L}\p{N}]/gu) ?? []).join(' ');
}

/** Of a long table there are half a million: that is half the time of splitting and joining. */
function apart(text: string): string {
  let all = text.charAt(0);
  for (let at = 1; at < text.length; at += 1) all += ` ${text.charAt(at)}`;
  return all;
}

function withWholeNumbers(text: string): string {
  return (normalizeQuery(text).match(/\d+|[\p{L}\p{N}]/gu) ?? []).join(' ');
}
