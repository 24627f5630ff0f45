import { comparedText } from '#shared/rules/key-sites/same-site.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { Place, Places } from '../places.ts';
import { allSites, kindsOfSites, type SiteRecord } from '../queries.ts';

/** A site of the ledger, or one that an earlier row of the table adds. */
export interface KnownSite {
  record: SiteRecord | null;
  kindIds: readonly number[];
  name: string;
  address: string;
  organizationId: number;
  /** Row of the table that speaks of it. */
  row: number | null;
}

/** Where the row's place is only a county: the site may stand in any of its townships. */
interface Wanted {
  name: string;
  address: string;
  place: Place;
}

/** Several sites of one name. */
interface Namesakes {
  all: KnownSite[];
  byPlace: Map<number, KnownSite[]>;
  byAddress: Map<string, KnownSite[]>;
}

/**
 * What the ledger has, in memory: an import asks about it for every row. Nearly every name is alone, so that one entry
 * by name takes half the memory of an entry for each way in which two sites may be the same.
 */
export class KnownSites {
  readonly #places: Places;
  readonly #byName = new Map<string, KnownSite | Namesakes>();

  constructor(db: ReadStore, places: Places) {
    this.#places = places;
    const records = db.all(allSites);
    const ids = JSON.stringify(records.map(({ id }) => id));
    const kinds = Map.groupBy(db.all(kindsOfSites, { ids }), (link) => link.site_id);
    for (const record of records) {
      this.add({
        record,
        kindIds: (kinds.get(record.id) ?? []).map((link) => link.kind_id),
        name: record.name,
        address: record.address,
        organizationId: record.organization_id,
        row: null,
      });
    }
  }

  add(site: KnownSite): void {
    const name = comparedText(site.name);
    const known = this.#byName.get(name);
    if (known === undefined) this.#byName.set(name, site);
    else if ('all' in known) join(known, site);
    else this.#byName.set(name, join(join(noNamesakes(), known), site));
  }

  /** Likely the same, those at the same address first. */
  candidates({ name, address, place }: Wanted): KnownSite[] {
    const known = this.#byName.get(comparedText(name));
    if (known === undefined) return [];
    const namesakes = 'all' in known ? known : join(noNamesakes(), known);
    const found = new Set([
      ...(namesakes.byPlace.get(place.id) ?? []),
      ...(namesakes.byAddress.get(comparedText(address)) ?? []),
      ...(place.level === 'county' ? this.#within(place, namesakes) : []),
    ]);
    return [...[...found].filter(isAt(address)), ...[...found].filter((site) => !isAt(address)(site))];
  }

  /** A county may mean any of its townships. */
  #within(county: Place, { all }: Namesakes): KnownSite[] {
    const within = new Set(this.#places.within(county).map(({ id }) => id));
    return all.filter((site) => within.has(site.organizationId));
  }
}

function noNamesakes(): Namesakes {
  return { all: [], byPlace: new Map(), byAddress: new Map() };
}

function join(namesakes: Namesakes, site: KnownSite): Namesakes {
  namesakes.all.push(site);
  append(namesakes.byPlace, site.organizationId, site);
  const address = comparedText(site.address);
  if (address !== '') append(namesakes.byAddress, address, site);
  return namesakes;
}

/** Where one of the two says no address, nothing speaks against it. */
export function mayBeAt(address: string): (site: KnownSite) => boolean {
  const key = comparedText(address);
  return (site) => key === '' || site.address === '' || comparedText(site.address) === key;
}

function isAt(address: string): (site: KnownSite) => boolean {
  const key = comparedText(address);
  return (site) => comparedText(site.address) === key;
}

function append<Key>(map: Map<Key, KnownSite[]>, key: Key, site: KnownSite): void {
  const sites = map.get(key);
  if (sites === undefined) map.set(key, [site]);
  else sites.push(site);
}
