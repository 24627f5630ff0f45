import { pinyin } from 'pinyin-pro';
import type { PasswordOwner } from '#shared/rules/users/password-rules.ts';

/** A city or county at the beginning of an office's name: 临川市消防安全委员会办公室. */
const place = /^(\p{Script=Han}{2,7}?)(?:自治)?[市县区州盟旗]/u;
/** Shorter spellings and initials of a place stand in too many words: xian. */
const LEAST_LETTERS = 5;

/** What of the user's and the office's names makes no password, in characters and in pinyin. */
export function passwordOwner(userName: string, officeName: string): PasswordOwner {
  const spellings = [speltOut(userName), speltOut(userName, 'surname')];
  const placeName = place.exec(officeName)?.[1] ?? '';
  const office = [officeName, placeName].filter((name) => name !== '');
  const inLetters = [...office.map((name) => speltOut(name).join('')), initialsOf(speltOut(officeName))];
  return {
    names: [userName, ...spellings.map((spelt) => spelt.join(''))],
    parts: spellings.flatMap((spelt) => [...spelt, spelt.slice(1).join(''), initialsOf(spelt)]),
    office: [...office, ...inLetters.filter((letters) => letters.length >= LEAST_LETTERS)],
  };
}

function speltOut(text: string, mode: 'normal' | 'surname' = 'normal'): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', mode, v: true }).map((sound) => sound.toLowerCase());
}

function initialsOf(spelt: readonly string[]): string {
  return spelt.map((sound) => sound.charAt(0)).join('');
}
