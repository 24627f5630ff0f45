import { type CreditLevel, creditLevelNames, creditLevels } from '#shared/rules/random-inspection/model.ts';
import { type ObjectMeaning, objectTableColumns } from '#shared/rules/random-inspection/table-columns.ts';
import { RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { ListImport, Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { PlaceFinder, Places } from '#main/features/key-sites/index.ts';
import { requireClass } from './classes.ts';
import { insertObject } from './objects.ts';
import { allClasses, objectsOfClasses } from './queries.ts';

interface ObjectRow extends UnderstoodRow {
  name: string;
  organizationUid: string;
  credit: CreditLevel;
  punished: boolean;
  validUntil: string | null;
  note: string;
}

interface ReadObjects extends Understood {
  classUid: string;
  rows: ObjectRow[];
}

/** Objects that stand in no ledger, of one class; what the library has already, in any class, stays as it is. */
export const objectImport: ListImport<ObjectMeaning, { classUid: string }, ReadObjects> = {
  key: 'randomInspection',
  what: '检查对象',
  unit: '个对象',
  columns: () => objectTableColumns,
  understand(db, { rows, columns }, { options: { classUid }, today }) {
    const texts = new RowTexts<ObjectMeaning>(columns);
    const places = new Places(db, today);
    const finder = new PlaceFinder(places);
    const own = requireClass(db, classUid);
    const known = knownObjects(db);
    const read = rows.flatMap((source): ObjectRow[] => {
      const name = texts.name(source, 'name', '对象名称');
      if (name === null) return [];
      texts.check(source, objectTableColumns);
      const organizationUid = placeOf(texts, finder, source);
      if (organizationUid === null) return [];
      const placeId = places.require(organizationUid).id;
      const same = known.get(name)?.find((each) => isSamePlace(places, each.placeId, placeId));
      if (same === undefined) add(known, name, { placeId, className: own.name });
      else if (same.className !== own.name)
        texts.note('warning', source.row, 'name', `已在“${same.className}”里，不再加入“${own.name}”。`);
      return [
        {
          row: source.row,
          action: same === undefined ? 'add' : 'same',
          changes: [],
          name,
          organizationUid,
          credit: creditOf(texts, source),
          punished: punishedOf(texts, source),
          validUntil: texts.day(source, 'validUntil'),
          note: texts.text(source, 'note'),
        },
      ];
    });
    return { classUid, rows: read, problems: texts.problems, notes: [] };
  },
  write({ classUid, rows }, { db, today }) {
    const places = new Places(db, today);
    for (const { name, organizationUid, credit, punished, validUntil, note, action } of rows)
      if (action === 'add')
        insertObject(db, places, {
          classUid,
          name,
          organizationUid,
          credit,
          punished,
          heldReason: '',
          validUntil,
          closedOn: null,
          note,
        });
  },
};

interface KnownObject {
  placeId: number;
  className: string;
}

/** Of every class, by name. */
function knownObjects(db: ReadStore): Map<string, KnownObject[]> {
  const classIds = JSON.stringify(db.all(allClasses).map(({ id }) => id));
  const known = new Map<string, KnownObject[]>();
  for (const { name, organization_id: placeId, class_name: className } of db.all(objectsOfClasses, {
    classIds,
  }))
    add(known, name, { placeId, className });
  return known;
}

function add(known: Map<string, KnownObject[]>, name: string, object: KnownObject): void {
  const named = known.get(name);
  if (named === undefined) known.set(name, [object]);
  else named.push(object);
}

/** One place, or a township and its county: one of the two may be written less closely. */
function isSamePlace(places: Places, oneId: number, otherId: number): boolean {
  const countyIdOf = (id: number): number | undefined => {
    const place = places.byId(id);
    return place && places.parentOf(place)?.id;
  };
  return oneId === otherId || countyIdOf(oneId) === otherId || countyIdOf(otherId) === oneId;
}

function placeOf(texts: RowTexts<ObjectMeaning>, finder: PlaceFinder, source: TableRow): string | null {
  const found = finder.find({
    county: texts.text(source, 'county'),
    township: texts.text(source, 'township'),
  });
  if (found?.kind === 'found') return found.place.uid;
  const column = found?.column ?? 'county';
  texts.note('error', source.row, column, found?.text ?? '没有写所在的县(市、区)，请补上。');
  return null;
}

const yesWords: ReadonlySet<string> = new Set(['是', '有', '√', '1', '受过', '受过处罚']);
const noWords: ReadonlySet<string> = new Set([
  '',
  '否',
  '无',
  '没有',
  '×',
  '0',
  '-',
  '/',
  '未受过',
  '未受处罚',
]);

function punishedOf(texts: RowTexts<ObjectMeaning>, source: TableRow): boolean {
  const text = texts.text(source, 'punished');
  if (yesWords.has(text)) return true;
  if (!noWords.has(text))
    texts.note('error', source.row, 'punished', `“${text}”请写成“是”或“否”，没有受过处罚的也可以空着。`);
  return false;
}

/** An unknown word is asked about rather than taken as not rated. */
function creditOf(texts: RowTexts<ObjectMeaning>, source: TableRow): CreditLevel {
  const text = texts.text(source, 'credit');
  if (text === '') return 'unknown';
  const level = creditLevels.find((each) => creditLevelNames[each] === text);
  if (level === undefined) {
    const names = creditLevels.map((each) => creditLevelNames[each]).join('、');
    texts.note('error', source.row, 'credit', `“${text}”请写成${names}之一。`);
  }
  return level ?? 'unknown';
}
