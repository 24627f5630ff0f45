import type { history as contract } from '#shared/contract/history.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { LogExportInput } from './export.ts';

/** Undo and redo run in the writer thread like every write, but undo whatever feature it was. */
export const historyServices: Services<typeof contract, ServiceContext> = {
  undo: ({ operationUid }, { core, caller }) => core.takeBack('undo', operationUid ?? null, caller),
  redo: (_input, { core, caller }) => core.takeBack('redo', null, caller),

  async notePrint({ page, filter, count }, { core, caller }) {
    const summary = [page, filter === '' ? '' : `条件：${filter}`, count]
      .filter((part) => part !== '')
      .join('；');
    await core.record({ name: 'history.notePrint', label: '打印', summary, outcome: 'done' }, caller);
    return { noted: true };
  },

  async exportLog(filter, context) {
    const now = Date.now();
    const { roles } = context.caller;
    const input: LogExportInput = { filter, roles, officeName: await officeNameFor(context), now };
    const name = `操作日志 ${localDay(now)}.xlsx`;
    return startExport(context, { operation: 'history.exportLog', label: '导出操作日志', input, name });
  },
};
