import type { UnitIndex } from '#shared/rules/rosters/units.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { unitIndexFor } from '#main/features/rosters/index.ts';
import { unitNames } from '../queries.ts';

/** A unit of this office's organizations, or, as it is written, any other: of the province, a firm. */
export interface WrittenUnit {
  organizationUid: string | null;
  unit: string;
}

/** Units as a table writes them. */
export class NamedUnits {
  readonly #units: UnitIndex;
  readonly #shown: ReadonlyMap<string, readonly { uid: string }[]>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #levels: ReadonlyMap<string, string>;

  constructor(db: ReadStore, today: string) {
    const organizations = [...organizationsOn(db, today).values()];
    this.#levels = new Map(organizations.map(({ uid, level }) => [uid, level]));
    const city = organizations.find(({ level }) => level === 'city')?.uid ?? '';
    this.#units = unitIndexFor(db, city, today);
    const shown = db.all(unitNames);
    this.#shown = Map.groupBy(shown, ({ name }) => name);
    this.#names = new Map(shown.map(({ uid, name }) => [uid, name]));
  }

  /** @returns what is wrong, in words, where several are called so */
  named(unit: string): WrittenUnit | string {
    if (unit === '') return { organizationUid: null, unit: '' };
    const [shown, ...others] = this.#shown.get(unit) ?? [];
    if (shown !== undefined && others.length === 0) return { organizationUid: shown.uid, unit: '' };
    const found = this.#units.find(unit);
    if (found.kind === 'ambiguous') return `有几个单位叫“${unit}”，请写全称，如“城东区应急管理局”。`;
    return found.kind === 'found'
      ? { organizationUid: found.uid, unit: '' }
      : { organizationUid: null, unit };
  }

  /** As lists show it. */
  shownName({ organizationUid, unit }: WrittenUnit): string {
    return organizationUid === null ? unit : (this.#names.get(organizationUid) ?? '');
  }

  /** Null: no county is called so. */
  county(name: string): string | null {
    const found = this.#units.find(name);
    return found.kind === 'found' && this.#levels.get(found.uid) === 'county' ? found.uid : null;
  }
}
