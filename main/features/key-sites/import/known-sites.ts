import { comparedText, identityKeys } from '#shared/rules/key-sites/same-site.ts';
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

/** What the ledger has, in memory: an import asks about it for every row. */
export class KnownSites {
  readonly #places: Places;
  readonly #byKey = new Map<string, KnownSite[]>();
  readonly #all: KnownSite[] = [];
  /** Only rows that name no township ask for it, so that most tables need none. */
  #byName: Map<string, KnownSite[]> | undefined;

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
    for (const key of identityKeys(site)) append(this.#byKey, key, site);
    this.#all.push(site);
    if (this.#byName !== undefined) append(this.#byName, comparedText(site.name), site);
  }

  #named(name: string): readonly KnownSite[] {
    this.#byName ??= Map.groupBy(this.#all, (site) => comparedText(site.name));
    return this.#byName.get(comparedText(name)) ?? [];
  }

  /** Likely the same, those at the same address first. */
  candidates({ name, address, place }: Wanted): KnownSite[] {
    const keys = identityKeys({ name, address, organizationId: place.id });
    const found = new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []));
    if (place.level === 'county') {
      const within = new Set(this.#places.within(place).map(({ id }) => id));
      for (const site of this.#named(name)) if (within.has(site.organizationId)) found.add(site);
    }
    if (found.size === 0) return [];
    const [here, elsewhere] = [
      [...found].filter(isAt(address)),
      [...found].filter((site) => !isAt(address)(site)),
    ];
    return [...here, ...elsewhere];
  }
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

function append(map: Map<string, KnownSite[]>, key: string, site: KnownSite): void {
  const sites = map.get(key);
  if (sites === undefined) map.set(key, [site]);
  else sites.push(site);
}
