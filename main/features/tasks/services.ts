import type { tasks as contract } from '#shared/contract/tasks.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { withoutEnding } from '#main/core/files/file-names.ts';
import { placeExport } from '#main/features/files/place-export.ts';
import { monthWords } from '#shared/rules/tasks/monthly-report.ts';
import type { ExportInput } from './jobs.ts';
import { startOpening } from './open-text.ts';
import type { ReportExportInput } from './report-export.ts';

const names = { ledger: '督办台账', breakdown: '任务分解表' } as const;

export const taskServices: Services<typeof contract, ServiceContext> = {
  openText({ fileToken }, { core }) {
    const { path, name } = core.files.uploaded(fileToken);
    return startOpening({ path, fileName: name, sourceText: withoutEnding(name) }, core);
  },

  exportWorkbook(choice, context) {
    const { core, caller } = context;
    const input: ExportInput = { ...choice, today: localDay(Date.now()), userUid: caller.userUid };
    const name = `${names[choice.layout]} ${input.today}.xlsx`;
    const job = core.jobs.start('tasks.export', `导出${names[choice.layout]}`, input, (result) =>
      placeExport(context, { name, operation: 'tasks.exportWorkbook', label: '导出督办台账' }, result),
    );
    return { jobUid: job.uid };
  },

  exportMonthlyReport(choice, context) {
    const input: ReportExportInput = { ...choice, today: localDay(Date.now()) };
    const label = '导出督办月度统计';
    const name = `${monthWords(choice.month)}督办任务完成情况.xlsx`;
    const job = context.core.jobs.start('tasks.exportReport', label, input, (result) =>
      placeExport(context, { name, operation: 'tasks.exportMonthlyReport', label }, result),
    );
    return { jobUid: job.uid };
  },
};
