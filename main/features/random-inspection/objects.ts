import { v7 } from 'uuid';
import type {
  RandomObject,
  RandomObjectFields,
  randomInspection as contract,
} from '#shared/contract/random-inspection.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { Places, type SiteFollower } from '#main/features/key-sites/index.ts';
import { requireClass } from './classes.ts';
import { drawsOfObject } from './draw-queries.ts';
import {
  countObjects,
  objectByUid,
  type ObjectParams,
  type ObjectRecord,
  objectsOfSite,
  pageOfObjects,
  sitesWithoutObject,
} from './queries.ts';

type Names = 'objects' | 'addObject' | 'updateObject' | 'removeObjects' | 'addSites';

/** 检查对象名录库: key sites, and others that stand in no ledger. */
export const objectHandlers: Pick<Handlers<typeof contract>, Names> = {
  objects({ filter: { view, classUid, text }, after, limit }, { db, today }) {
    const classId = classUid === null ? null : requireClass(db, classUid).id;
    const asked: ObjectParams = { view, classId, text, today };
    const places = new Places(db, today);
    const records = db.all(pageOfObjects, { ...asked, after: after ?? 0, limit });
    return {
      rows: records.map((record) => objectRow(record, places, today)),
      total: after === null ? (db.get(countObjects, asked)?.count ?? 0) : null,
      next: records.length === limit ? (records.at(-1)?.id ?? null) : null,
    };
  },

  addObject(fields, { db, today, summarize }) {
    const uid = insertObject(db, new Places(db, today), fields);
    summarize(fields.name);
    return { uid };
  },

  updateObject({ uid, base, set }, { db, today, summarize }) {
    const record = requireObject(db, uid);
    const places = new Places(db, today);
    const stored = fieldsOf(record, places);
    const changes = decidePatch<RandomObjectFields>(stored, base, set);
    if (record.site_id !== null && (changes.name ?? changes.organizationUid) !== undefined)
      throw new AppError('refused', { reason: '这是重点单位，名称和所在地请在“重点单位”里修改。' });
    const [had, wanted] = [stored, { ...stored, ...changes }].map((fields) => columnsOf(db, places, fields));
    db.update('random_object', record.id, changedColumns(had ?? {}, wanted ?? {}));
    summarize(changes.name ?? record.name);
    return { uid };
  },

  removeObjects({ uids }, { db, summarize }) {
    for (const uid of uids) {
      const record = requireObject(db, uid);
      if (db.all(drawsOfObject, { objectId: record.id }).length > 0)
        throw new AppError('refused', {
          reason: `“${record.name}”抽取过，不能删除；不再检查的请填写停业或退出日期。`,
        });
      db.remove('random_object', record.id);
    }
    summarize(`${uids.length} 个`);
    return { removed: uids.length };
  },

  addSites({ classUid, kindUid }, { db, today, summarize }) {
    const { id: classId, name: className } = requireClass(db, classUid);
    const sites = db.all(sitesWithoutObject, { kindUid, today });
    if (sites.length === 0)
      throw new AppError('refused', {
        reason: '没有可以加入的重点单位：都已在名录库里，或台账里没有这一类。',
      });
    for (const { id, name, organization_id: organizationId } of sites)
      db.insert('random_object', {
        ...blankColumns,
        class_id: classId,
        site_id: id,
        name,
        organization_id: organizationId,
        initials: initialsOf(name),
      });
    summarize(`${className}，${sites.length} 个`);
    return { added: sites.length };
  },
};

const blankColumns: RowValues = {
  credit: 'unknown',
  punished: 0,
  held_reason: '',
  valid_until: null,
  closed_on: null,
  note: '',
};

/** @returns its uid */
export function insertObject(db: WriteStore, places: Places, fields: RandomObjectFields): string {
  const uid = v7();
  db.insert('random_object', { uid, site_id: null, ...columnsOf(db, places, fields) });
  return uid;
}

function columnsOf(db: ReadStore, places: Places, fields: RandomObjectFields): RowValues {
  return {
    class_id: requireClass(db, fields.classUid).id,
    name: fields.name,
    organization_id: places.require(fields.organizationUid).id,
    credit: fields.credit,
    punished: Number(fields.punished),
    held_reason: fields.heldReason,
    valid_until: fields.validUntil,
    closed_on: fields.closedOn,
    note: fields.note,
    initials: initialsOf(fields.name),
  };
}

/** What the ledger of key sites tells of an object is never copied into it. */
function changedColumns(had: RowValues, wanted: RowValues): RowValues {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== had[name]));
}

function fieldsOf(record: ObjectRecord, places: Places): RandomObjectFields {
  return {
    classUid: record.class_uid,
    name: record.name,
    organizationUid: places.byId(record.organization_id)?.uid ?? '',
    credit: record.credit,
    punished: record.punished === 1,
    heldReason: record.held_reason,
    validUntil: record.valid_until,
    closedOn: record.closed_on,
    note: record.note,
  };
}

function objectRow(record: ObjectRecord, places: Places, today: string): RandomObject {
  return {
    uid: record.uid,
    siteUid: record.site_uid,
    ...fieldsOf(record, places),
    className: record.class_name,
    ...places.namesOn(record.organization_id, today),
    drawnOn: record.drawn_on,
  };
}

/** @throws AppError notFound */
function requireObject(db: ReadStore, uid: string): ObjectRecord {
  const record = db.get(objectByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个检查对象' });
  return record;
}

/** Two entries of one site became one: the object goes with it; where the other is one as well, it is held back. */
export const objectsFollowSite: SiteFollower = (db, fromId, toId) => {
  const isTaken = db.all(objectsOfSite, { siteId: toId }).length > 0;
  const change = isTaken ? { site_id: null, held_reason: '已并入另一个重点单位' } : { site_id: toId };
  for (const { id } of db.all(objectsOfSite, { siteId: fromId })) db.update('random_object', id, change);
};
