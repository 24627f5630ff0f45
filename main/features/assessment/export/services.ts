import { randomUUID } from 'node:crypto';
import type { assessment as contract, PeriodDetail } from '#shared/contract/assessment.ts';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import { localDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { type ExportForm, filledForm } from '#shared/rules/assessment/export-form/model.ts';
import { formProblems } from '#shared/rules/assessment/export-form/problems.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { workbookFileName } from './file-name.ts';
import type { PeriodExportInput } from './jobs.ts';

const LABEL = '导出考核结果';

/** Starts the export; the form that it goes by is offered first from then on. */
export const assessmentServices: Services<typeof contract, ServiceContext> = {
  async exportWorkbook({ periodUid, formUid, once, date }, context) {
    const { core, caller } = context;
    const period = (await core.read('assessment.period', { uid: periodUid }, caller)) as PeriodDetail;
    const list = { periodKind: period.kind };
    const forms = (await core.read('exportForms.list', list, caller)) as KeptForm[];
    const [first] = forms;
    const chosen = formUid === null ? first : forms.find(({ uid }) => uid === formUid);
    if (chosen === undefined) throw new AppError('notFound', { what: '这个导出格式' });
    const form = once ?? chosen.form;
    requireSound(form);
    if (chosen.uid !== first?.uid)
      await core.write('exportForms.choose', { uid: chosen.uid }, caller, randomUUID());
    const options = { ...filledForm(form, period.title), date: date ?? localDay(Date.now()) };
    const input: PeriodExportInput = { periodUid, options };
    const name = workbookFileName(options.fileName);
    return startExport(context, { operation: 'assessment.exportWorkbook', label: LABEL, input, name });
  },
};

/** @throws AppError refused */
function requireSound(form: ExportForm): void {
  const [problem] = formProblems(form);
  if (problem !== undefined) throw new AppError('refused', { reason: `${problem.text}。` });
}
