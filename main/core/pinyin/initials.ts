import { pinyin } from 'pinyin-pro';

/*
 * Pinyin initials for search lists: 长安街道 → "cajd zajd". The readings of each character are looked up once;
 * a list of thousands of names then costs milliseconds.
 */

/** Of each character the first letters of its readings, the usual one first. */
const readings = new Map<string, string>();
const VARIANTS = 12;

/**
 * Initials of a text, the usual reading first, then each single other reading, separated by spaces; Latin letters
 * and digits stay, everything else is left out. A search looks for the typed letters within it.
 */
export function initialsOf(text: string): string {
  let usual = '';
  const others: { place: number; letter: string }[] = [];
  for (const character of text.toLowerCase()) {
    const letters = initialsOfCharacter(character);
    for (let at = 1; at < letters.length; at += 1)
      others.push({ place: usual.length, letter: letters.charAt(at) });
    usual += letters.charAt(0);
  }
  const variants = new Set([usual]);
  for (const { place, letter } of others) {
    if (variants.size === VARIANTS) break;
    variants.add(usual.slice(0, place) + letter + usual.slice(place + 1));
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

function initialsOfCharacter(character: string): string {
  const known = readings.get(character) ?? lookUp(character);
  readings.set(character, known);
  return known;
}

function lookUp(character: string): string {
  if (/[a-z0-9]/.test(character)) return character;
  if (!/\p{Script=Han}/u.test(character)) return '';
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
  return [...new Set(all.map((reading) => reading.charAt(0)).filter((letter) => /[a-z]/.test(letter)))].join(
    '',
  );
}
