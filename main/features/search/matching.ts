import { initialsOf } from '#main/core/pinyin/initials.ts';

/**
 * How well a query fits a text: 4 begins with it, 3 holds it, 2 by the first pinyin initials in any reading, 1 by later
 * ones; 0 not at all.
 * @param query as normalizeQuery gives it
 */
export function matchScore(text: string, query: string): number {
  const lower = text.toLowerCase();
  if (lower.startsWith(query)) return 4;
  if (lower.includes(query)) return 3;
  if (!/^[a-z0-9]+$/.test(query)) return 0;
  const readings = ` ${initialsOf(text)}`;
  if (readings.includes(` ${query}`)) return 2;
  return readings.includes(query) ? 1 : 0;
}

/** Full-width letters and blanks come from the Chinese input method; they mean the same. */
export function normalizeQuery(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}
