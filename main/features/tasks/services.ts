import type { tasks as contract } from '#shared/contract/tasks.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { withoutEnding } from '#main/core/files/file-names.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { monthWords } from '#shared/rules/tasks/monthly-report.ts';
import { taskImport } from './import.ts';
import type { ExportInput } from './jobs.ts';
import { startOpening } from './open-text.ts';
import type { ReportExportInput } from './report-export.ts';

const names = { ledger: '督办台账', breakdown: '任务分解表' } as const;

export const taskServices: Services<typeof contract, ServiceContext> = {
  openText({ fileToken }, { core }) {
    const { path, name } = core.files.uploaded(fileToken);
    return startOpening({ path, fileName: name, sourceText: withoutEnding(name) }, core);
  },

  readTable: readTableOf(taskImport),

  exportWorkbook(choice, context) {
    const { userUid } = context.caller;
    const input: ExportInput = { ...choice, today: localDay(Date.now()), userUid };
    const what = names[choice.layout];
    const name = `${what} ${input.today}.xlsx`;
    return startExport(context, { operation: 'tasks.exportWorkbook', label: `导出${what}`, input, name });
  },

  exportMonthlyReport(choice, context) {
    const input: ReportExportInput = { ...choice, today: localDay(Date.now()) };
    const label = '导出督办月度统计';
    const name = `${monthWords(choice.month)}督办任务完成情况.xlsx`;
    return startExport(context, { operation: 'tasks.exportMonthlyReport', label, input, name });
  },
};
