import type { ManualHit } from '#shared/contract/manual.ts';
import type { Section } from '#shared/rules/manual/chapter.ts';
import { matchScore, normalizeQuery } from '../search/index.ts';
import type { ShippedChapter } from './chapters.ts';

/** Names of buttons and menus: they are found by their initials too. */
const NAMED = /「([^」]+)」/gu;

/** Characters shown before and after what was found. */
const BEFORE = 16;
const EXCERPT = 70;

/** The title counts most, then the heading, then the text: who types a page's name wants its chapter first. */
const TITLE = 100;
const HEADING = 10;

/** @param text words parted by blanks; all of them must be in one section, or in its chapter's title */
export function findInManual(chapters: readonly ShippedChapter[], text: string, limit: number): ManualHit[] {
  const words = text
    .split(/\s+/u)
    .map(normalizeQuery)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return chapters
    .flatMap((chapter) => chapter.sections.map((section) => ({ chapter, section })))
    .map(({ chapter, section }) => ({ chapter, section, score: scoreOf(chapter, section, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ chapter, section }) => ({
      chapterId: chapter.id,
      title: chapter.title,
      heading: section.heading,
      excerpt: excerptOf(section.plain, words),
    }));
}

function scoreOf({ title }: ShippedChapter, { heading, plain }: Section, words: readonly string[]): number {
  const isOpening = heading === '';
  const body = normalizeQuery(plain);
  const own = words.map(
    (word) =>
      (isOpening ? matchScore(title, word) * TITLE : 0) +
      matchScore(heading, word) * HEADING +
      (body.includes(word) ? 1 : namedScore(plain, word)),
  );
  // The title alone is the opening's find; it would bring up every section of the chapter.
  if (own.every((score) => score === 0)) return 0;
  const isWhole = words.every((word, place) => own[place] !== 0 || matchScore(title, word) > 0);
  return isWhole ? own.reduce((sum, score) => sum + score, 0) : 0;
}

/** @returns 1 where the initials of a button that the section names begin so, else 0 */
function namedScore(plain: string, word: string): number {
  if (word.length < 2 || !/^[a-z]+$/u.test(word)) return 0;
  const names = [...plain.matchAll(NAMED)].map(([, name = '']) => name);
  return names.some((name) => matchScore(name, word) > 1) ? 1 : 0;
}

function excerptOf(plain: string, words: readonly string[]): string {
  const lower = plain.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(...places, plain.length) - BEFORE);
  const start = places.length === 0 ? 0 : from;
  const end = start + EXCERPT;
  return `${start > 0 ? '…' : ''}${plain.slice(start, end)}${end < plain.length ? '…' : ''}`;
}
