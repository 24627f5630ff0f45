import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  ledgerOn,
  type LedgerSite,
  type Place,
  PlaceFinder,
  Places,
} from '#main/features/key-sites/index.ts';
import type { FoundPlace } from './place.ts';

/** Where a table says that something was found: a key site, a county or township, or a place that is only named. */
export class NamedPlaces {
  readonly #places: Places;
  readonly #finder: PlaceFinder;
  readonly #sites: ReadonlyMap<string, readonly LedgerSite[]>;

  constructor(db: ReadStore, today: string) {
    this.#places = new Places(db, today);
    this.#finder = new PlaceFinder(this.#places);
    this.#sites = Map.groupBy(ledgerOn(db, today), ({ name }) => plain(name));
  }

  /** @returns what is missing, in words, where it cannot be told */
  find(county: string, name: string): FoundPlace | string {
    const within = county === '' ? null : this.#finder.find({ county, township: '' });
    if (within?.kind === 'problem') return within.text;
    const sites = (this.#sites.get(plain(name)) ?? []).filter(
      (site) => within === null || this.#countyOf(site.organizationId) === this.#countyOf(within.place.id),
    );
    const [site, ...others] = sites;
    if (site !== undefined && others.length === 0) return this.#atSite(site);
    const place = this.#placeNamed(county, name);
    if (place !== null) return this.#at(place, name);
    if (within === null) return '没有写在哪个区县，请补上。';
    const countyId = this.#countyOf(within.place.id);
    return { siteId: null, organizationId: null, countyId, tradeId: null, name };
  }

  /** Null where the text is empty or names none. */
  countyNamed(county: string): number | null {
    const place = county === '' ? null : this.#found({ county, township: '' });
    return place === null ? null : this.#countyOf(place.id);
  }

  /** The county itself, or a township of it. */
  #placeNamed(county: string, name: string): Place | null {
    if (county !== '' && plain(county) === plain(name)) return this.#found({ county, township: '' });
    return this.#found({ county, township: name });
  }

  #found(words: { county: string; township: string }): Place | null {
    const found = this.#finder.find(words);
    return found?.kind === 'found' ? found.place : null;
  }

  #atSite({ id, name, organizationId, tradeId }: LedgerSite): FoundPlace {
    return { siteId: id, organizationId: null, countyId: this.#countyOf(organizationId), tradeId, name };
  }

  #at({ id }: Place, name: string): FoundPlace {
    return { siteId: null, organizationId: id, countyId: this.#countyOf(id), tradeId: null, name };
  }

  #countyOf(organizationId: number): number | null {
    const place = this.#places.byId(organizationId);
    return place === undefined ? null : (this.#places.parentOf(place)?.id ?? place.id);
  }
}

function plain(name: string): string {
  return name.replaceAll(/\s/gu, '');
}
