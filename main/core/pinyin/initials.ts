import { pinyin } from 'pinyin-pro';

/*
 * Pinyin initials for search lists: 长安街道 → "cajd zajd". The readings of each character are looked up once;
 * a list of thousands of names then costs milliseconds.
 */

const readings = new Map<string, readonly string[]>();
const VARIANTS = 12;

/**
 * Initials of a text, the usual reading first, then each single other reading, separated by spaces; Latin letters
 * and digits stay, everything else is left out. A search looks for the typed letters within it.
 */
export function initialsOf(text: string): string {
  const parts = [...text.toLowerCase()].map(initialsOfCharacter).filter((part) => part.length > 0);
  const usual = parts.map(([first = '']) => first);
  const variants = new Set([usual.join('')]);
  for (const [place, part] of parts.entries()) {
    for (const other of part.slice(1)) {
      if (variants.size < VARIANTS) variants.add(usual.with(place, other).join(''));
    }
  }
  return [...variants].join(' ');
}

/** Of several texts together, each variant once. */
export function initialsOfAll(...texts: readonly string[]): string {
  const variants = [...new Set(texts.flatMap((text) => initialsOf(text).split(' ')))];
  return variants
    .filter((variant) => !variants.some((other) => other !== variant && other.startsWith(variant)))
    .join(' ');
}

/** The dictionary is built at the first look-up, which takes as long as listing thousands of names afterwards. */
export function prepareInitials(): void {
  initialsOfCharacter('安');
}

function initialsOfCharacter(character: string): readonly string[] {
  const known = readings.get(character) ?? lookUp(character);
  readings.set(character, known);
  return known;
}

function lookUp(character: string): readonly string[] {
  if (/[a-z0-9]/.test(character)) return [character];
  if (!/\p{Script=Han}/u.test(character)) return [];
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
  return [...new Set(all.map((reading) => reading.charAt(0)).filter((letter) => /[a-z]/.test(letter)))];
}
