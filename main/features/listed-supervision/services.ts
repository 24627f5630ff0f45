import type { listedSupervision as contract } from '#shared/contract/listed-supervision.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import type { LedgerInput } from './ledger.ts';

export const listedSupervisionServices: Services<typeof contract, ServiceContext> = {
  async exportLedger({ view }, { core, caller }) {
    const today = localDay(Date.now());
    const officeName = ((await core.read('office.nameForSessions', null, caller)) as string | null) ?? '';
    const input: LedgerInput = { view, officeName, today };
    const job = core.jobs.start('listedSupervision.export', '导出挂牌督办一览表', input, async (result) => {
      const { path } = result as { path: string };
      const folder = (await core.read('office.exportFolder', null, caller)) as string;
      const written = core.files.place(path, `挂牌督办一览表 ${today}.xlsx`, folder);
      await core.record(
        {
          name: 'listedSupervision.exportLedger',
          label: '导出挂牌督办一览表',
          summary: written.name,
          outcome: 'done',
        },
        caller,
      );
      return written;
    });
    return { jobUid: job.uid };
  },
};
