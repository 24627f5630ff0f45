import * as z from 'zod';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import type { PeriodKind } from '#shared/contract/period-kinds.ts';
import type { ExportForm, SheetForm } from '#shared/rules/assessment/export-form/model.ts';
import { columnDefinitions } from '#shared/rules/assessment/export-form/definitions.ts';
import { PERIOD_PLACE } from '#shared/rules/assessment/export-form/model.ts';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting, readTextSetting } from '#main/features/office/settings.ts';

/*
 * What an office has before it keeps a form: the usual one, or what it had changed in it while there was one for all
 * periods.
 */

const EARLIER_SETTING = 'assessment.export';
const FIRST_NAME = '常用格式';

/** Always the same, so that a page knows it again once it is kept. */
const firstUids: Readonly<Record<PeriodKind, string>> = {
  quarter: '01990000-0000-7000-8000-0000000000e1',
  halfYear: '01990000-0000-7000-8000-0000000000e2',
  year: '01990000-0000-7000-8000-0000000000e3',
  spotCheck: '01990000-0000-7000-8000-0000000000e4',
};

const earlierSchema = z.object({
  title: z.string(),
  unit: z.string(),
  signatures: z.array(z.string()),
  columnNames: z.record(z.string(), z.string()),
  fileName: z.string(),
});
type Earlier = z.infer<typeof earlierSchema>;

export function firstForm(db: ReadStore, periodKind: PeriodKind): KeptForm {
  const usual = usualForm(readTextSetting(db, 'office.name', ''));
  const earlier = readSetting<Earlier | null>(db, EARLIER_SETTING, null, isEarlier);
  const form = earlier === null ? usual : asEarlier(usual, earlier);
  return { uid: firstUids[periodKind], periodKind, name: FIRST_NAME, form };
}

function isEarlier(value: unknown): value is Earlier {
  return earlierSchema.safeParse(value).success;
}

/** A file name without the period's name was for one workbook only. */
function asEarlier(
  usual: ExportForm,
  { columnNames, title, unit, signatures, fileName }: Earlier,
): ExportForm {
  return {
    ...usual,
    title,
    unit,
    signatures,
    fileName: fileName.includes(PERIOD_PLACE) ? fileName : usual.fileName,
    sheets: usual.sheets.map((sheet) => renamedColumns(sheet, columnNames)),
  };
}

/** They were kept by their usual names, one name for all sheets. */
function renamedColumns(sheet: SheetForm, names: Readonly<Record<string, string>>): SheetForm {
  const usual = new Map(columnDefinitions(sheet.kind).map(({ key, name }) => [key, name]));
  const columns = sheet.columns.map((column) => {
    const [, base = '', rest = ''] = /^([^（]*)(.*)$/u.exec(usual.get(column.key) ?? '') ?? [];
    const name = names[base];
    return name === undefined ? column : { ...column, name: `${name}${rest}` };
  });
  return { ...sheet, columns };
}
