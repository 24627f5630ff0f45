import type { ReadStore } from '#main/core/store/read-store.ts';
import { unitOf } from '../people.ts';
import { allPeople, type EntryRow, type PersonRow } from '../queries.ts';

interface ListedPerson {
  name: string;
  organizationUid: string | null;
  unit: string;
  mobile: string;
}

/** Whom the office knows already, so that a list does not enter the same person twice. */
export class KnownPeople {
  readonly #byName: Map<string, PersonRow[]>;
  readonly #sitting: ReadonlySet<string>;

  /** @param held the committee's roster of the day */
  constructor(db: ReadStore, held: readonly EntryRow[]) {
    this.#byName = Map.groupBy(db.all(allPeople), ({ name }) => name);
    this.#sitting = new Set(held.map(({ person_uid: uid }) => uid));
  }

  /**
   * The same name with the same unit or mobile phone; else the only one of that name who sits on this committee:
   * there a second person of one name is rarer than a new post.
   */
  find({ name, organizationUid, unit, mobile }: ListedPerson): PersonRow | null {
    const namesakes = this.#byName.get(name) ?? [];
    const same = namesakes.find(
      (person) =>
        (mobile !== '' && person.mobile === mobile) ||
        (organizationUid === null
          ? person.organization_uid === null && person.unit === unit && unit !== ''
          : person.organization_uid === organizationUid),
    );
    const sitting = namesakes.filter(({ uid }) => this.#sitting.has(uid));
    return same ?? (sitting.length === 1 ? (sitting[0] ?? null) : null);
  }

  /** Units of others of that name. */
  namesakeUnits(name: string): string[] {
    return (this.#byName.get(name) ?? []).map((person) => unitOf(person) || person.post).filter(Boolean);
  }
}
