import type { SiteImportOptions } from '#shared/contract/key-sites.ts';
import type { Meaning } from '#shared/rules/key-sites/headings.ts';
import { type ReadSite, readTable } from '#shared/rules/key-sites/read-table.ts';
import { type HeadedColumn, letterOf } from '#shared/rules/tables/headings.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { GivenTable, Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { termIndex, type TermRecord } from '#main/core/terms.ts';
import type { SiteValues } from '../columns.ts';
import { type Place, Places } from '../places.ts';
import { allKinds, allTrades, type KindRecord } from '../queries.ts';
import { PlaceFinder } from './find-place.ts';
import { type KnownSite, KnownSites, mayBeAt } from './known-sites.ts';
import { type Change, changesOf } from './changes.ts';

/** What an import would do with one row. */
export interface InterpretedRow extends UnderstoodRow {
  /** Null for a newcomer. */
  site: KnownSite | null;
  /** As it will be stored; a new trade goes by its name until then. */
  values: ImportedValues;
}

export interface ImportedValues extends Omit<SiteValues, 'tradeId'> {
  trade: { id: number } | { newName: string } | null;
  kindIds: readonly number[];
}

export interface Interpretation extends Understood {
  rows: InterpretedRow[];
  newTrades: string[];
}

export function interpret(
  db: ReadStore,
  { rows, columns }: GivenTable<Meaning>,
  { options: { placeUid }, today }: { options: SiteImportOptions; today: string },
): Interpretation {
  const kinds = termIndex(db.all(allKinds));
  const read = readTable(rows, columns);
  const places = new Places(db, today);
  const interpreter = new Interpreter(
    { trades: termIndex(db.all(allTrades)), kinds },
    {
      places,
      today,
      finder: new PlaceFinder(places),
      fallback: placeUid === null ? null : places.require(placeUid),
    },
    new KnownSites(db, places),
    columns,
  );
  const sites = interpreter.run(read.sites);
  const newTrades = [...interpreter.newTrades];
  return {
    rows: sites,
    problems: [...read.problems, ...interpreter.problems],
    newTrades,
    notes: newTrades.length > 0 ? [`行业里还没有、将一并新增：${newTrades.join('、')}`] : [],
  };
}

interface Where {
  places: Places;
  today: string;
  finder: PlaceFinder;
  fallback: Place | null;
}

interface Terms {
  trades: ReadonlyMap<string, TermRecord>;
  kinds: ReadonlyMap<string, KindRecord>;
}

class Interpreter {
  readonly problems: ReadProblem[] = [];
  readonly newTrades = new Set<string>();
  readonly #terms: Terms;
  readonly #kindByUid: ReadonlyMap<string, number>;
  readonly #kindNames: ReadonlyMap<number, string>;
  readonly #words = new Map<string, readonly string[]>();
  readonly #where: Where;
  readonly #known: KnownSites;
  readonly #columns: readonly HeadedColumn<Meaning>[];

  constructor(terms: Terms, where: Where, known: KnownSites, columns: readonly HeadedColumn<Meaning>[]) {
    this.#terms = terms;
    this.#kindByUid = new Map([...terms.kinds.values()].map(({ id, uid }) => [uid, id]));
    this.#kindNames = new Map([...terms.kinds.values()].map(({ id, name }) => [id, name]));
    this.#where = where;
    this.#known = known;
    this.#columns = columns;
  }

  run(sites: readonly ReadSite[]): InterpretedRow[] {
    const places = sites.map((read) => this.#placeOf(read));
    // Whoever is named with the stored address has first call on it: a second branch must not take its place.
    const certain = new Map(
      sites.flatMap((read, index) => {
        const place = places[index] ?? null;
        const site = place === null ? undefined : this.#certain(read, place);
        return site === undefined ? [] : [[read, site] as const];
      }),
    );
    return sites.map((read, index) => this.#understand(read, places[index] ?? null, certain.get(read)));
  }

  #certain(read: ReadSite, place: Place): KnownSite | undefined {
    if (read.address === '') return undefined;
    const site = this.#known
      .candidates({ ...read, place })
      .find((each) => each.row === null && each.address !== '' && mayBeAt(read.address)(each));
    if (site !== undefined) site.row = read.row;
    return site;
  }

  #understand(read: ReadSite, place: Place | null, certain: KnownSite | undefined): InterpretedRow {
    const said = { tradeOfRow: this.#tradeOf(read), kindIds: this.#kindsOf(read) };
    if (place === null) return this.#newcomer(read, null, said, 'none');
    const candidates = certain === undefined ? this.#known.candidates({ ...read, place }) : [certain];
    const site = certain ?? candidates.find((each) => each.row === null);
    if (site !== undefined) return this.#match(read, place, site, said);
    const twin = candidates.find(mayBeAt(read.address));
    if (twin !== undefined) {
      this.#note('warning', read.row, 'name', `“${read.name}”与第 ${twin.row} 行重复，只算一次。`);
      return this.#newcomer(read, place, said, 'none');
    }
    const [namesake] = candidates;
    if (namesake !== undefined)
      this.#note('warning', read.row, 'name', `与第 ${namesake.row} 行同名，地址不同，按两家导入。`);
    const row = this.#newcomer(read, place, said, 'add');
    const { name, address } = read;
    this.#known.add({ record: null, kindIds: none, name, address, organizationId: place.id, row: read.row });
    return row;
  }

  #match(read: ReadSite, place: Place, site: KnownSite, said: Said): InterpretedRow {
    site.row = read.row;
    const { values, changes } = changesOf(site, read, {
      organizationId: place.level === 'county' ? null : place.id,
      trade: said.tradeOfRow,
      kindIds: this.#kindIdsAfter(site.kindIds, read, said.kindIds),
      nameOfTrade: (id) => [...this.#terms.trades.values()].find((trade) => trade.id === id)?.name ?? '',
    });
    const action = changes.length === 0 ? 'same' : 'change';
    return { row: read.row, action, site, values, changes: changes.map(changeText) };
  }

  #newcomer(read: ReadSite, place: Place | null, said: Said, action: 'add' | 'none'): InterpretedRow {
    const { name, address, responsiblePerson, phone, note, closedOn } = read;
    const values: ImportedValues = {
      name,
      organizationId: place?.id ?? 0,
      address,
      trade: said.tradeOfRow,
      kindIds: this.#kindIdsAfter(none, read, said.kindIds),
      responsiblePerson,
      phone,
      note,
      closedOn,
    };
    return { row: read.row, action, site: null, values, changes: this.#wordsOf(place, values) };
  }

  /** What a row leaves to those above it or says in other words, as it was understood; many rows say the same. */
  #wordsOf(place: Place | null, { kindIds }: ImportedValues): readonly string[] {
    if (place === null) return [];
    const key = `${place.id} ${kindIds.join(' ')}`;
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    const kinds = kindIds.map((id) => this.#kindNames.get(id) ?? '');
    const words = [this.#nameOf(place), kinds.join('、')].filter((each) => each !== '');
    this.#words.set(key, words);
    return words;
  }

  #nameOf({ id }: Place): string {
    const { countyName, townshipName } = this.#where.places.namesOn(id, this.#where.today);
    return `${countyName} ${townshipName}`.trim();
  }

  #placeOf(read: ReadSite): Place | null {
    const found = this.#where.finder.find(read);
    if (found?.kind === 'problem') {
      this.#note('error', read.row, found.column, found.text);
      return null;
    }
    const place = found?.place ?? this.#where.fallback;
    if (place === null)
      this.#note('error', read.row, 'county', '没有写在哪个区县，请补上，或在上面选择“没写区县的算在”。');
    else if (!this.#where.places.existsToday(place) && read.closedOn === null)
      this.#note('warning', read.row, 'township', '所写的区县或乡镇街道已经撤销，请核对。');
    return place;
  }

  #tradeOf({ trade }: ReadSite): ImportedValues['trade'] {
    if (trade === '') return null;
    const known = this.#terms.trades.get(trade.toLowerCase());
    if (known !== undefined) return { id: known.id };
    this.newTrades.add(trade);
    return { newName: trade };
  }

  #kindsOf({ row, kindWords }: ReadSite): readonly number[] {
    if (kindWords.length === 0) return none;
    return kindWords.flatMap((word) => {
      const kind = this.#terms.kinds.get(word.toLowerCase());
      if (kind !== undefined) return [kind.id];
      this.#note('error', row, 'kinds', `没有“${word}”这个类别，请改正，或先在“行业和类别”里新增。`);
      return [];
    });
  }

  /** An empty cell says nothing; an answer takes one kind away or adds it. */
  #kindIdsAfter(stored: readonly number[], read: ReadSite, named: readonly number[]): readonly number[] {
    if (read.kindAnswers.length === 0) return named.length > 0 ? unique(named) : stored;
    const kindIds = new Set(named.length > 0 ? named : stored);
    for (const { kindUid, yes } of read.kindAnswers) {
      const id = this.#kindByUid.get(kindUid);
      if (id === undefined) continue;
      if (yes) kindIds.add(id);
      else kindIds.delete(id);
    }
    return [...kindIds];
  }

  #note(severity: ReadProblem['severity'], row: number, meaning: Meaning, text: string): void {
    this.problems.push({ severity, row, column: letterOf(this.#columns, meaning), text });
  }
}

interface Said {
  tradeOfRow: ImportedValues['trade'];
  kindIds: readonly number[];
}

/** One for all rows: a hundred thousand of their own take 3 MB. */
const none: readonly never[] = [];

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}

function changeText({ field, from, to }: Change): string {
  return to === '' ? `改${field}` : `${field} ${from === '' ? '' : `${from} → `}${to}`;
}
