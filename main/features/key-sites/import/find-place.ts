import { type Place, Places } from '../places.ts';

export type FoundPlace =
  | { kind: 'found'; place: Place }
  | { kind: 'problem'; column: 'county' | 'township'; text: string };

/** Finds the county or township that a row means, by full or short names of any day. */
export class PlaceFinder {
  readonly #places: Places;
  readonly #byName = new Map<string, Set<Place>>();
  /** The rows of a long table name few places. */
  readonly #found = new Map<string, FoundPlace>();

  constructor(places: Places) {
    this.#places = places;
    for (const place of places.inOrder) {
      for (const { name, shortName } of place.states) {
        for (const word of [plain(name), plain(shortName)]) {
          this.#byName.set(word, (this.#byName.get(word) ?? new Set<Place>()).add(place));
        }
      }
    }
  }

  /** @returns null where the row names no place */
  find({ county, township }: { county: string; township: string }): FoundPlace | null {
    if (county === '' && township === '') return null;
    const key = `${county}\n${township}`;
    const found = this.#found.get(key) ?? this.#find(county, township);
    if (found !== null) this.#found.set(key, found);
    return found;
  }

  #find(county: string, township: string): FoundPlace | null {
    const found = county === '' ? undefined : this.#along(plain(county));
    if (county !== '' && found === undefined)
      return problem('county', `没有找到“${county}”，请写区县的全称或简称；新的区县请先在“机构”里新增。`);
    if (township === '' || found?.level === 'township') return found === undefined ? null : at(found);
    return this.#township(township, found);
  }

  #township(text: string, county: Place | undefined): FoundPlace {
    const word = plain(text);
    const named = this.#named(word, 'township');
    const below =
      county === undefined ? named : named.filter((each) => this.#places.parentOf(each) === county);
    const [only, ...others] = preferred(below, this.#places);
    if (only !== undefined && others.length === 0) return at(only);
    // 城东区中山街道 in one cell.
    const along = this.#along(word);
    if (along?.level === 'township' && (county === undefined || this.#places.parentOf(along) === county))
      return at(along);
    if (below.length > 1) return problem('township', `有几个“${text}”，请加上“县(市、区)”一列。`);
    return problem('township', `没有找到“${text}”，请写乡镇街道的全称或简称；新的请先在“机构”里新增。`);
  }

  /** A county, a township that is alone of its name, or both in one text. */
  #along(word: string): Place | undefined {
    const [county, ...counties] = preferred(this.#named(word, 'county'), this.#places);
    if (county !== undefined && counties.length === 0) return county;
    const [township, ...townships] = preferred(this.#named(word, 'township'), this.#places);
    if (township !== undefined && townships.length === 0) return township;
    for (let length = word.length - 2; length >= 2; length -= 1) {
      const above = this.#named(word.slice(0, length), 'county')[0];
      const rest = this.#named(word.slice(length), 'township');
      const below = rest.find((each) => above !== undefined && this.#places.parentOf(each) === above);
      if (below !== undefined) return below;
    }
    return undefined;
  }

  #named(word: string, level: Place['level']): Place[] {
    return [...(this.#byName.get(word) ?? [])].filter((each) => each.level === level);
  }
}

/** Those that exist today, where there are any. */
function preferred(found: readonly Place[], places: Places): readonly Place[] {
  const living = found.filter((each) => places.existsToday(each));
  return living.length > 0 ? living : found;
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '');
}

function at(found: Place): FoundPlace {
  return { kind: 'found', place: found };
}

function problem(column: 'county' | 'township', text: string): FoundPlace {
  return { kind: 'problem', column, text };
}
