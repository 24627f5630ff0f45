import type { PackRow } from '#shared/rules/exchange/model.ts';

/** The rows of a pack, to be found. Rows of two tables may have one uid, as a finding and its task. */
export class PackRows {
  readonly #byKey: ReadonlyMap<string, PackRow>;
  readonly #byUid: ReadonlyMap<string, readonly PackRow[]>;

  constructor(rows: readonly PackRow[]) {
    this.#byKey = new Map(rows.map((row) => [`${row.table}/${row.uid}`, row]));
    this.#byUid = Map.groupBy(rows, ({ uid }) => uid);
  }

  at(table: string, uid: string): PackRow | undefined {
    return this.#byKey.get(`${table}/${uid}`);
  }

  /** Whatever their table. */
  named(uid: string): readonly PackRow[] {
    return this.#byUid.get(uid) ?? [];
  }
}
