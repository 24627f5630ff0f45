import { exportFormSchema, type KeptForm } from '#shared/contract/export-forms.ts';
import { type PeriodKind, periodKinds } from '#shared/contract/period-kinds.ts';
import { AppError } from '#shared/errors.ts';
import type { ExportForm } from '#shared/rules/assessment/export-form/model.ts';
import { withAllSheets } from '#shared/rules/assessment/export-form/sheets.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { firstForm } from './first-form.ts';
import { type FormRow, formsOfKind } from './queries.ts';

/** The forms for one kind of period, the one taken last first; an office that keeps none has the first one. */
export function formsFor(db: ReadStore, periodKind: PeriodKind): KeptForm[] {
  const kept = db.all(formsOfKind, { periodKind });
  return kept.length === 0 ? [firstForm(db, periodKind)] : kept.map(toForm);
}

/** Of whatever kind of period. @throws AppError notFound */
export function requireForm(db: ReadStore, uid: string): KeptForm {
  const found = periodKinds.flatMap((kind) => formsFor(db, kind)).find((form) => form.uid === uid);
  if (found === undefined) throw new AppError('notFound', { what: '这个导出格式' });
  return found;
}

/**
 * The rows of a kind of period, to be changed; the first form becomes a row of its own by that.
 */
export function keptRows(db: WriteStore, periodKind: PeriodKind): FormRow[] {
  if (db.all(formsOfKind, { periodKind }).length === 0) {
    const { uid, name, form } = firstForm(db, periodKind);
    insertForm(db, { uid, periodKind, name, form });
  }
  return db.all(formsOfKind, { periodKind });
}

/** @throws AppError duplicate */
export function insertForm(db: WriteStore, { uid, periodKind, name, form }: KeptForm): void {
  requireFreeName(db, periodKind, name);
  db.insert('export_form', {
    uid,
    period_kind: periodKind,
    name,
    content: JSON.stringify(form),
    chosen_at: 0,
  });
}

/** @param except the form that may keep its name @throws AppError duplicate */
export function requireFreeName(
  db: ReadStore,
  periodKind: PeriodKind,
  name: string,
  except?: { uid: string },
): void {
  const taken = db.all(formsOfKind, { periodKind }).find((row) => row.name === name);
  if (taken !== undefined && taken.uid !== except?.uid)
    throw new AppError('duplicate', { what: '导出格式', value: name });
}

function toForm({ uid, period_kind: periodKind, name, content }: FormRow): KeptForm {
  const form: ExportForm = exportFormSchema.parse(JSON.parse(content));
  return { uid, periodKind, name, form: withAllSheets(form) };
}
