import type { Inspector } from '#shared/contract/inspectors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allInspectors, type InspectorRecord } from '../queries.ts';
import { rowsOf } from '../rows.ts';

/** Somebody of the pool, or one whom an earlier row of the table adds. */
export interface KnownInspector {
  /** Null: added by an earlier row. */
  stored: { id: number; row: Inspector } | null;
  name: string;
  organizationUid: string | null;
  unit: string;
  phone: string;
  /** Row of the table that speaks of this person. */
  row: number | null;
}

type Wanted = Pick<KnownInspector, 'name' | 'organizationUid' | 'unit' | 'phone'>;

/** Whom the pool has, in memory: an import asks about it for every row. */
export class KnownInspectors {
  readonly #byName = new Map<string, KnownInspector[]>();

  constructor(db: ReadStore) {
    const records = db.all(allInspectors);
    const rows = rowsOf(db, records);
    for (const [index, record] of records.entries()) {
      const row = rows[index];
      if (row !== undefined) this.add(knownOf(record, row));
    }
  }

  add(person: KnownInspector): void {
    this.#byName.set(person.name, [...this.namesakes(person.name), person]);
  }

  namesakes(name: string): readonly KnownInspector[] {
    return this.#byName.get(name) ?? [];
  }

  /** The same name with the same unit or phone; where the row names neither, the only one of that name. */
  find(wanted: Wanted): KnownInspector | undefined {
    const namesakes = this.namesakes(wanted.name);
    const same = namesakes.filter((person) => isSame(person, wanted));
    if (same.length > 0) return same.find(({ row }) => row === null) ?? same[0];
    const saysNothing = wanted.organizationUid === null && wanted.unit === '' && wanted.phone === '';
    return saysNothing && namesakes.length === 1 ? namesakes[0] : undefined;
  }
}

function isSame(person: KnownInspector, { organizationUid, unit, phone }: Wanted): boolean {
  if (organizationUid !== null) return person.organizationUid === organizationUid;
  if (unit !== '') return person.organizationUid === null && person.unit === unit;
  return phone !== '' && person.phone === phone;
}

function knownOf({ id, unit }: InspectorRecord, row: Inspector): KnownInspector {
  const { name, organizationUid, phone } = row;
  return { stored: { id, row }, name, organizationUid, unit, phone, row: null };
}
