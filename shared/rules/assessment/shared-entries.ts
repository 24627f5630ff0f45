import type { PackedScores } from '../../contract/assessment.ts';
import { eachLine } from './packed-lines.ts';

/*
 * Most cells of a group hold the same few entries. On the way to the page each is spelled once: a fifth of the text
 * has to be carried.
 */

/** Scores with every entry spelled in its cell, a line "key entry" each, as `createUnpacker` reads them. */
export type SpelledScores = Omit<PackedScores, 'entries'>;

/** @param spelled a text per object, null where nothing is to be carried */
export function shareEntries(
  spelled: readonly (string | null)[],
): Pick<PackedScores, 'entries' | 'byObject'> {
  const places = new Map<string, number>();
  function placed(entry: string): number {
    const place = places.get(entry) ?? places.size;
    places.set(entry, place);
    return place;
  }
  const byObject = spelled.map((text) => mapLines(text, placed));
  return { entries: [...places.keys()], byObject };
}

export function spelledScores({ entries, byObject, ...rest }: PackedScores): SpelledScores {
  return {
    ...rest,
    byObject: byObject.map((text) => mapLines(text, (place) => entries[Number(place)] ?? '')),
  };
}

/** Puts something else behind the key of each line. */
function mapLines(text: string | null, behindKey: (value: string) => string | number): string | null {
  if (text === null) return null;
  const lines: string[] = [];
  eachLine(text, (key, value) => void lines.push(`${key} ${behindKey(value)}`));
  return lines.join('\n');
}
