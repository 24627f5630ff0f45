import type { tasks as contract } from '#shared/contract/tasks.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { placeExport } from '#main/features/files/place-export.ts';
import type { ExportInput } from './jobs.ts';

const names = { ledger: '督办台账', breakdown: '任务分解表' } as const;

export const taskServices: Services<typeof contract, ServiceContext> = {
  exportWorkbook(choice, context) {
    const { core, caller } = context;
    const input: ExportInput = { ...choice, today: localDay(Date.now()), userUid: caller.userUid };
    const name = `${names[choice.layout]} ${input.today}.xlsx`;
    const job = core.jobs.start('tasks.export', `导出${names[choice.layout]}`, input, (result) =>
      placeExport(context, { name, operation: 'tasks.exportWorkbook', label: '导出督办台账' }, result),
    );
    return { jobUid: job.uid };
  },
};
