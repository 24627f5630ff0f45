import { initialsOf } from './initials.ts';

/** What is searched in, to be kept where many are searched again and again. */
export interface Sayable {
  /** In small letters. */
  words: string;
  name: string;
  /** Of the name, with a blank before each reading; null until letters are searched for. */
  initials: string | null;
}

export function sayable(name: string, words: readonly string[]): Sayable {
  return { words: words.join(' ').toLowerCase(), name, initials: null };
}

/**
 * Whether a search means something: its words hold the text, or its name begins so by pinyin initials, in any reading.
 * Empty text means everything.
 */
export function saying(text: string): (one: Sayable) => boolean {
  const wanted = text.toLowerCase();
  // Of nothing else do initials consist.
  const mayBeInitials = /^[a-z\d ]*$/u.test(wanted);
  return (one) => {
    if (wanted === '' || one.words.includes(wanted)) return true;
    if (!mayBeInitials) return false;
    one.initials ??= ` ${initialsOf(one.name)}`;
    return one.initials.includes(` ${wanted}`);
  };
}

/** The same of something that is searched in once. */
export function isSaid(text: string, name: string, words: readonly string[]): boolean {
  return saying(text)(sayable(name, words));
}
