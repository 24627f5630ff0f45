import type { keySites as contract } from '#shared/contract/key-sites.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { startImport } from '#main/features/files/start-import.ts';
import type { ReadSitesInput } from './import/job.ts';
import { STAGED_SITES } from './import/staged.ts';
import type { LedgerInput } from './ledger.ts';

const EXPORT_LABEL = '导出重点单位台账';

export const keySiteServices: Services<typeof contract, ServiceContext> = {
  readPaste: ({ text, placeUid }, context) =>
    startReading({ source: { text }, placeUid, today: today() }, context),

  readWorkbook({ fileToken, sheet, placeUid }, context) {
    const { path } = context.core.files.uploaded(fileToken);
    return startReading({ source: { path, sheet }, placeUid, today: today() }, context);
  },

  async exportLedger({ filter, uids }, context) {
    const { core, caller } = context;
    const officeName = ((await core.read('office.nameForSessions', null, caller)) as string | null) ?? '';
    const input: LedgerInput = { filter, uids, officeName, today: today() };
    const name = `重点单位台账 ${input.today}.xlsx`;
    return startExport(context, { operation: 'keySites.exportLedger', label: EXPORT_LABEL, input, name });
  },
};

function startReading(input: ReadSitesInput, context: ServiceContext): { jobUid: string } {
  return startImport(context, { job: 'keySites.read', label: '读取重点单位', kind: STAGED_SITES, input });
}

function today(): string {
  return localDay(Date.now());
}
