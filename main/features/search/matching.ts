import { initialsOf } from '#main/core/pinyin/initials.ts';

/**
 * How well a query fits a text: 3 begins with it, 2 holds it, 1 by pinyin initials in any reading; 0 not at all.
 * @param query as normalizeQuery gives it
 */
export function matchScore(text: string, query: string): number {
  const lower = text.toLowerCase();
  if (lower.startsWith(query)) return 3;
  if (lower.includes(query)) return 2;
  return /^[a-z0-9]+$/.test(query) && initialsOf(text).includes(query) ? 1 : 0;
}

/** Full-width letters and blanks come from the Chinese input method; they mean the same. */
export function normalizeQuery(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}
