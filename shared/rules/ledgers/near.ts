import { type Coordinates, coordinatesOf, metresBetween } from './coordinates.ts';
import type { LedgerDefinition, LedgerStandards } from './definition.ts';

const METRES_PER_MICRO = 0.111_195;

/** Nearer than so many metres two rows of one kind are the same; null: nearness does not matter. */
export function leastMetres({ apart }: LedgerDefinition, standards: LedgerStandards): number | null {
  return apart === undefined ? null : (standards[apart.standard]?.value ?? null);
}

/** How far around a place others may be nearer than so many metres, in 1e-6 degrees. */
export function boxAround({ longitude, latitude }: Coordinates, metres: number) {
  const up = Math.ceil(metres / METRES_PER_MICRO);
  const across = Math.ceil(up / Math.cos((latitude / 1_000_000 / 180) * Math.PI));
  return { west: longitude - across, east: longitude + across, south: latitude - up, north: latitude + up };
}

/** Finds what lies nearer than so many metres among very many places, by the cells of a fine net. */
export class NearIndex<Item> {
  readonly #metres: number;
  readonly #cells = new Map<string, { at: Coordinates; item: Item }[]>();

  constructor(metres: number) {
    this.#metres = metres;
  }

  /** @param position as a coordinates column has it */
  add(position: string, item: Item): void {
    const at = coordinatesOf(position);
    const [column, row] = this.#cellOf(at);
    const key = `${column} ${row}`;
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), { at, item }]);
  }

  /** Those nearer than the index was made for, the nearest first. */
  near(position: string): { item: Item; metres: number }[] {
    const at = coordinatesOf(position);
    const [column, row] = this.#cellOf(at);
    const around = [-1, 0, 1].flatMap((across) =>
      [-1, 0, 1].flatMap((up) => this.#cells.get(`${column + across} ${row + up}`) ?? []),
    );
    return around
      .map((each) => ({ item: each.item, metres: metresBetween(at, each.at) }))
      .filter(({ metres }) => metres < this.#metres)
      .toSorted((one, other) => one.metres - other.metres);
  }

  /** Twice as wide as near as far north as China reaches, so that neighbours lie in the next cell at most. */
  #cellOf({ longitude, latitude }: Coordinates): [column: number, row: number] {
    const size = (this.#metres / METRES_PER_MICRO) * 2;
    return [Math.floor(longitude / size), Math.floor(latitude / size)];
  }
}

/** What is said of two rows that are too near. */
export function nearWords(title: string, metres: number): string {
  return `坐标与“${title}”只相距 ${Math.round(metres)} 米，像是同一处，请核对，不要重复登记`;
}
