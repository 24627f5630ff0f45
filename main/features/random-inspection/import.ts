import { type CreditLevel, creditLevelNames, creditLevels } from '#shared/rules/random-inspection/model.ts';
import { type ObjectMeaning, objectTableColumns } from '#shared/rules/random-inspection/table-columns.ts';
import { RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { PlaceFinder, Places } from '#main/features/key-sites/index.ts';
import { requireClass } from './classes.ts';
import { insertObject } from './objects.ts';
import { objectsOfClasses } from './queries.ts';

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

/** Objects that stand in no ledger, of one class; what the class has already stays as it is. */
export const objectImport: ListImport<ObjectMeaning, { classUid: string }, ReadObjects> = {
  key: 'randomInspection',
  what: '检查对象',
  unit: '个对象',
  columns: () => objectTableColumns,
  understand(db, { rows, columns }, { options: { classUid }, today }) {
    const texts = new RowTexts<ObjectMeaning>(columns);
    const finder = new PlaceFinder(new Places(db, today));
    const classIds = JSON.stringify([requireClass(db, classUid).id]);
    const known = new Set(db.all(objectsOfClasses, { classIds }).map(({ name }) => name));
    const read = rows.flatMap((source): ObjectRow[] => {
      const name = texts.name(source, 'name', '对象名称');
      if (name === null) return [];
      texts.check(source, objectTableColumns);
      const organizationUid = placeOf(texts, finder, source);
      if (organizationUid === null) return [];
      const isKnown = known.has(name);
      known.add(name);
      return [
        {
          row: source.row,
          action: isKnown ? 'same' : 'add',
          changes: [],
          name,
          organizationUid,
          credit: creditOf(texts, source),
          punished: ['是', '有', '√', '1'].includes(texts.text(source, 'punished')),
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
