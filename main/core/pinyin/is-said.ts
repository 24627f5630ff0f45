import { initialsOf } from './initials.ts';

/**
 * Whether a search means something: its words hold the text, or its name begins so by pinyin initials, in any reading.
 * Empty text means everything.
 */
export function isSaid(text: string, name: string, words: readonly string[]): boolean {
  const wanted = text.toLowerCase();
  return (
    wanted === '' ||
    words.join(' ').toLowerCase().includes(wanted) ||
    ` ${initialsOf(name)}`.includes(` ${wanted}`)
  );
}
