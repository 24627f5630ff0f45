import type { RowValues } from '#shared/rules/collections/definition.ts';
import type { ReturnedRow } from '#shared/rules/collections/returns/model.ts';
import { askedColumns, VILLAGE } from '#shared/rules/ledgers/collected-columns.ts';
import type { LedgerDefinition, LedgerValue } from '#shared/rules/ledgers/definition.ts';
import { leastMetres, NearIndex, nearWords } from '#shared/rules/ledgers/near.ts';
import { newcomer, problemsOf } from '#shared/rules/ledgers/values.ts';
import type { CheckRows, RowChecks, RowProblem } from '#main/core/fields/collected-ledger.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { CollectedRows } from './collected-rows.ts';
import type { LedgerRecord } from './columns.ts';
import { notAlone, type WrittenRow } from './not-alone.ts';
import { ledgerQueries } from './queries.ts';
import { titleOf } from './rows.ts';

/** What a ledger finds in rows that came back: the same that would stand in the way of storing them. */
export function rowChecksOf(definition: LedgerDefinition): RowChecks {
  return ({ db, today }): CheckRows => {
    const rows = new CollectedRows(db, definition, today);
    return (unitUid, returned) => new TableCheck({ db, definition, rows, unitUid }).run(returned);
  };
}

interface Against {
  db: ReadStore;
  definition: LedgerDefinition;
  rows: CollectedRows;
  unitUid: string;
}

/** A row that says something new, as far as it can be read. */
interface CheckedRow extends WrittenRow {
  place: number;
  row: ReturnedRow;
  /** Rows that share it are about one record; empty: like no other. */
  identity: string;
  said: RowValues;
}

class TableCheck {
  readonly #db: ReadStore;
  readonly #definition: LedgerDefinition;
  readonly #rows: CollectedRows;
  readonly #unitUid: string;
  readonly #columns: ReadonlySet<string>;
  /** By what a row is known. */
  readonly #known: ReadonlySet<string>;
  readonly #problems: RowProblem[] = [];

  constructor({ db, definition, rows, unitUid }: Against) {
    this.#db = db;
    this.#definition = definition;
    this.#rows = rows;
    this.#unitUid = unitUid;
    const { unique = [], uniqueWith = [] } = definition;
    this.#known = new Set([VILLAGE, ...unique, ...uniqueWith]);
    this.#columns = new Set([VILLAGE, ...askedColumns(definition).map(({ key }) => key)]);
  }

  run(returned: readonly ReturnedRow[]): RowProblem[] {
    const checked = returned.flatMap((row, place) => this.#checkRow(row, place) ?? []);
    this.#checkDoubles(checked);
    this.#checkAlone(checked);
    return this.#problems.toSorted((one, other) => one.place - other.place);
  }

  #say(place: number, column: string, text: string): void {
    this.#problems.push({ place, column: this.#columns.has(column) ? column : null, text });
  }

  #checkRow(row: ReturnedRow, place: number): CheckedRow | null {
    const record = this.#recordOf(row);
    // It is there no more: that is told where it is merged.
    if (record === undefined && row.key !== null) return null;
    if (record === undefined) return this.#checkNew(row, place);
    if (row.key === null && this.#rows.isOfAnother(this.#unitUid, record)) {
      this.#say(place, this.#definition.title, this.#rows.ofAnotherWords(this.#unitUid, record));
      return null;
    }
    const stored = this.#rows.rowOf(record).values;
    const said = Object.fromEntries(
      Object.entries(row.values).filter(([column, value]) => value !== (stored[column] ?? '')),
    );
    const read = this.#rows.readCells(said);
    for (const { field, text } of read.problems) this.#say(place, field, text);
    if (read.problems.length > 0 || Object.keys(read.values).length === 0) return null;
    const before = this.#rows.valuesOf(record);
    const values = { ...before, ...read.values };
    this.#checkValues(row, place, values);
    return { place, row, identity: record.uid, said, id: record.id, values, before };
  }

  #recordOf({ key, values }: ReturnedRow): LedgerRecord | undefined {
    if (key === null) return this.#rows.recordOf(this.#unitUid, values);
    return this.#db.get(ledgerQueries(this.#definition).byUid, { uid: key });
  }

  #checkNew(row: ReturnedRow, place: number): CheckedRow | null {
    const read = this.#rows.read(this.#unitUid, row.values);
    for (const { field, text } of read.problems) this.#say(place, field, text);
    if (read.problems.length > 0) return null;
    const values = newcomer(this.#definition, read.values, this.#rows.around.today);
    this.#checkValues(row, place, values);
    const identity = this.#rows.keyOf(this.#unitUid, row.values);
    return { place, row, identity, said: row.values, id: null, values, before: null };
  }

  /** What could not be read stands in the list already. */
  #checkValues({ unread }: ReturnedRow, place: number, values: Record<string, LedgerValue>): void {
    for (const { severity, field, text } of problemsOf(this.#definition, values, this.#rows.around))
      if (severity === 'error' && unread[field] === undefined) this.#say(place, field, text);
  }

  /** Rows about one record that contradict each other: whichever is right, one of them has to go or be put right. */
  #checkDoubles(checked: readonly CheckedRow[]): void {
    for (const [identity, group] of Map.groupBy(checked, (each) => each.identity)) {
      if (identity === '' || group.length === 1) continue;
      for (const column of new Set(group.flatMap(({ said }) => Object.keys(said)))) {
        // Only the spelling can differ in what makes them one.
        if (this.#known.has(column)) continue;
        const saying = group.filter(({ said }) => said[column] !== undefined);
        if (new Set(saying.map(({ said }) => said[column])).size === 1) continue;
        for (const { place, row, values } of saying) {
          const others = saying.filter((other) => other.row !== row).map((other) => other.row.row);
          const title = titleOf(this.#definition, values);
          const text = `“${title}”第 ${others.join('、')} 行也写了，这一格不一样，请核实后改成一样，或只留一行`;
          this.#say(place, column, text);
        }
      }
    }
  }

  #checkAlone(checked: readonly CheckedRow[]): void {
    const { standards } = this.#rows.around;
    const field = this.#definition.columns.find(({ kind }) => kind === 'coordinates')?.key ?? '';
    const isMoved = ({ before, values }: CheckedRow) => before === null || before[field] !== values[field];
    const moved = new Set(checked.filter(isMoved).flatMap(({ id }) => id ?? []));
    const least = leastMetres(this.#definition, standards);
    const near = least === null ? null : new NearIndex<CheckedRow>(least);
    for (const one of checked) {
      const problem = notAlone(this.#definition, one, { db: this.#db, standards, moved });
      if (problem !== null) this.#say(one.place, problem.field, problem.text);
      const position = one.values[field];
      if (near === null || !isMoved(one) || typeof position !== 'string' || position === '') continue;
      const twin = near.near(position).find(({ item }) => this.#isLike(item, one));
      near.add(position, one);
      if (problem !== null || twin === undefined) continue;
      const title = titleOf(this.#definition, twin.item.values);
      this.#say(one.place, field, `${nearWords(title, twin.metres)}(第 ${twin.item.row.row} 行)`);
    }
  }

  /** Two things of one kind, not twice the same. */
  #isLike(one: CheckedRow, other: CheckedRow): boolean {
    const kind = this.#definition.apart?.kind ?? '';
    return (
      one.values[kind] === other.values[kind] && (one.identity === '' || one.identity !== other.identity)
    );
  }
}
