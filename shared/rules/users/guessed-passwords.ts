/* What is tried first on a password: keys that lie beside one another, a day, a word that many take. */

/** Words that make no password; see resources/passwords. */
export interface CommonWords {
  readonly words: ReadonlySet<string>;
  /** Of words that are common however they go on: woai. */
  readonly beginnings: readonly string[];
}

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '0p'];
const lines = [...rows, ...columns].flatMap((line) => [line, [...line].toReversed().join('')]);
/** What the keys of digits give with the shift key. */
const shifted = '!@#$%^&*()';
const digits = '1234567890';
const LONG_RUN = 6;
const SHORT_RUN = 3;
/** Signs that may stand around what is guessed without making it harder. */
const SPARE = 2;
/** Letters beside a day that make more of it than initials. */
const OWN_LETTERS = 4;

const day =
  /(?<!\d)(?:(?:19|20)\d{2}(?:[-./年]?(?:1[0-2]|0?[1-9])(?:[-./月]?(?:3[01]|[12]\d|0?[1-9]))?)?|\d{2}(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9]))(?!\d)/u;

/** What people write instead of a letter. */
const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'l',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** One or two characters over and over, or a short piece that makes up all of it. @param text in small letters */
export function isRepeated(text: string): boolean {
  return new Set(text).size <= 2 || /^(.{1,4})\1+$/u.test(text);
}

/** A long row of keys anywhere in it, or nothing but short ones: qwertyu, 1qaz@WSX, 1q2w3e4r. @param text in small letters */
export function isWalk(text: string): boolean {
  const keys = [...text].map((key) => digits[shifted.indexOf(key)] ?? key).join('');
  const everyOther = [0, 1].map((odd) => [...keys].filter((_, place) => place % 2 === odd).join(''));
  return (
    longestRun(text) >= LONG_RUN ||
    keys.length - coveredByRuns(keys) <= SPARE ||
    everyOther.every((half) => half.length >= SHORT_RUN && half.length - coveredByRuns(half) < SPARE)
  );
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text, (_, place) => runAt(text, place)));
}

/** How many of the characters belong to runs of at least three. */
function coveredByRuns(text: string): number {
  let covered = 0;
  for (let place = 0; place < text.length; ) {
    const run = runAt(text, place);
    if (run >= SHORT_RUN) covered += run;
    place += run >= SHORT_RUN ? run : 1;
  }
  return covered;
}

/** Length of the longest way along a line that begins here. */
function runAt(text: string, place: number): number {
  return Math.max(...lines.map((line) => sharedLength(text.slice(place), line, text[place] ?? '')));
}

function sharedLength(text: string, line: string, first: string): number {
  const start = line.indexOf(first);
  if (start === -1 || first === '') return 0;
  let length = 0;
  while (length < text.length && text[length] === line[start + length]) length += 1;
  return length;
}

/** A year or a day, as of birth, with hardly a letter beside it: Zw@19850312. */
export function isDay(text: string): boolean {
  const rest = text.replace(day, '');
  return rest !== text && lettersIn(rest) < OWN_LETTERS;
}

/** One of the words with digits and signs before or behind it (admin2026!), or instead of its letters (P@ssw0rd). */
export function isCommon(text: string, { words, beginnings }: CommonWords): boolean {
  const bare = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const candidates = [text, bare, revealed(text), revealed(bare)];
  return (
    candidates.some((candidate) => words.has(candidate)) ||
    beginnings.some((beginning) => bare.startsWith(beginning)) ||
    isAroundDigits(text, words)
  );
}

/** A word that has digits itself (5201314, 1q2w3e), with hardly a letter around. */
function isAroundDigits(text: string, words: ReadonlySet<string>): boolean {
  return (
    /\p{Nd}/u.test(text) &&
    [...words].some((word) => hasDigits(word) && lettersBeside(text, word) < OWN_LETTERS)
  );
}

function hasDigits(word: string): boolean {
  return /\d/u.test(word);
}

/** Infinite where the word is not in it. */
function lettersBeside(text: string, word: string): number {
  return text.includes(word) ? lettersIn(text.replace(word, '')) : Number.POSITIVE_INFINITY;
}

function lettersIn(text: string): number {
  return [...text.matchAll(/\p{L}/gu)].length;
}

function revealed(text: string): string {
  return [...text].map((sign) => disguises[sign] ?? sign).join('');
}
