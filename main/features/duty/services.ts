import type { duty as contract } from '#shared/contract/duty.ts';
import type { dutyLog as logContract } from '#shared/contract/duty-log.ts';
import type { DutyPeriodRow } from '#shared/contract/duty-views.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { dutyPersonImport } from './people-import.ts';
import type { ProposeInput } from './propose/job.ts';
import type { LogSheetInput, SheetInput } from './sheet-job.ts';
import type { RosterExportInput } from './workbook.ts';

export const dutyLogServices: Services<typeof logContract, ServiceContext> = {
  writeSheet: (input, context) =>
    startExport(context, {
      operation: 'dutyLog.writeSheet',
      label: '导出值班日志',
      input: input satisfies LogSheetInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),
};

export const dutyServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(dutyPersonImport),

  propose(input, { core }) {
    const job = core.jobs.start('duty.propose', '自动排班', input satisfies ProposeInput);
    return { jobUid: job.uid };
  },

  writeSheet: (input, context) =>
    startExport(context, {
      operation: 'duty.writeSheet',
      label: '导出值班表',
      input: { ...input, now: Date.now() } satisfies SheetInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),

  async exportRoster({ uid }, context) {
    const { core, caller } = context;
    const officeName = await officeNameFor(context);
    const periods = (await core.read('duty.periods', undefined, caller)) as DutyPeriodRow[];
    const period = periods.find((each) => each.uid === uid);
    const now = Date.now();
    const input: RosterExportInput = { uid, officeName, today: localDay(now), now };
    const name = `${period?.name ?? ''}值班表.xlsx`;
    return startExport(context, { operation: 'duty.exportRoster', label: '导出值班表(Excel)', input, name });
  },
};
