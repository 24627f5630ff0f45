import type { LedgerRow } from '#shared/contract/ledgers.ts';
import { AppError } from '#shared/errors.ts';
import {
  type LedgerAround,
  type LedgerBeside,
  type LedgerColumn,
  type LedgerDefinition,
  type LedgerProblem,
  type LedgerValues,
  storedName,
} from '#shared/rules/ledgers/definition.ts';
import { comparedText } from '#shared/rules/key-sites/same-site.ts';
import { besideOf } from '#shared/rules/ledgers/beside.ts';
import { dueState, soonDaysOf } from '#shared/rules/ledgers/due.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { TermRecord } from '#main/core/terms.ts';
import { type LedgerRecord, type Pointers, valuesOf } from './columns.ts';
import { LedgerPlaces } from './places.ts';
import { ledgerQueries, siteByUid, siteNames, sitesOfName, termsOfList } from './queries.ts';
import { standardsOf } from './standards.ts';

/** Reads rows of one ledger as pages show them; looks up once what many rows point at. */
export class Rows implements Pointers {
  readonly places: LedgerPlaces;
  readonly around: LedgerAround;
  readonly #db: ReadStore;
  readonly #definition: LedgerDefinition;
  readonly #terms: ReadonlyMap<string, readonly TermRecord[]>;
  readonly #termNames: ReadonlyMap<number, TermRecord>;
  /** By local id, filled as rows ask for them. */
  readonly #sites = new Map<number, { uid: string; name: string }>();

  constructor(db: ReadStore, definition: LedgerDefinition, today: string) {
    this.#db = db;
    this.#definition = definition;
    this.places = new LedgerPlaces(db, today);
    this.around = { today, standards: standardsOf(db, definition) };
    this.#terms = new Map(
      definition.columns
        .filter(({ kind }) => kind === 'term')
        .map(({ key }) => [key, db.all(termsOfList, { ledger: definition.key, list: key })]),
    );
    this.#termNames = new Map([...this.#terms.values()].flat().map((term) => [term.id, term]));
  }

  organizationId(uid: string): number {
    return this.places.requireFor(this.#definition, uid).id;
  }

  organizationUid(id: number): string {
    return this.places.uidOf(id);
  }

  uidOf(column: LedgerColumn, id: number): string {
    if (column.kind === 'term') return this.#termNames.get(id)?.uid ?? '';
    return this.#site(id)?.uid ?? '';
  }

  /** @throws AppError badInput */
  idOf({ key, kind, name }: LedgerColumn, uid: string): number {
    const found =
      kind === 'term'
        ? this.#terms.get(key)?.find((term) => term.uid === uid)
        : this.#db.get(siteByUid, { uid });
    if (found !== undefined) return found.id;
    throw new AppError('badInput', { detail: `所选的${name}已不存在，请重新选择`, field: key });
  }

  termsOf(key: string): readonly TermRecord[] {
    return this.#terms.get(key) ?? [];
  }

  valuesOf(record: LedgerRecord): LedgerValues {
    return valuesOf(this.#definition, record, this);
  }

  shown(records: readonly LedgerRecord[]): LedgerRow[] {
    this.#readSites(records);
    const ids = JSON.stringify(records.map(({ id }) => id));
    const twins = new Set(this.#db.all(ledgerQueries(this.#definition).twins, { ids }).map(({ id }) => id));
    const beside = this.#besideOf(records);
    return records.map((record) => {
      const row = this.#row(record, beside.get(record.id) ?? null);
      return twins.has(record.id) ? { ...row, hints: [this.#twinHint(row.values), ...row.hints] } : row;
    });
  }

  #besideOf(records: readonly LedgerRecord[]): ReadonlyMap<number, LedgerBeside> {
    if (this.#definition.requirements === undefined) return new Map();
    const ids = JSON.stringify([...new Set(records.map((record) => record.organization_id))]);
    const there = this.#db.all(ledgerQueries(this.#definition).ofPlaces, { ids });
    const listed = there.map((record) => ({ id: record.id, values: this.valuesOf(record) }));
    return besideOf(this.#definition, listed, this.around.standards);
  }

  #row(record: LedgerRecord, beside: LedgerBeside | null): LedgerRow {
    const { columns, checks, due } = this.#definition;
    const values = this.valuesOf(record);
    const on = record['due_on'];
    const pointing = columns.filter(({ kind }) => kind === 'term' || kind === 'site');
    const names = pointing.flatMap((column) => {
      const id = record[storedName(column)];
      if (typeof id !== 'number') return [];
      const named = column.kind === 'term' ? this.#termNames.get(id) : this.#site(id);
      return named === undefined ? [] : [[named.uid, named.name] as const];
    });
    return {
      uid: record.uid,
      values,
      names: Object.fromEntries(names),
      place: this.places.namesOf(record.organization_id),
      due:
        due === undefined || typeof on !== 'string'
          ? null
          : {
              on,
              state: dueState(on, this.around.today, soonDaysOf(this.#definition, this.around.standards)),
            },
      beside,
      hints: (checks?.(values, { ...this.around, beside }) ?? []).filter(
        ({ severity }) => severity === 'hint',
      ),
    };
  }

  #twinHint(values: LedgerValues): LedgerProblem {
    const { title, unit } = this.#definition;
    const text = `另有一${unit}也是“${titleOf(this.#definition, values)}”，请核对：是同一${unit}就删去一条，不是就改名`;
    return { severity: 'hint', field: title, text };
  }

  #readSites(records: readonly LedgerRecord[]): void {
    const stored = this.#definition.columns.filter(({ kind }) => kind === 'site').map(storedName);
    if (stored.length === 0) return;
    const ids = records.flatMap((record) => stored.map((name) => record[name])).filter((id) => id !== null);
    for (const { id, uid, name } of this.#db.all(siteNames, { ids: JSON.stringify(ids) }))
      this.#sites.set(id, { uid, name });
  }

  #site(id: number): { uid: string; name: string } | undefined {
    const known = this.#sites.get(id);
    if (known !== undefined) return known;
    const [found] = this.#db.all(siteNames, { ids: JSON.stringify([id]) });
    if (found !== undefined) this.#sites.set(id, found);
    return found;
  }
}

/** The one open key site of a name; undefined: there is none, or more than one. */
export function siteNamed(db: ReadStore, name: string): { uid: string } | undefined {
  const [only, ...others] = db.all(sitesOfName, { nameKey: comparedText(name) });
  return others.length === 0 ? only : undefined;
}

/** @throws AppError notFound */
export function requireRecord(db: ReadStore, definition: LedgerDefinition, uid: string): LedgerRecord {
  const record = db.get(ledgerQueries(definition).byUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: `这条${definition.name}记录` });
  return record;
}

/** What a row is called in the log and in problems. */
export function titleOf({ title }: LedgerDefinition, values: LedgerValues): string {
  return String(values[title] ?? '');
}
