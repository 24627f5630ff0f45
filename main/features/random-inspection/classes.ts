import { v7 } from 'uuid';
import type {
  RandomClass,
  RandomClassFields,
  randomInspection as contract,
} from '#shared/contract/random-inspection.ts';
import { localDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { frequencyProblem } from '#shared/rules/random-inspection/frequency.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import { allPlanLines } from './draw-queries.ts';
import { requireItem } from './items.ts';
import { allClasses, allItems, classSizes, type ClassRecord, objectsOfClasses } from './queries.ts';

type Names = 'classes' | 'addClass' | 'updateClass' | 'removeClass' | 'beginRound';

/** Classes of objects, each with how often its objects are inspected. */
export const classHandlers: Pick<Handlers<typeof contract>, Names> = {
  classes: (_input, { db, today }) => listClasses(db, today),

  addClass(fields, { db, summarize }) {
    const classes = db.all(allClasses);
    requireRight(classes, fields, null);
    const uid = v7();
    const position = (classes.at(-1)?.position ?? 0) + 1;
    db.insert('random_class', { uid, ...columnsOf(db, fields), round_from: null, position });
    summarize(fields.name);
    return { uid };
  },

  updateClass({ uid, base, set }, { db, summarize }) {
    const record = requireClass(db, uid);
    const stored = fieldsOf(db, record);
    const changes = decidePatch<RandomClassFields>(stored, base, set);
    const wanted = { ...stored, ...changes };
    requireRight(db.all(allClasses), wanted, uid);
    db.update('random_class', record.id, columnsOf(db, wanted));
    summarize(wanted.name);
    return { uid };
  },

  removeClass({ uid }, { db, summarize }) {
    const record = requireClass(db, uid);
    const objects = db.all(objectsOfClasses, { classIds: JSON.stringify([record.id]) }).length;
    const what = `抽查类别“${record.name}”`;
    if (objects > 0) throw new AppError('inUse', { what, by: ` ${objects} 个检查对象` });
    if (db.all(allPlanLines).some(({ class_id: classId }) => classId === record.id))
      throw new AppError('inUse', { what, by: '抽查计划' });
    db.remove('random_class', record.id);
    summarize(record.name);
    return { uid };
  },

  beginRound({ uid }, { db, now, summarize }) {
    const record = requireClass(db, uid);
    db.update('random_class', record.id, { round_from: now });
    summarize(`${record.name}，${localDay(now)} 起`);
    return { uid };
  },
};

export function listClasses(db: ReadStore, today: string): RandomClass[] {
  const sizes = new Map(db.all(classSizes, { today }).map((row) => [row.class_id, row]));
  const items = new Map(db.all(allItems).map(({ uid, name }) => [uid, name]));
  return db.all(allClasses).map((record) => {
    const fields = fieldsOf(db, record);
    return {
      uid: record.uid,
      ...fields,
      itemName: items.get(fields.itemUid ?? '') ?? '',
      objects: sizes.get(record.id)?.size ?? 0,
      left: sizes.get(record.id)?.remaining ?? 0,
      roundFrom: record.round_from === null ? null : localDay(record.round_from),
    };
  });
}

function fieldsOf(db: ReadStore, record: ClassRecord): RandomClassFields {
  return {
    name: record.name,
    itemUid: db.all(allItems).find(({ id }) => id === record.item_id)?.uid ?? null,
    frequency: record.frequency,
    amount: record.amount,
    punishedFirst: record.punished_first === 1,
    source: record.source,
  };
}

function columnsOf(db: ReadStore, fields: RandomClassFields): RowValues {
  const { name, itemUid, frequency, amount, punishedFirst, source } = fields;
  return {
    name,
    item_id: itemUid === null ? null : requireItem(db, itemUid).id,
    frequency,
    amount,
    punished_first: Number(punishedFirst),
    source,
  };
}

/** @throws AppError badInput, duplicate */
function requireRight(classes: readonly ClassRecord[], fields: RandomClassFields, uid: string | null): void {
  const { name, frequency, amount, source } = fields;
  const problem = frequencyProblem({ kind: frequency, amount });
  if (problem !== null) {
    const detail = source === '' ? problem : `${problem}(依据：${source})`;
    throw new AppError('badInput', { detail, field: 'amount' });
  }
  if (classes.some((each) => each.name === name && each.uid !== uid))
    throw new AppError('duplicate', { what: '抽查类别', value: name });
}

/** @throws AppError notFound */
export function requireClass(db: ReadStore, uid: string): ClassRecord {
  const record = db.all(allClasses).find((each) => each.uid === uid);
  if (record === undefined) throw new AppError('notFound', { what: '这个抽查类别' });
  return record;
}
