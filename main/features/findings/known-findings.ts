import type { ReadStore } from '#main/core/store/read-store.ts';
import { findingsByContent, type StoredFinding } from './queries.ts';

/** What tells one finding from another. */
export interface FindingMark {
  /** Null where none is said. */
  countyId: number | null;
  place: string;
  spot: string;
  what: string;
  foundOn: string;
}

/** What a row may mean of what is stored. */
export interface Meant {
  finding: StoredFinding | undefined;
  /** How many it may as well mean; 1 where one is certain. */
  count: number;
  /** Alike but for the 部位, which is not stored for them. */
  withoutSpot: number;
}

/** Stored findings, as the rows of a table mean them. */
export class KnownFindings {
  readonly all: readonly StoredFinding[];
  readonly #byContent: ReadonlyMap<string, readonly StoredFinding[]>;

  constructor(db: ReadStore) {
    this.all = db.all(findingsByContent);
    this.#byContent = Map.groupBy(this.all, ({ place, what, found_on: foundOn }) =>
      contentKey({ place, what, foundOn }),
    );
  }

  /** A row that is silent about 部位 or county means whichever there is. */
  meantBy(mark: FindingMark): Meant {
    const spot = plain(mark.spot);
    const inCounty = (this.#byContent.get(contentKey(mark)) ?? []).filter(
      ({ county_id: countyId }) => mark.countyId === null || countyId === mark.countyId,
    );
    const found = inCounty.filter((each) => spot === '' || plain(each.spot) === spot);
    const withoutSpot = inCounty.filter((each) => each.spot === '').length;
    return { finding: found.length === 1 ? found[0] : undefined, count: found.length, withoutSpot };
  }
}

/** Of a newcomer. */
export function markKey(mark: FindingMark): string {
  return [contentKey(mark), plain(mark.spot), mark.countyId ?? ''].join('\n');
}

function contentKey({ place, what, foundOn }: Pick<FindingMark, 'place' | 'what' | 'foundOn'>): string {
  return [plain(place), plain(what), foundOn].join('\n');
}

function plain(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
