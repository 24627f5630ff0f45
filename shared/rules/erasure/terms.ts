/*
 * Which words are to go, and what is left of a text without them. A word is found whatever spaces stand between its
 * characters: names are written 张 三 on forms, and the texts of search indexes have each character on its own.
 */

/** What stands where a word was. */
export const ERASED = '〔已清除〕';
export const SHORTEST_TERM = 2;
export const MOST_TERMS = 50;

/** What was typed, word by word. */
export function termsIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,，、;；]+/u).filter((term) => term !== ''))];
}

/** @param terms at least one; none empty */
export function termPattern(terms: readonly string[]): RegExp {
  const longestFirst = terms.toSorted((one, other) => other.length - one.length);
  const spaced = longestFirst.map((term) => [...term].map(literal).join('\\s*'));
  return new RegExp(spaced.join('|'), 'giu');
}

/** One character, whatever it means in a pattern. */
function literal(sign: string): string {
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}

export function withoutTerms(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, ERASED);
}

/** The same in every text of a JSON value, its keys and its numbers. */
export function valueWithoutTerms(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return withoutTerms(value, pattern);
  if (typeof value === 'number') {
    const left = withoutTerms(String(value), pattern);
    return left === String(value) ? value : left;
  }
  if (Array.isArray(value)) return value.map((each) => valueWithoutTerms(each, pattern));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      withoutTerms(key, pattern),
      valueWithoutTerms(each, pattern),
    ]),
  );
}
