import { localDay } from '#shared/calendar/days.ts';
import type { findings as contract } from '#shared/contract/findings.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { startedBy } from '#main/features/campaigns/index.ts';
import { findingImport } from './import.ts';
import type { LedgerInput } from './export.ts';
import type { ResultsInput } from './results/export.ts';

export const findingServices: Services<typeof contract, ServiceContext> = {
  countAll(filter, { core }) {
    const job = core.jobs.start('findings.countAll', '统计问题隐患数', {
      filter,
      today: localDay(Date.now()),
    });
    return { jobUid: job.uid };
  },

  addUp(scope, context) {
    const input: ResultsInput = { scope, ...startedBy(context) };
    return { jobUid: context.core.jobs.start('findings.addUp', '统计问题隐患', input).uid };
  },

  readTable: readTableOf(findingImport),

  exportLedger(choice, context) {
    const input: LedgerInput = { ...choice, ...startedBy(context) };
    return startExport(context, {
      operation: 'findings.exportLedger',
      label: '导出问题清单和整改台账',
      input,
      name: ({ mark }: { path: string; mark: string }) => `问题清单和整改台账${mark} ${input.today}.xlsx`,
    });
  },

  exportResults(scope, context) {
    const input: ResultsInput = { scope, ...startedBy(context) };
    const name = `问题隐患统计 ${input.today}.xlsx`;
    return startExport(context, { operation: 'findings.exportResults', label: '导出问题统计', input, name });
  },
};
