import { v7 } from 'uuid';
import type { exportForms as contract } from '#shared/contract/export-forms.ts';
import { AppError } from '#shared/errors.ts';
import type { ExportForm } from '#shared/rules/assessment/export-form/model.ts';
import { keptFormProblems } from '#shared/rules/assessment/export-form/problems.ts';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { readTextSetting } from '#main/features/office/settings.ts';
import { previewOf } from './preview.ts';
import type { FormRow } from './queries.ts';
import { formsFor, insertForm, keptRows, requireForm, requireFreeName } from './stored.ts';

/** Forms by which periods are exported (导出格式). */
export const exportForms: Handlers<typeof contract> = {
  list: ({ periodKind }, { db }) => formsFor(db, periodKind),

  add({ periodKind, name }, { db, summarize }) {
    keptRows(db, periodKind);
    const uid = v7();
    insertForm(db, { uid, periodKind, name, form: usualForm(readTextSetting(db, 'office.name', '')) });
    summarize(name);
    return { uid };
  },

  copy({ uid: from, periodKind, name }, { db, summarize }) {
    const { form, periodKind: own } = requireForm(db, from);
    keptRows(db, own);
    keptRows(db, periodKind);
    const uid = v7();
    insertForm(db, { uid, periodKind, name, form });
    summarize(name);
    return { uid };
  },

  update({ uid, base, set }, { db, summarize }) {
    const { periodKind, name: storedName, form: storedForm } = requireForm(db, uid);
    const stored = { name: storedName, ...storedForm };
    const { name, ...form } = { ...stored, ...decidePatch(stored, base, set) };
    requireSound(form);
    requireFreeName(db, periodKind, name, { uid });
    const { id } = rowOf(keptRows(db, periodKind), uid);
    db.update('export_form', id, { name, content: JSON.stringify(form) });
    summarize(name);
    return { uid };
  },

  remove({ uid }, { db, summarize }) {
    const { periodKind, name } = requireForm(db, uid);
    const rows = keptRows(db, periodKind);
    if (rows.length === 1)
      throw new AppError('refused', { reason: '至少要留一个导出格式。可以先新增一个，再删除这一个。' });
    db.remove('export_form', rowOf(rows, uid).id);
    summarize(name);
    return { uid };
  },

  choose({ uid }, { db, now, summarize }) {
    const { periodKind, name } = requireForm(db, uid);
    chooseForm(db, keptRows(db, periodKind), uid, now);
    summarize(name);
    return { uid };
  },

  preview: previewOf,
};

function chooseForm(db: WriteStore, rows: readonly FormRow[], uid: string, now: number): void {
  const latest = Math.max(...rows.map(({ chosen_at: at }) => at));
  // Behind a clock that was put back it still comes first.
  db.update('export_form', rowOf(rows, uid).id, { chosen_at: Math.max(now, latest + 1) });
}

function rowOf(rows: readonly FormRow[], uid: string): FormRow {
  const found = rows.find((row) => row.uid === uid);
  if (found === undefined) throw new AppError('notFound', { what: '这个导出格式' });
  return found;
}

/** The page says the same at its place before it sends anything. @throws AppError refused */
function requireSound(form: ExportForm): void {
  const [problem] = keptFormProblems(form);
  if (problem !== undefined) throw new AppError('refused', { reason: `${problem.text}。` });
}
