import type { notices as contract } from '#shared/contract/notices.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import type { LedgerInput } from './ledger.ts';

export const noticeServices: Services<typeof contract, ServiceContext> = {
  async exportLedger({ from, to }, { core, caller }) {
    const today = localDay(Date.now());
    const officeName = ((await core.read('office.nameForSessions', null, caller)) as string | null) ?? '';
    const input: LedgerInput = { from, to, officeName, today };
    const job = core.jobs.start('notices.export', '导出督办通知台账', input, async (result) => {
      const { path } = result as { path: string };
      const folder = (await core.read('office.exportFolder', null, caller)) as string;
      const written = core.files.place(path, `督办通知台账 ${from} 至 ${to}.xlsx`, folder);
      const event = { name: 'notices.exportLedger', label: '导出督办通知台账', summary: written.name };
      await core.record({ ...event, outcome: 'done' }, caller);
      return written;
    });
    return { jobUid: job.uid };
  },
};
