import type { CampaignSchedule, schedules as contract } from '#shared/contract/schedules.ts';
import { AppError } from '#shared/errors.ts';
import { visitedPins } from '#shared/rules/schedule/visited-pins.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import type { SolveRequest } from '#main/core/solver/job.ts';
import { startedBy } from '#main/features/campaigns/index.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import type { ScheduleExportInput, ScheduleSheetInput, TaskSheetsJobInput } from './jobs.ts';

export const scheduleServices: Services<typeof contract, ServiceContext> = {
  async solve({ uid, keepsPlan }, { core, caller }) {
    const schedule = (await core.read('schedules.get', { uid }, caller)) as CampaignSchedule;
    const { problem, plan, settings } = schedule;
    if (problem.places.length === 0)
      throw new AppError('refused', { reason: '还没有要排的督查对象，请先在“督查对象”里列入。' });
    if (problem.inspectors.length === 0)
      throw new AppError('refused', { reason: '没有可以派出的督查人员，请先在“督查人员”里登记。' });
    const input: SolveRequest = {
      problem: {
        ...problem,
        pins: [...problem.pins, ...visitedPins(problem, plan, schedule.visitedIds)],
        basePlan: keepsPlan ? plan : null,
      },
      seconds: settings.seconds,
    };
    const job = core.jobs.start('schedule.solve', '排程', input);
    return { jobUid: job.uid };
  },

  writeSheet: (input, context) =>
    startExport(context, {
      operation: 'schedules.writeSheet',
      label: '导出分组日程',
      input: { ...input, ...startedBy(context) } satisfies ScheduleSheetInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),

  writeTaskSheets: (input, context) =>
    startExport(context, {
      operation: 'schedules.writeTaskSheets',
      label: '导出任务单',
      input: { ...input, ...startedBy(context) } satisfies TaskSheetsJobInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),

  exportWorkbook: ({ uid }, context) =>
    startExport(context, {
      operation: 'schedules.exportWorkbook',
      label: '导出分组日程(Excel)',
      input: { uid, ...startedBy(context) } satisfies ScheduleExportInput,
      name: ({ title }: { path: string; title: string }) => `分组日程 ${title}.xlsx`,
    }),
};
