import { AppError } from '#shared/errors.ts';
import type { LedgerImportOptions } from '#shared/contract/ledgers.ts';
import { termNameSchema } from '#shared/contract/terms.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { cellText, readCell, type UidOf } from '#shared/rules/ledgers/cell-text.ts';
import type {
  LedgerColumn,
  LedgerDefinition,
  LedgerValue,
  LedgerValues,
} from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import {
  placeFinder,
  placeMeanings,
  placeMeaningsOf,
  type PlaceTexts,
} from '#shared/rules/ledgers/places.ts';
import { isNumber, unitOf } from '#shared/rules/ledgers/numbers.ts';
import { unitOfHeading } from '#shared/rules/ledgers/units.ts';
import { LATITUDE, LONGITUDE, tableColumns } from '#shared/rules/ledgers/table-columns.ts';
import { leastMetres, NearIndex, nearWords } from '#shared/rules/ledgers/near.ts';
import { isEmpty, newcomer, PLACE, problemsOf } from '#shared/rules/ledgers/values.ts';
import { RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type {
  GivenTable,
  ListImport,
  Understood,
  UnderstoodRow,
} from '#main/core/table-import/list-import.ts';
import { termIndex } from '#main/core/terms.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { coreKeyOf, rowKeyOf, tableOf } from './columns.ts';
import { storedOf } from './stored-row.ts';
import { ledgerQueries } from './queries.ts';
import { Rows, siteNamed, titleOf } from './rows.ts';
import { addTerms } from './terms.ts';

interface ImportedRow extends UnderstoodRow {
  /** Null for a newcomer. */
  id: number | null;
  /** As they will be stored; a word that is not there yet goes by NEW and its name until then. */
  values: LedgerValues;
}

interface Interpretation extends Understood {
  rows: readonly ImportedRow[];
  /** By the column that they are words of. */
  newTerms: Readonly<Record<string, readonly string[]>>;
}

export type LedgerImport = ListImport<string, LedgerImportOptions, Interpretation>;

const NEW = 'new:';
const BARE_NUMBER = /^[\d.,，\s]+$/u;

/** How tables are read into each ledger: by its definition alone. */
export const ledgerImports: readonly LedgerImport[] = ledgerDefinitions.map((definition) => ({
  key: `ledgers.${definition.key}`,
  what: definition.name,
  unit: definition.unit,
  columns: () => tableColumns(definition),
  understand: (db, table, { options, today }) =>
    new Interpreter(db, definition, table, { options, today }).run(),
  write({ rows, newTerms }, { db, today, resourcesFolder }) {
    const added = new Map(
      Object.entries(newTerms).map(([list, names]) => [
        list,
        addTerms(db, { ledger: definition.key, list }, names),
      ]),
    );
    const pointers = new Rows(db, definition, today);
    const computing = {
      standards: pointers.around.standards,
      workdays: workdaysOf(holidayCalendar(db, resourcesFolder)),
    };
    const settled = (values: LedgerValues): LedgerValues =>
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          typeof value === 'string' && value.startsWith(NEW)
            ? (added.get(key)?.get(value.slice(NEW.length)) ?? null)
            : value,
        ]),
      );
    for (const { action, id, values } of rows) {
      if (action !== 'add' && action !== 'change') continue;
      const stored = storedOf(definition, settled(values), pointers, computing);
      if (id === null) db.insert(tableOf(definition), stored);
      else db.update(tableOf(definition), id, stored);
    }
  },
}));

/** @throws AppError notFound */
export function importOf(ledger: string): LedgerImport {
  const found = ledgerImports.find(({ key }) => key === `ledgers.${ledger}`);
  if (found === undefined) throw new AppError('notFound', { what: '这本台账' });
  return found;
}

interface StoredRow {
  id: number;
  values: LedgerValues;
}

interface Around {
  options: LedgerImportOptions;
  today: string;
}

class Interpreter {
  readonly #db: ReadStore;
  readonly #definition: LedgerDefinition;
  readonly #table: GivenTable<string>;
  readonly #texts: RowTexts<string>;
  readonly #rows: Rows;
  readonly #findPlace: ReturnType<typeof placeFinder>;
  readonly #fallback: string | null;
  readonly #known: ReadonlyMap<string, readonly StoredRow[]>;
  /** Of rows that are the same: without what the table has no column for. */
  readonly #keyOf: (definition: LedgerDefinition, values: LedgerValues) => string;
  /** The unit in which a heading says its bare numbers are, where it is not the column's own. */
  readonly #units: ReadonlyMap<string, string>;
  /** The row of the table that speaks of a key. */
  readonly #met = new Map<string, number>();
  /** Rows with coordinates, stored or of the table; null: nearness does not matter. */
  readonly #near: NearIndex<{ id: number | null; kind: LedgerValue; title: string }> | null;
  readonly #newTerms = new Map<string, Set<string>>();
  readonly #termsOf: ReadonlyMap<string, ReturnType<typeof termIndex>>;
  /** Cells merged over several rows are empty when pasted: they mean what stands above. */
  #above: PlaceTexts = { county: '', township: '', village: '' };

  constructor(
    db: ReadStore,
    definition: LedgerDefinition,
    table: GivenTable<string>,
    { options, today }: Around,
  ) {
    this.#db = db;
    this.#definition = definition;
    this.#table = table;
    this.#texts = new RowTexts(table.columns);
    this.#units = new Map(
      table.columns.flatMap(({ meaning, heading }) => {
        const column = definition.columns.find(({ key }) => key === meaning);
        if (column === undefined || !isNumber(column)) return [];
        const unit = unitOfHeading(heading);
        return unit === null || unit === unitOf(column).normalize('NFKC') ? [] : [[meaning, unit] as const];
      }),
    );
    this.#rows = new Rows(db, definition, today);
    this.#findPlace = placeFinder(this.#rows.places.named, definition.levels);
    this.#fallback = options.placeUid;
    const stored = db.all(ledgerQueries(definition).all).map((record) => ({
      id: record.id,
      values: this.#rows.valuesOf(record),
    }));
    const { uniqueWith = [] } = definition;
    const meant = new Set<string>(table.columns.map(({ meaning }) => meaning));
    this.#keyOf = uniqueWith.some((key) => meant.has(key)) ? rowKeyOf : coreKeyOf;
    this.#known = Map.groupBy(stored, ({ values }) => this.#keyOf(definition, values));
    const least = leastMetres(definition, this.#rows.around.standards);
    this.#near = least === null ? null : new NearIndex(least);
    for (const { id, values } of stored) this.#notePosition(values, id);
    this.#termsOf = new Map(
      definition.columns
        .filter(({ kind }) => kind === 'term')
        .map(({ key }) => [key, termIndex(this.#rows.termsOf(key))]),
    );
  }

  run(): Interpretation {
    const rows = this.#table.rows.flatMap((source) => this.#understand(source) ?? []);
    const lists = [...this.#newTerms].map(([key, names]) => {
      const { name = '' } = this.#definition.columns.find((column) => column.key === key) ?? {};
      return `${name}里还没有、将一并新增：${[...names].join('、')}`;
    });
    const newTerms = Object.fromEntries([...this.#newTerms].map(([key, names]) => [key, [...names]]));
    return { rows, problems: this.#texts.problems, newTerms, notes: lists };
  }

  #understand(source: TableRow): ImportedRow | null {
    const { title, columns } = this.#definition;
    const titleColumn = columns.find(({ key }) => key === title);
    if (this.#texts.name(source, title, titleColumn?.name ?? '') === null) return null;
    const said = this.#said(source);
    const whenNew: Record<string, LedgerValue> = {};
    const place = this.#placeOf(source);
    if (place?.uid !== undefined) said[PLACE] = place.uid;
    else if (place === null && this.#fallback !== null) whenNew[PLACE] = this.#fallback;
    const key = this.#keyOf(this.#definition, { ...whenNew, ...said });
    const earlier = key === '' ? undefined : this.#met.get(key);
    const { row } = source;
    if (earlier !== undefined) {
      this.#texts.note(
        'warning',
        row,
        title,
        `“${titleOf(this.#definition, said)}”与第 ${earlier} 行重复，只算一次。`,
      );
      return { row, action: 'none', id: null, values: said, changes: [] };
    }
    this.#met.set(key, row);
    const [stored, ...others] = key === '' ? [] : (this.#known.get(key) ?? []);
    if (others.length > 0)
      this.#texts.note(
        'error',
        row,
        title,
        `已登记的有 ${others.length + 1} 条“${titleOf(this.#definition, said)}”，分不清是哪一条，请在表里写上${this.#tellingApart()}。`,
      );
    return stored === undefined
      ? this.#newcomer(source, { ...whenNew, ...said }, place === null)
      : this.#match(source, stored, said);
  }

  /** What the table lacks to tell rows apart: 规格型号. */
  #tellingApart(): string {
    const { columns, uniqueWith = [] } = this.#definition;
    const named = columns.filter(({ key }) => uniqueWith.includes(key)).map(({ name }) => name);
    return named.length === 0 ? '其他内容' : named.join('或');
  }

  #newcomer(source: TableRow, said: LedgerValues, namesNoPlace: boolean): ImportedRow {
    const values = newcomer(this.#definition, said, this.#rows.around.today);
    if (namesNoPlace && isEmpty(values[PLACE])) {
      const text = '没有写在哪个县(市、区)，请补上，或在上面选择“没写所在地的算在”。';
      this.#texts.note('error', source.row, 'county', text);
    }
    this.#check(source, values);
    this.#checkNear(source, values, null);
    return { row: source.row, action: 'add', id: null, values, changes: this.#placeWords(values) };
  }

  #match(source: TableRow, { id, values: stored }: StoredRow, said: LedgerValues): ImportedRow {
    const values = { ...stored, ...said };
    const named = [
      ...(stored[PLACE] === values[PLACE] ? [] : [`所在地 ${this.#placeWords(values).join('')}`]),
      ...this.#definition.columns
        .filter(({ key }) => !sameText(stored[key], values[key]))
        .map((column) => {
          const [was, is] = [stored, values].map((of) => this.#words(column, of[column.key]));
          return `${column.name} ${was === '' ? '' : `${was ?? ''} → `}${is ?? ''}`;
        }),
    ];
    this.#check(source, values);
    if (values[this.#position] !== stored[this.#position]) this.#checkNear(source, values, id);
    const action = named.length === 0 ? 'same' : 'change';
    return { row: source.row, action, id, values, changes: named };
  }

  /** What the row says; an empty cell says nothing. */
  #said(source: TableRow): Record<string, LedgerValue> {
    const said: Record<string, LedgerValue> = {};
    for (const column of this.#definition.columns) {
      const text = this.#cell(source, column);
      if (text === '') continue;
      const read = readCell(column, text, this.#uidOf);
      if ('problem' in read) this.#texts.note('error', source.row, column.key, `${read.problem}。`);
      else {
        if (!isEmpty(read.value)) said[column.key] = read.value;
        if (read.remark !== undefined)
          this.#texts.note('warning', source.row, column.key, `${read.remark}。`);
      }
    }
    return said;
  }

  #cell(source: TableRow, { key, kind }: LedgerColumn): string {
    const written = kind === 'text' ? this.#texts.lines(source, key) : this.#texts.text(source, key);
    const unit = this.#units.get(key);
    const text = unit !== undefined && BARE_NUMBER.test(written) ? `${written}${unit}` : written;
    if (text !== '' || kind !== 'coordinates') return text;
    const [longitude, latitude] = [LONGITUDE, LATITUDE].map((meaning) => this.#texts.text(source, meaning));
    return longitude === '' && latitude === '' ? '' : `${longitude ?? ''},${latitude ?? ''}`;
  }

  readonly #uidOf: UidOf = ({ key, kind }, text) => {
    if (kind === 'site') return siteNamed(this.#db, text)?.uid ?? null;
    const known = this.#termsOf.get(key)?.get(text.toLowerCase());
    if (known !== undefined) return known.uid;
    const { error } = termNameSchema.safeParse(text);
    if (error !== undefined)
      return { problem: `“${text}”不能作为新的选项：${error.issues[0]?.message ?? ''}` };
    this.#newTerms.set(key, (this.#newTerms.get(key) ?? new Set()).add(text));
    return `${NEW}${text}`;
  };

  /** Null where the row names none; without a uid where what it names is not found. */
  #placeOf(source: TableRow): { uid?: string } | null {
    const named = (meaning: keyof PlaceTexts) => this.#texts.text(source, meaning);
    const said = { county: named('county'), township: named('township'), village: named('village') };
    const isSilent = placeMeanings.every((meaning) => said[meaning] === '');
    // A county stands once for the townships below it, not the other way round.
    if (!isSilent && said.county === '') said.county = this.#above.county;
    if (isSilent && this.#fallback !== null) return null;
    if (!isSilent) this.#above = said;
    else if (placeMeanings.some((meaning) => this.#above[meaning] !== ''))
      this.#texts.note('warning', source.row, 'county', '没有写所在地，所在地按上一行。');
    const found = this.#findPlace(this.#above);
    if (found === null || 'uid' in found) return found;
    const shown = placeMeaningsOf(this.#definition.levels);
    const meaning = shown.includes(found.meaning) ? found.meaning : 'county';
    this.#texts.note('error', source.row, meaning, `${found.problem}。`);
    return {};
  }

  #check(source: TableRow, values: LedgerValues): void {
    for (const { severity, field, text } of problemsOf(this.#definition, values, this.#rows.around))
      if (field !== PLACE)
        this.#texts.note(severity === 'error' ? 'error' : 'warning', source.row, field, `${text}。`);
  }

  get #position(): string {
    return this.#definition.columns.find(({ kind }) => kind === 'coordinates')?.key ?? '';
  }

  #notePosition(values: LedgerValues, id: number | null): void {
    const position = values[this.#position];
    if (typeof position === 'string' && position !== '')
      this.#near?.add(position, {
        id,
        kind: this.#kindOf(values),
        title: titleOf(this.#definition, values),
      });
  }

  #kindOf(values: LedgerValues): LedgerValue {
    return values[this.#definition.apart?.kind ?? ''] ?? null;
  }

  /** Another row, stored or above in the table, that is likely the same thing. */
  #checkNear(source: TableRow, values: LedgerValues, id: number | null): void {
    const position = values[this.#position];
    if (this.#near === null || typeof position !== 'string' || position === '') return;
    const kind = this.#kindOf(values);
    const twin = this.#near
      .near(position)
      .find(({ item }) => (id === null || item.id !== id) && item.kind === kind);
    if (twin !== undefined)
      this.#texts.note('error', source.row, this.#position, `${nearWords(twin.item.title, twin.metres)}。`);
    this.#notePosition(values, id);
  }

  #placeWords(values: LedgerValues): string[] {
    const uid = values[PLACE];
    if (typeof uid !== 'string' || uid === '') return [];
    const { county, township, village } = this.#rows.places.namesOf(this.#rows.places.idOf(uid));
    return [`${county} ${township} ${village}`.trim()];
  }

  #words(column: LedgerColumn, value: LedgerValue | undefined): string {
    return cellText(column, value, (_column, uid) => {
      if (uid.startsWith(NEW)) return uid.slice(NEW.length);
      return this.#rows.termsOf(column.key).find((term) => term.uid === uid)?.name ?? '所选单位';
    });
  }
}

/** Cells are read without line breaks; a text that has some is still the same. */
function sameText(one: LedgerValue | undefined, other: LedgerValue | undefined): boolean {
  const plain = (value: LedgerValue | undefined) => String(value ?? '').replaceAll(/\s/gu, '');
  return plain(one) === plain(other);
}
