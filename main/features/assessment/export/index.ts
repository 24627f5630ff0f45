import { AppError } from '#shared/errors.ts';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import { filledForm } from '#shared/rules/assessment/export-form/model.ts';
import { hasSheet } from '#shared/rules/assessment/export-form/sheets.ts';
import { neutralRemarks } from '#shared/rules/deductions/neutral-reason.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allPeriods, type PeriodRow } from '../queries.ts';
import { formsFor } from './forms/stored.ts';
import { loadExport } from './load-export.ts';
import { type ExportWatch, writePeriodWorkbook } from './write-period.ts';

/** Which workbook a command asks for. */
interface Wanted {
  /** Of the period. */
  code: string;
  /** Name of the form; null: the one taken last. */
  formName: string | null;
}

/**
 * Writes the workbook of the period with this code.
 * @returns what is to be told beside it
 * @throws AppError refused, with all codes or forms that there are
 */
export async function exportByCode(
  db: ReadStore,
  { code, formName }: Wanted,
  path: string,
  today: string,
  watch: ExportWatch,
): Promise<string[]> {
  const period = requireCode(db.all(allPeriods), code);
  const { form } = requireNamed(formsFor(db, period.kind), formName);
  const options = { ...filledForm(form, period.title), date: today };
  const content = loadExport(db, period, hasSheet(options, 'losses'));
  await writePeriodWorkbook(path, content, options, watch);
  return neutralRemarks(content.withheld);
}

function requireNamed(forms: readonly KeptForm[], wanted: string | null): KeptForm {
  const found = wanted === null ? forms[0] : forms.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const known = forms.map(({ name }) => `“${name}”`).join('、');
  throw new AppError('refused', { reason: `没有叫“${wanted ?? ''}”的导出格式。现有：${known}。` });
}

function requireCode(periods: readonly PeriodRow[], code: string): PeriodRow {
  const found = periods.find((period) => period.code.toLowerCase() === code.toLowerCase());
  if (found !== undefined) return found;
  const known = periods.map((period) => `${period.code}(${period.title})`).join('、');
  const reason =
    known === '' ? '还没有考核期。请先在程序里开启考核期。' : `没有编号为“${code}”的考核期。现有：${known}。`;
  throw new AppError('refused', { reason });
}
