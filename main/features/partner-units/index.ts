import { v7 } from 'uuid';
import type { PartnerFields, partnerUnits as contract } from '#shared/contract/partner-units.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { columnsOf } from './columns.ts';
import { partnerImport } from './import.ts';
import { listPartners, partnerFieldsOf, partnerSettings, SETTING } from './list.ts';
import { partnerByName, partnerByUid, type PartnerRecord } from './queries.ts';

export { listPartners } from './list.ts';

/** 联动单位通讯录: whom the duty room calls, and when their phones were last found right. */
export const partnerUnits: Handlers<typeof contract> = {
  list: (_input, { db, today }) => listPartners(db, today),

  add(fields, { db, summarize }) {
    requireFreeName(db, fields.name, null);
    const uid = v7();
    db.insert('partner_unit', { uid, ...columnsOf(fields) });
    summarize(fields.name);
    return { uid };
  },

  update({ uid, base, set }, { db, summarize }) {
    const record = requirePartner(db, uid);
    const stored = partnerFieldsOf(record);
    const fields = { ...stored, ...decidePatch<PartnerFields>(stored, base, set) };
    requireFreeName(db, fields.name, record.id);
    db.update('partner_unit', record.id, columnsOf(fields));
    summarize(fields.name);
    return { uid };
  },

  remove({ uid }, { db, summarize }) {
    const { id, name } = requirePartner(db, uid);
    db.remove('partner_unit', id);
    summarize(name);
    return { uid };
  },

  confirm({ uids, day }, { db, summarize }) {
    const records = uids.map((uid) => requirePartner(db, uid)).filter((each) => each.confirmed_on !== day);
    for (const { id } of records) db.update('partner_unit', id, { confirmed_on: day });
    summarize(`${records.length} 家，${day}`);
    return { changed: records.length };
  },

  importTable: importList(partnerImport),

  setSettings({ base, set }, { db, summarize }) {
    decidePatch(partnerSettings(db), base, set);
    if (new Set(set.kinds).size < set.kinds.length)
      throw new AppError('refused', { reason: '类别里有重复的，请只留一个。' });
    writeSetting(db, SETTING, set);
    summarize(`${set.kinds.length} 个类别，${set.confirmDays} 天`);
    return { done: true };
  },
};

function requirePartner(db: ReadStore, uid: string): PartnerRecord {
  const record = db.get(partnerByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个联动单位' });
  return record;
}

function requireFreeName(db: ReadStore, name: string, ownId: number | null): void {
  const other = db.get(partnerByName, { name });
  if (other !== undefined && other.id !== ownId)
    throw new AppError('duplicate', { what: '联动单位', value: name });
}
