import type { assessment as contract } from '#shared/contract/assessment.ts';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { requirePeriod } from '../load-group.ts';
import { exportOptionsFor, OPTIONS_SETTING } from './options.ts';

type Names = 'exportOptions' | 'rememberExportOptions';

/** What the exported workbook says besides the scores, and that it is remembered. */
export const exportHandlers: Pick<Handlers<typeof contract>, Names> = {
  exportOptions: ({ periodUid }, { db, today }) => exportOptionsFor(db, requirePeriod(db, periodUid), today),

  rememberExportOptions({ date: _date, ...options }: ExportOptions, { db, summarize }) {
    writeSetting(db, OPTIONS_SETTING, options);
    summarize(options.title);
    return { remembered: true };
  },
};
