import { codeProblem, plainCode } from '#shared/rules/credit/credit-code.ts';
import { type CreditMeaning, creditTableColumns } from '#shared/rules/credit/table-columns.ts';
import { RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { ListImport, Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { PlaceFinder, Places } from '#main/features/key-sites/index.ts';
import {
  ambiguityText,
  enterpriseOf,
  isAmbiguous,
  isOfSameCounty,
  knownEnterprise,
  type NamedEnterprise,
} from './enterprises.ts';
import { validityProblem } from './events.ts';
import { allKinds, type KindRecord } from './own-list-queries.ts';
import { type EnterpriseRecord, type EventRecord, eventsOfEnterprise } from './queries.ts';

interface EventRow extends UnderstoodRow {
  name: string;
  code: string;
  organizationUid: string | null;
  kindId: number;
  day: string;
  text: string;
  number: string;
}

interface ReadEvents extends Understood {
  rows: EventRow[];
}

type Texts = RowTexts<CreditMeaning>;

/** Penalties, awards and other events, a row each. One that is known is left as it is. */
export const creditImport: ListImport<CreditMeaning, null, ReadEvents> = {
  key: 'credit',
  what: '信用事项',
  unit: '项',
  columns: () => creditTableColumns,
  understand(db, { rows, columns }, { today }) {
    const texts = new RowTexts<CreditMeaning>(columns);
    const places = new Places(db, today);
    const reader = {
      db,
      today,
      texts,
      kinds: db.all(allKinds),
      places,
      finder: new PlaceFinder(places),
    };
    const met = new Map<string, number>();
    const read = rows.flatMap((source) => readRow(reader, source, met) ?? []);
    return { rows: read, problems: texts.problems, notes: notesOf(db, places, read) };
  },
  write({ rows }, context) {
    for (const row of rows) if (row.action === 'add') writeRow(context, row);
  },
};

interface Reader {
  db: ReadStore;
  today: string;
  texts: Texts;
  kinds: readonly KindRecord[];
  places: Places;
  finder: PlaceFinder;
}

/** @param met rows by what they say, for those that are written twice */
function readRow(reader: Reader, source: TableRow, met: Map<string, number>): EventRow | null {
  const { db, texts, places } = reader;
  const name = texts.name(source, 'name', creditTableColumns.name.name);
  if (name === null) return null;
  texts.check(source, creditTableColumns);
  const code = plainCode(texts.text(source, 'code'));
  const problem = code === '' ? null : codeProblem(code);
  if (problem !== null) texts.note('error', source.row, 'code', problem);
  const day = texts.day(source, 'day') ?? '';
  const kind = kindOf(reader, source, day);
  const organizationUid = placeOf(reader, source);
  const named = { name, code, organizationUid };
  if (isAmbiguous(db, places, named)) texts.note('error', source.row, 'code', ambiguityText(name));
  const said = {
    row: source.row,
    ...named,
    kindId: kind?.id ?? 0,
    day,
    text: texts.text(source, 'text'),
    number: texts.text(source, 'number'),
  };
  // What is wrong was noted, and nothing is taken over with it.
  if (kind === null || problem !== null) return { ...said, action: 'none', changes: [] };
  const known = knownEnterprise(db, places, named);
  const who = known?.id ?? (code || [name, organizationUid]);
  const key = JSON.stringify([who, kind.id, day, said.number || [said.text]]);
  const earlier = met.get(key);
  if (earlier !== undefined) {
    texts.note('warning', source.row, 'name', `与第 ${earlier} 行重复，只算一次。`);
    return { ...said, action: 'none', changes: [] };
  }
  met.set(key, source.row);
  if (known !== undefined) noteMatch(reader, source, named, known);
  const isThere =
    known !== undefined &&
    db.all(eventsOfEnterprise, { enterpriseId: known.id }).some((event) => isSame(event, said));
  return { ...said, action: isThere ? 'same' : 'add', changes: [] };
}

/** Taken for a known one by nothing but its name: the clerk has to see for which. */
function noteMatch(
  { texts, places, today }: Reader,
  source: TableRow,
  { name, code, organizationUid }: NamedEnterprise,
  known: EnterpriseRecord,
): void {
  if ((code !== '' && known.code === code) || isOfSameCounty(places, known, organizationUid)) return;
  const { countyName } = places.namesOn(known.organization_id ?? 0, today);
  const which = countyName === '' ? '没有登记所在地' : countyName;
  texts.note('warning', source.row, 'name', `按名称认作${which}的“${name}”，不是同一家的请写上所在地。`);
}

/** A number tells penalties of one day apart; without one, what they are for does. */
function isSame(event: EventRecord, row: Pick<EventRow, 'kindId' | 'day' | 'number' | 'text'>): boolean {
  if (event.kind_id !== row.kindId || event.day !== row.day || event.number !== row.number) return false;
  return row.number !== '' || row.text === '' || event.text === '' || event.text === row.text;
}

function kindOf({ kinds, texts, today }: Reader, source: TableRow, day: string): KindRecord | null {
  const written = texts.text(source, 'kind');
  const kind = kinds.find(({ name }) => plain(name) === plain(written));
  if (kind === undefined) {
    const names = kinds.map(({ name }) => name).join('、');
    const problem = written === '' ? '没有写信用事项' : `没有“${written}”这种信用事项`;
    texts.note('error', source.row, 'kind', `${problem}，请写成其中一种：${names}。`);
    return null;
  }
  if (day === '') {
    if (texts.text(source, 'day') === '') texts.note('error', source.row, 'day', '没有写日期，请补上。');
    return null;
  }
  const invalid = day > today ? `${day} 还没有到，请核对。` : validityProblem(kind, day);
  if (invalid === null) return kind;
  texts.note('error', source.row, 'day', invalid);
  return null;
}

function placeOf({ finder, texts }: Reader, source: TableRow): string | null {
  const found = finder.find({ county: texts.text(source, 'county'), township: '' });
  if (found?.kind === 'problem') texts.note('error', source.row, 'county', found.text);
  return found?.kind === 'found' ? found.place.uid : null;
}

function plain(text: string): string {
  return text.replaceAll(/[\s，,、。]/gu, '');
}

/** Enterprises that the ledger does not know yet. */
function notesOf(db: ReadStore, places: Places, rows: readonly EventRow[]): string[] {
  const added = rows.filter((row) => row.action === 'add' && knownEnterprise(db, places, row) === undefined);
  const names = [...new Set(added.map(({ name }) => name))];
  return names.length === 0 ? [] : [`新增 ${names.length} 个企业：${names.slice(0, 10).join('、')}`];
}

function writeRow(
  context: WriteContext,
  { name, code, organizationUid, kindId, day, text, number }: EventRow,
) {
  const enterprise = enterpriseOf(context, { kind: 'new', name, code, organizationUid });
  if (code !== '' && enterprise.code === null)
    context.db.update('credit_enterprise', enterprise.id, { code });
  context.db.insert('credit_event', { enterprise_id: enterprise.id, kind_id: kindId, day, text, number });
}
