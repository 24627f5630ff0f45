import type { Column, Meaning } from '#shared/rules/key-sites/headings.ts';
import { type ReadSite, readTable } from '#shared/rules/key-sites/read-table.ts';
import { letterOf } from '#shared/rules/tables/headings.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { SourceTable } from '#main/core/excel/read/source-table.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { termIndex, type TermRecord } from '#main/core/terms.ts';
import type { SiteValues } from '../columns.ts';
import { type Place, Places } from '../places.ts';
import { allKinds, allTrades, type KindRecord } from '../queries.ts';
import { PlaceFinder } from './find-place.ts';
import { type KnownSite, KnownSites, mayBeAt } from './known-sites.ts';
import { type Change, changesOf } from './changes.ts';

/** What an import would do with one row. */
export interface InterpretedRow {
  read: ReadSite;
  place: Place | null;
  action: 'add' | 'change' | 'same' | 'none';
  /** Null for a newcomer. */
  site: KnownSite | null;
  /** As it will be stored; a new trade goes by its name until then. */
  values: ImportedValues;
  changes: Change[];
}

export interface ImportedValues extends Omit<SiteValues, 'tradeId'> {
  trade: { id: number } | { newName: string } | null;
  kindIds: number[];
}

export interface Interpretation {
  rows: InterpretedRow[];
  columns: Column[];
  problems: ReadProblem[];
  newTrades: string[];
}

/**
 * Reads a table against the ledger; changes nothing. The same table and ledger give the same result.
 * @param placeUid where rows belong that name neither county nor township; null: such a row is a problem
 */
export function interpret(
  db: ReadStore,
  table: SourceTable,
  { placeUid, today }: { placeUid: string | null; today: string },
): Interpretation {
  const kinds = termIndex(db.all(allKinds));
  const read = readTable(table.rows, (word) => kinds.get(word.toLowerCase())?.uid ?? null);
  const places = new Places(db, today);
  const interpreter = new Interpreter(
    { trades: termIndex(db.all(allTrades)), kinds },
    { finder: new PlaceFinder(places), fallback: placeUid === null ? null : places.require(placeUid) },
    new KnownSites(db, places),
    read.columns,
  );
  const rows = interpreter.run(read.sites, places);
  const problems = [...read.problems, ...interpreter.problems];
  if (rows.length === 0 && read.columns.length > 0)
    problems.push({ severity: 'error', row: 0, column: '', text: '标题行下面没有读到单位。' });
  return { rows, columns: read.columns, problems, newTrades: [...interpreter.newTrades] };
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
  readonly #where: { finder: PlaceFinder; fallback: Place | null };
  readonly #known: KnownSites;
  readonly #columns: readonly Column[];

  constructor(
    terms: Terms,
    where: { finder: PlaceFinder; fallback: Place | null },
    known: KnownSites,
    columns: readonly Column[],
  ) {
    this.#terms = terms;
    this.#kindByUid = new Map([...terms.kinds.values()].map(({ id, uid }) => [uid, id]));
    this.#where = where;
    this.#known = known;
    this.#columns = columns;
  }

  run(sites: readonly ReadSite[], places: Places): InterpretedRow[] {
    const placed = sites.map((read) => ({ read, place: this.#placeOf(read, places) }));
    // Whoever is named with the stored address has first call on it: a second branch must not take its place.
    const certain = new Map(
      placed.flatMap(({ read, place }) => {
        const site = place === null ? undefined : this.#certain(read, place);
        return site === undefined ? [] : [[read, site] as const];
      }),
    );
    return placed.map(({ read, place }) => this.#understand(read, place, certain.get(read)));
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
    this.#known.add({ record: null, kindIds: [], name, address, organizationId: place.id, row: read.row });
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
    return { read, place, action: changes.length === 0 ? 'same' : 'change', site, values, changes };
  }

  #newcomer(read: ReadSite, place: Place | null, said: Said, action: 'add' | 'none'): InterpretedRow {
    const { name, address, responsiblePerson, phone, note, closedOn } = read;
    const values: ImportedValues = {
      name,
      organizationId: place?.id ?? 0,
      address,
      trade: said.tradeOfRow,
      kindIds: this.#kindIdsAfter([], read, said.kindIds),
      responsiblePerson,
      phone,
      note,
      closedOn,
    };
    return { read, place, action, site: null, values, changes: [] };
  }

  #placeOf(read: ReadSite, places: Places): Place | null {
    const found = this.#where.finder.find(read);
    if (found?.kind === 'problem') {
      this.#note('error', read.row, found.column, found.text);
      return null;
    }
    const place = found?.place ?? this.#where.fallback;
    if (place === null)
      this.#note('error', read.row, 'county', '没有写在哪个区县，请补上，或在上面选择“没写区县的算在”。');
    else if (!places.existsToday(place) && read.closedOn === null)
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

  #kindsOf({ row, kindWords }: ReadSite): number[] {
    return kindWords.flatMap((word) => {
      const kind = this.#terms.kinds.get(word.toLowerCase());
      if (kind !== undefined) return [kind.id];
      this.#note('error', row, 'kinds', `没有“${word}”这个类别，请改正，或先在“行业和类别”里新增。`);
      return [];
    });
  }

  /** An empty cell says nothing; an answer takes one kind away or adds it. */
  #kindIdsAfter(stored: readonly number[], read: ReadSite, named: readonly number[]): number[] {
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
  kindIds: number[];
}
