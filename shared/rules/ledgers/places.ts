import { type OrganizationLevel } from '../organizations/levels.ts';

/* Where a row is, found by the names that a table gives: county, township, village. */

export interface NamedPlace {
  uid: string;
  name: string;
  shortName: string;
  level: OrganizationLevel;
  parentUid: string | null;
}

export const placeMeanings = ['county', 'township', 'village'] as const;
export type PlaceMeaning = (typeof placeMeanings)[number];

export const placeNames: Readonly<Record<PlaceMeaning, string>> = {
  county: '县(市、区)',
  township: '乡镇(街道)',
  village: '村(社区)',
};

export const placeWords: Readonly<Record<PlaceMeaning, string>> = {
  county: '县 区 县区 区县 县市 市县区 区县市 区市县 辖区 属地 所在地 区域 所属辖区 县市区开发区',
  township: '乡镇 镇街 街镇 街道 镇 乡 镇街道 乡街道 乡镇街办 镇办 乡镇办',
  village: '村 社区 村居 村社区 行政村 村居委会',
};

export type PlaceTexts = Readonly<Record<PlaceMeaning, string>>;
export type FoundPlace = { uid: string } | { meaning: PlaceMeaning; problem: string } | null;

/** Which columns a ledger's table has for the place. */
export function placeMeaningsOf(levels: readonly OrganizationLevel[]): PlaceMeaning[] {
  if (levels.includes('village')) return [...placeMeanings];
  return levels.includes('township') ? ['county', 'township'] : ['county'];
}

/** @returns null where no place is named */
export function placeFinder(places: readonly NamedPlace[], levels: readonly OrganizationLevel[]) {
  const byUid = new Map(places.map((place) => [place.uid, place]));
  const byName = new Map<string, NamedPlace[]>();
  for (const place of places)
    for (const name of new Set([plain(place.name), plain(place.shortName)]))
      if (name !== '') byName.set(name, [...(byName.get(name) ?? []), place]);

  const isUnder = (place: NamedPlace, above: NamedPlace): boolean => {
    for (let at = byUid.get(place.parentUid ?? ''); at !== undefined; at = byUid.get(at.parentUid ?? ''))
      if (at === above) return true;
    return false;
  };

  return (said: PlaceTexts): FoundPlace => {
    let found: NamedPlace | null = null;
    let deepest: PlaceMeaning = 'county';
    for (const meaning of placeMeanings) {
      const word = plain(said[meaning]);
      if (word === '') continue;
      deepest = meaning;
      const above: NamedPlace | null = found;
      const named: readonly NamedPlace[] = byName.get(withoutAbove(word, above)) ?? byName.get(word) ?? [];
      const meant: readonly NamedPlace[] = named.filter(
        (place) => isOf(place, meaning) && (above === null || place === above || isUnder(place, above)),
      );
      const [only, ...others] = meant;
      if (only === undefined)
        return { meaning, problem: `没有找到“${said[meaning]}”，请写全称或简称；新的请先在“机构”里新增` };
      if (others.length > 0)
        return {
          meaning,
          problem: `有几个“${said[meaning]}”，请写上它属于哪个${meaning === 'village' ? '乡镇(街道)' : '县(市、区)'}`,
        };
      found = only;
    }
    if (found === null) return null;
    if (levels.includes(found.level)) return { uid: found.uid };
    return {
      meaning: deepest,
      problem: `“${found.name}”下面还要写到${placeNames[deepest === 'county' ? 'township' : 'village']}`,
    };
  };
}

/** A county's column may name the city itself or, where a table has only one column, a township. */
function isOf({ level }: NamedPlace, meaning: PlaceMeaning): boolean {
  if (meaning === 'county') return level === 'county' || level === 'city' || level === 'township';
  return level === meaning;
}

/** 城东区中山街道 beside 城东区. */
function withoutAbove(word: string, above: NamedPlace | null): string {
  const name = above === null ? '' : plain(above.name);
  return name !== '' && word.startsWith(name) && word.length > name.length ? word.slice(name.length) : word;
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '');
}
