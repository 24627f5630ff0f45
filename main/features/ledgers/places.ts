import { AppError } from '#shared/errors.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import type { NamedPlace } from '#shared/rules/ledgers/places.ts';
import { stateNear, stateOn } from '#shared/rules/organizations/history.ts';
import { levelNames, type OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type PlaceRow, placeStates } from './queries.ts';

interface PlaceState {
  name: string;
  shortName: string;
  parentId: number | null;
  order: number;
  firstDay: string;
  lastDay: string | null;
}

interface Place {
  id: number;
  uid: string;
  level: OrganizationLevel;
  /** Oldest first. */
  states: PlaceState[];
  /** As of today, or when it was last there. */
  now: PlaceState;
  exists: boolean;
}

/** Where rows of ledgers can be, those places that no longer exist included: what was entered there keeps its place. */
export class LedgerPlaces {
  /** Each before what is below it, in protocol order; what no longer exists stands last among its own. */
  readonly inOrder: readonly Place[];
  readonly #byId: ReadonlyMap<number, Place>;
  readonly #byUid: ReadonlyMap<string, Place>;
  readonly #below: ReadonlyMap<number | null, readonly Place[]>;

  constructor(db: ReadStore, today: string) {
    const rows = Map.groupBy(db.all(placeStates), (row) => row.organization_id);
    const places = [...rows.values()].flatMap((states) => placeOf(states, today) ?? []);
    this.#byId = new Map(places.map((place) => [place.id, place]));
    this.#byUid = new Map(places.map((place) => [place.uid, place]));
    const parentOf = ({ now: { parentId } }: Place) =>
      parentId !== null && this.#byId.has(parentId) ? parentId : null;
    this.#below = new Map(
      [...Map.groupBy(places, parentOf)].map(([id, below]) => [id, below.toSorted(byOrder)]),
    );
    this.inOrder = this.#under(null);
  }

  idOf(uid: string): number {
    return this.require(uid).id;
  }

  uidOf(id: number): string {
    return this.#byId.get(id)?.uid ?? '';
  }

  /** @throws AppError badInput */
  require(uid: string): Place {
    const place = this.#byUid.get(uid);
    if (place === undefined)
      throw new AppError('badInput', { detail: '请选择所在地', field: 'organizationUid' });
    return place;
  }

  /** @throws AppError badInput for a level where the ledger has no rows */
  requireFor({ levels }: LedgerDefinition, uid: string): Place {
    const place = this.require(uid);
    if (levels.includes(place.level)) return place;
    const names = levels.map((level) => levelNames[level]).join('、');
    throw new AppError('badInput', { detail: `所在地请选择${names}`, field: 'organizationUid' });
  }

  /** Local ids of a place and everything below it, in order; null: of all. */
  within(uid: string | null): number[] {
    if (uid === null) return this.inOrder.map(({ id }) => id);
    const place = this.require(uid);
    return [place, ...this.#under(place.id)].map(({ id }) => id);
  }

  namesOf(id: number): { county: string; township: string; village: string } {
    const names = { county: '', township: '', village: '' };
    for (
      let place = this.#byId.get(id);
      place !== undefined;
      place = this.#byId.get(place.now.parentId ?? 0)
    ) {
      if (place.level === 'city' && place.id === id) names.county = place.now.name;
      if (place.level === 'county' || place.level === 'township' || place.level === 'village')
        names[place.level] = place.now.name;
    }
    return names;
  }

  /** The county that a place belongs to; the city itself for what belongs to it directly. */
  countyOf(id: number): { uid: string; name: string } {
    let at = this.#byId.get(id);
    while (at !== undefined && at.level !== 'county') {
      const above = this.#byId.get(at.now.parentId ?? 0);
      if (above === undefined || above.level === 'city') break;
      at = above;
    }
    return { uid: at?.uid ?? '', name: at?.now.name ?? '' };
  }

  /** The township that a place is or belongs to; null for what is above. */
  townshipOf(id: number): string | null {
    for (let at = this.#byId.get(id); at !== undefined; at = this.#byId.get(at.now.parentId ?? 0))
      if (at.level === 'township') return at.uid;
    return null;
  }

  /** Those that exist today, for finding them by name. */
  get named(): NamedPlace[] {
    return this.inOrder
      .filter(({ exists }) => exists)
      .map(({ uid, level, now: { name, shortName, parentId } }) => ({
        uid,
        level,
        name,
        shortName,
        parentUid: parentId === null ? null : this.uidOf(parentId),
      }));
  }

  #under(id: number | null): Place[] {
    return (this.#below.get(id) ?? []).flatMap((place) => [place, ...this.#under(place.id)]);
  }
}

function byOrder(one: Place, other: Place): number {
  return Number(other.exists) - Number(one.exists) || one.now.order - other.now.order || one.id - other.id;
}

function placeOf(rows: readonly PlaceRow[], today: string): Place | null {
  const [first] = rows;
  if (first === undefined) return null;
  const states = rows.map((row) => ({
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    order: row.protocol_order,
    firstDay: row.first_day,
    lastDay: row.last_day,
  }));
  const now = stateNear(states, today);
  if (now === undefined) return null;
  const exists = stateOn(states, today) !== undefined;
  return { id: first.organization_id, uid: first.uid, level: first.level, states, now, exists };
}
