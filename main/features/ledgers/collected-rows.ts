import type { GivenRow, RowValues } from '#shared/rules/collections/definition.ts';
import { readCell, type UidOf } from '#shared/rules/ledgers/cell-text.ts';
import {
  askedColumns,
  collectedValue,
  VILLAGE,
  writtenText,
} from '#shared/rules/ledgers/collected-columns.ts';
import type {
  LedgerAround,
  LedgerColumn,
  LedgerDefinition,
  LedgerValue,
  LedgerValues,
} from '#shared/rules/ledgers/definition.ts';
import { placeFinder } from '#shared/rules/ledgers/places.ts';
import { isEmpty, PLACE } from '#shared/rules/ledgers/values.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { termIndex } from '#main/core/terms.ts';
import { type LedgerRecord, rowKeyOf } from './columns.ts';
import { ledgerQueries, siteByUid } from './queries.ts';
import { requireRecord, Rows, siteNamed } from './rows.ts';

/** What of a row cannot be stored; the field is that of its table. */
interface UnfitCell {
  field: string;
  text: string;
}

interface ReadRow {
  values: Record<string, LedgerValue>;
  problems: UnfitCell[];
}

/** Rows of a ledger as units are handed them and return them. */
export class CollectedRows {
  readonly #db: ReadStore;
  readonly #definition: LedgerDefinition;
  readonly #rows: Rows;
  readonly #asked: readonly LedgerColumn[];
  readonly #termsOf: ReadonlyMap<string, ReturnType<typeof termIndex>>;
  readonly #siteNames = new Map<string, string>();

  constructor(db: ReadStore, definition: LedgerDefinition, today: string) {
    this.#db = db;
    this.#definition = definition;
    this.#rows = new Rows(db, definition, today);
    this.#asked = askedColumns(definition);
    this.#termsOf = new Map(
      definition.columns
        .filter(({ kind }) => kind === 'term')
        .map(({ key }) => [key, termIndex(this.#rows.termsOf(key))]),
    );
  }

  /** Counties and townships that there are, in order. */
  get units(): { uid: string; level: 'county' | 'township' }[] {
    return this.#rows.places.inOrder.flatMap(({ uid, level, exists }) =>
      exists && (level === 'county' || level === 'township') ? [{ uid, level }] : [],
    );
  }

  /** The column of what is asked only where some are known. */
  get hasVillages(): boolean {
    return (
      this.#definition.levels.includes('village') &&
      this.#rows.places.inOrder.some(({ level, exists }) => exists && level === 'village')
    );
  }

  get around(): LedgerAround {
    return this.#rows.around;
  }

  valuesOf(record: LedgerRecord): LedgerValues {
    return this.#rows.valuesOf(record);
  }

  wordsOf(key: string): string[] {
    return this.#rows.termsOf(key).map(({ name }) => name);
  }

  /** Who is asked about a row: villages report to their township. */
  unitOf({ organization_id: id }: LedgerRecord): string {
    return this.#rows.places.townshipOf(id) ?? this.#rows.places.uidOf(id);
  }

  rowOf(record: LedgerRecord): GivenRow {
    const stored = this.#rows.valuesOf(record);
    const values = this.#asked.map((column) => [
      column.key,
      collectedValue(column, stored[column.key], this.#nameOf),
    ]);
    const { village } = this.#rows.places.namesOf(record.organization_id);
    const all = [...values, [VILLAGE, village]];
    return {
      key: record.uid,
      values: Object.fromEntries(all.filter(([, value]) => value !== '')),
      ranges: {},
    };
  }

  /** @throws AppError notFound */
  requireRow(uid: string): GivenRow {
    return this.rowOf(requireRecord(this.#db, this.#definition, uid));
  }

  /** Whether a row that a unit has written is about what is another unit's: the key alone does not tell where it is. */
  isOfAnother(unitUid: string, record: LedgerRecord): boolean {
    const { unique = [] } = this.#definition;
    return !unique.includes(PLACE) && this.unitOf(record) !== unitUid;
  }

  /** What to do where a unit has written what is another unit's. */
  ofAnotherWords(unitUid: string, record: LedgerRecord): string {
    const { title, name } = this.#definition;
    const own = this.rowOf(record).values[title] ?? '';
    const [owner, writer] = [this.unitOf(record), unitUid].map((uid) => this.#unitName(uid));
    return `“${own}”登记在${owner}，${writer}的表里也写了，请先核实是否调动(已调动的先在“${name}”里改所在地)`;
  }

  /** With its county: townships of several counties are called the same. */
  #unitName(uid: string): string {
    const { county, township } = this.#rows.places.namesOf(this.#rows.places.idOf(uid));
    return `${county}${township}`;
  }

  /** The one row that the values are about; undefined: there is none, or they do not tell which. */
  recordOf(unitUid: string, values: RowValues): LedgerRecord | undefined {
    const key = this.keyOf(unitUid, values);
    const [only, ...others] =
      key === '' ? [] : this.#db.all(ledgerQueries(this.#definition).sameKey, { key });
    if (only === undefined || others.length > 0) return undefined;
    return this.#db.get(ledgerQueries(this.#definition).byUid, { uid: only.uid });
  }

  /** Rows of one key are the same; empty: like no other. */
  keyOf(unitUid: string, said: RowValues): string {
    const { values, problems } = this.read(unitUid, said);
    return problems.length > 0 ? '' : rowKeyOf(this.#definition, values);
  }

  /** What a row of a unit's own says, with where it is. @returns problems that stand in the way of storing it */
  read(unitUid: string, said: RowValues): ReadRow {
    const { values, problems } = this.readCells(said);
    const { [VILLAGE]: village = '' } = said;
    if (village === '') return { values: { ...values, [PLACE]: unitUid }, problems };
    const found = this.#villageIn(unitUid, village);
    if (found === null) {
      const text = `没有找到村(社区)“${village}”，请写全称或简称；新的请先在“机构”里新增`;
      return { values, problems: [...problems, { field: VILLAGE, text }] };
    }
    return { values: { ...values, [PLACE]: found }, problems };
  }

  /** Of the columns that are said; a stroke says nothing, and nothing takes a value away. */
  readCells(said: RowValues): ReadRow {
    const values: Record<string, LedgerValue> = {};
    const problems: UnfitCell[] = [];
    for (const column of this.#asked) {
      const value = said[column.key];
      if (value === undefined) continue;
      const read = readCell(column, writtenText(column, value), this.#uidOf);
      if ('problem' in read) problems.push({ field: column.key, text: `${column.name}${read.problem}` });
      else if (value === '' || !isEmpty(read.value)) values[column.key] = read.value;
    }
    return { values, problems };
  }

  #villageIn(unitUid: string, village: string): string | null {
    const { places } = this.#rows;
    const below = new Set(places.within(unitUid));
    const named = places.named.filter(({ uid, level }) => level === 'village' && below.has(places.idOf(uid)));
    const found = placeFinder(named, ['village'])({ county: '', township: '', village });
    return found !== null && 'uid' in found ? found.uid : null;
  }

  readonly #nameOf = ({ key, kind }: LedgerColumn, uid: string): string => {
    if (kind === 'term') return this.#rows.termsOf(key).find((term) => term.uid === uid)?.name ?? '';
    const known = this.#siteNames.get(uid);
    if (known !== undefined) return known;
    const name = this.#db.get(siteByUid, { uid })?.name ?? '';
    this.#siteNames.set(uid, name);
    return name;
  };

  readonly #uidOf: UidOf = ({ key, kind }, text) =>
    kind === 'term'
      ? (this.#termsOf.get(key)?.get(text.toLowerCase())?.uid ?? null)
      : (siteNamed(this.#db, text)?.uid ?? null);
}
