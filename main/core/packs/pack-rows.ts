import type { PackRow } from '#shared/rules/exchange/model.ts';

/** The rows of a pack, to be found. Rows of two tables may have one uid, as a finding and its task. */
export class PackRows {
  readonly #byKey: ReadonlyMap<string, PackRow>;
  readonly #byUid: ReadonlyMap<string, readonly PackRow[]>;
  readonly #byReference = new Map<string, ReadonlyMap<string, readonly PackRow[]>>();
  readonly #rows: readonly PackRow[];

  constructor(rows: readonly PackRow[]) {
    this.#rows = rows;
    this.#byKey = new Map(rows.map((row) => [`${row.table}/${row.uid}`, row]));
    this.#byUid = Map.groupBy(rows, ({ uid }) => uid);
  }

  at(table: string, uid: string): PackRow | undefined {
    return this.#byKey.get(`${table}/${uid}`);
  }

  /** Rows of a table that refer by a column to a uid. */
  referring(table: string, column: string, uid: string): readonly PackRow[] {
    const key = `${table}/${column}`;
    const known =
      this.#byReference.get(key) ??
      Map.groupBy(
        this.#rows.filter((row) => row.table === table),
        ({ values }) => String(values[column] ?? ''),
      );
    this.#byReference.set(key, known);
    return known.get(uid) ?? [];
  }

  /** Whatever their table. */
  named(uid: string): readonly PackRow[] {
    return this.#byUid.get(uid) ?? [];
  }
}
