import { v7 } from 'uuid';
import {
  type ForeignForm,
  type foreignForms as contract,
  type OfferedSource,
  pointingSchema,
} from '#shared/contract/foreign-forms.ts';
import { AppError } from '#shared/errors.ts';
import {
  emptyPointing,
  pointedCount,
  type Pointing,
  pointingProblem,
} from '#shared/rules/foreign-forms/pointing.ts';
import type { FieldScope, FieldSource, FieldSources } from '#main/core/fields/field-source.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { initialsOfAll } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allForms, formByName, formByUid, type FormRow } from './queries.ts';

/** Forms of other offices (上级表格): kept with what was pointed at in them, filled again each time. */
export function foreignFormsWith(sources: FieldSources): Handlers<typeof contract> {
  return {
    list: (_input, { db }) => db.all(allForms).map(toForm),

    get({ uid }, { db }) {
      const row = requireForm(db, uid);
      return { ...toForm(row), pointing: pointingOf(row) };
    },

    fields: ({ periodUid }, { db, caller, today }) =>
      sources(db)
        // Which days are meant changes no field.
        .map((source) => offered(source, { db, caller, today, from: today, to: today, periodUid }))
        .filter(({ fields }) => fields.length > 0),

    keep({ name, fileName, bytes, sha256 }, { db, caller, now, summarize }) {
      requireFreeName(db, name);
      const uid = v7();
      db.insert('foreign_form', {
        uid,
        name,
        file_name: fileName,
        bytes,
        sha256,
        pointing: JSON.stringify(emptyPointing),
        added_at: now,
        added_by: caller.userName,
      });
      summarize(name);
      return { uid };
    },

    keepVersion({ uid, fileName, bytes, sha256 }, { db, caller, now, summarize }) {
      const { id, name } = requireForm(db, uid);
      const added = { added_at: now, added_by: caller.userName };
      db.update('foreign_form', id, { file_name: fileName, bytes, sha256, ...added });
      summarize(name);
      return { uid };
    },

    update({ uid, base, set }, { db, summarize }) {
      const row = requireForm(db, uid);
      const stored = { name: row.name, pointing: pointingOf(row) };
      const { name, pointing } = { ...stored, ...decidePatch(stored, base, set) };
      if (name !== row.name) requireFreeName(db, name);
      const problem = pointingProblem(pointing);
      if (problem !== null) throw new AppError('refused', { reason: `${problem}。` });
      db.update('foreign_form', row.id, { name, pointing: JSON.stringify(pointing) });
      summarize(name);
      return { uid };
    },

    remove({ uid }, { db, summarize }) {
      const { id, name } = requireForm(db, uid);
      db.remove('foreign_form', id);
      summarize(name);
      return { uid };
    },
  };
}

export interface FormContent {
  name: string;
  fileName: string;
  sha256: string;
  pointing: Pointing;
}

/** Handlers that only the core itself calls. */
export const foreignFormsForCore = {
  content({ uid }: { uid: string }, { db }: ReadContext): FormContent {
    const row = requireForm(db, uid);
    return { name: row.name, fileName: row.file_name, sha256: row.sha256, pointing: pointingOf(row) };
  },
};

function toForm(row: FormRow): ForeignForm {
  return {
    uid: row.uid,
    name: row.name,
    fileName: row.file_name,
    bytes: row.bytes,
    addedAt: row.added_at,
    addedBy: row.added_by,
    pointed: pointedCount(pointingOf(row)),
  };
}

function pointingOf({ pointing }: FormRow): Pointing {
  return pointingSchema.parse(JSON.parse(pointing));
}

/** @throws AppError notFound */
function requireForm(db: ReadStore, uid: string): FormRow {
  const row = db.get(formByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这张上级表格' });
  return row;
}

/** @throws AppError duplicate */
function requireFreeName(db: ReadStore, name: string): void {
  if (db.get(formByName, { name }) !== undefined)
    throw new AppError('duplicate', { what: '上级表格', value: name });
}

function offered(source: FieldSource, scope: FieldScope): OfferedSource {
  const { key, name, kind, needsPeriod } = source;
  const fields = source.fields(scope).map((field) => ({ ...field, initials: initialsOfAll(field.name) }));
  return { key, name, initials: initialsOfAll(name), kind, needsPeriod, fields };
}
