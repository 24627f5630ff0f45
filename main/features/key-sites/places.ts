import { AppError } from '#shared/errors.ts';
import { stateNear } from '#shared/rules/organizations/history.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { placeStates, type PlaceRow } from './queries.ts';

export interface PlaceState {
  name: string;
  shortName: string;
  parentId: number | null;
  order: number;
  firstDay: string;
  lastDay: string | null;
}

/** A county or township with its names over time. */
export interface Place {
  id: number;
  uid: string;
  level: 'county' | 'township';
  /** Oldest first. */
  states: PlaceState[];
}

/** Counties and townships, those that no longer exist included: what was entered there keeps its place. */
export class Places {
  /** Counties in protocol order, each before its townships; those that no longer exist stand last among their own. */
  readonly inOrder: readonly Place[];
  readonly #byId: ReadonlyMap<number, Place>;
  readonly #byUid: ReadonlyMap<string, Place>;
  readonly #today: string;

  constructor(db: ReadStore, today: string) {
    this.#today = today;
    const rows = Map.groupBy(db.all(placeStates), (row) => row.organization_id);
    const places = [...rows.values()].flatMap((states) => toPlace(states) ?? []);
    this.#byId = new Map(places.map((place) => [place.id, place]));
    this.#byUid = new Map(places.map((place) => [place.uid, place]));
    const under = Map.groupBy(places, (place) =>
      place.level === 'county' ? 0 : (this.parentOf(place)?.id ?? 0),
    );
    const counties = this.#sorted(places.filter(({ level }) => level === 'county'));
    const homeless = (under.get(0) ?? []).filter(({ level }) => level === 'township');
    this.inOrder = [
      ...counties.flatMap((county) => [county, ...this.#sorted(under.get(county.id) ?? [])]),
      ...homeless,
    ];
  }

  byId(id: number): Place | undefined {
    return this.#byId.get(id);
  }

  /** @throws AppError notFound, badInput for what is neither county nor township */
  require(uid: string): Place {
    const place = this.#byUid.get(uid);
    if (place === undefined) throw new AppError('badInput', { detail: '所在地请选择县(市、区)或乡镇(街道)' });
    return place;
  }

  /** A county with its townships, or the township alone. */
  within(place: Place): Place[] {
    return this.inOrder.filter((each) => each === place || this.parentOf(each) === place);
  }

  parentOf(place: Place): Place | undefined {
    if (place.level === 'county') return undefined;
    return this.#byId.get(stateNear(place.states, this.#today)?.parentId ?? 0);
  }

  /** What a site's place was called on a day. */
  namesOn(id: number, day: string): { countyName: string; townshipName: string } {
    const place = this.#byId.get(id);
    const state = place && stateNear(place.states, day);
    if (place === undefined || state === undefined) return { countyName: '', townshipName: '' };
    if (place.level === 'county') return { countyName: state.name, townshipName: '' };
    const county = this.#byId.get(state.parentId ?? 0);
    const countyName = (county && stateNear(county.states, day)?.name) ?? '';
    return { countyName, townshipName: state.name };
  }

  existsToday(place: Place): boolean {
    return place.states.some(
      ({ firstDay, lastDay }) => firstDay <= this.#today && (lastDay === null || lastDay >= this.#today),
    );
  }

  #sorted(places: readonly Place[]): Place[] {
    const order = (place: Place) => stateNear(place.states, this.#today)?.order ?? 0;
    return places.toSorted(
      (one, other) =>
        Number(this.existsToday(other)) - Number(this.existsToday(one)) ||
        order(one) - order(other) ||
        one.id - other.id,
    );
  }
}

function toPlace(rows: readonly PlaceRow[]): Place | null {
  const [first] = rows;
  if (first === undefined) return null;
  return {
    id: first.organization_id,
    uid: first.uid,
    level: first.level,
    states: rows.map((row) => ({
      name: row.name,
      shortName: row.short_name,
      parentId: row.parent_id,
      order: row.protocol_order,
      firstDay: row.first_day,
      lastDay: row.last_day,
    })),
  };
}
