import { match, pinyin } from 'pinyin-pro';

import { type City, shortName } from '#shared/divisions.ts';

interface Entry {
  city: City;
  short: string;
  /** The usual reading: 重庆 = chongqing, cq. */
  full: string;
  initials: string;
}

function entryOf(city: City): Entry {
  const short = shortName(city.name, 'city');
  const syllables = pinyin(short, { toneType: 'none', type: 'array', v: true });
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return { city, short, full: syllables.join(''), initials };
}

/** How well the entry fits, 0 best; undefined if it does not. */
function rank({ city, short, full, initials }: Entry, query: string): number | undefined {
  if (city.name === query || short === query) return 0;
  if (full === query || initials === query) return 1;
  if (city.name.startsWith(query)) return 2;
  if (full.startsWith(query) || initials.startsWith(query)) return 3;
  // Who types the whole name also types its ending: ycs, changshashi.
  if (city.name.endsWith('市') && (`${full}shi`.startsWith(query) || `${initials}s` === query)) return 3;
  // Mixed input (shijz, 长s) and rarer readings of a character; it also finds text within the name.
  const matched = match(short, query.replaceAll('v', 'ü'), { continuous: true, lastPrecision: 'start' });
  if (matched) return matched[0] === 0 ? 4 : 5;
  return city.name.includes(query) ? 5 : undefined;
}

/** Best fits first, then in the order given. Case, spaces and the apostrophe of xi'an do not matter. */
export function citySearch(cities: readonly City[]): (text: string) => City[] {
  const entries = cities.map(entryOf);
  return (text) => {
    const query = text
      .toLowerCase()
      .replaceAll('ü', 'v')
      .replace(/[\s'’]/gu, '');
    if (query === '') return [];
    return entries
      .flatMap((entry) => {
        const place = rank(entry, query);
        return place === undefined ? [] : [{ city: entry.city, place }];
      })
      .toSorted((one, other) => one.place - other.place)
      .map(({ city }) => city);
  };
}
