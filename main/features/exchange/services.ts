import type { exchange as contract, WaitingPack } from '#shared/contract/exchange.ts';
import { PACK_ENDING } from '#shared/pack-ending.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { backUpBeforeImport } from '#main/features/backups/before-import.ts';
import { recordFailure } from '#main/features/files/record-failure.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { MakeInput, OpenedPack, OpenInput } from './jobs.ts';
import type { PreviewInput } from './preview-job.ts';
import { STAGED_PACK } from './staged-pack.ts';
import { startExportAll } from './whole/start-export-all.ts';
import { startImportAll } from './whole/start-import-all.ts';

export const exchangeServices: Services<typeof contract, ServiceContext> = {
  async make(choice, context) {
    const { core, caller } = context;
    const now = Date.now();
    const input: MakeInput = {
      ...choice,
      office: await officeNameFor(context),
      userName: caller.userName,
      programVersion: core.version,
      now,
    };
    return startExport(context, {
      operation: 'exchange.make',
      label: '制作数据包',
      input,
      name: `数据包-${localDay(now)}${PACK_ENDING}`,
    });
  },

  takeHanded: (_input, { core }) => core.handed.take(core.files),

  open({ fileToken, password }, { core, caller }) {
    const input: OpenInput = { path: core.files.uploaded(fileToken).path, password };
    const line = { name: 'exchange.open', label: '打开数据包' };
    const job = core.jobs.start(line.name, line.label, input, async (opened) => {
      // Made by our own job, in this form.
      const { header, payloadFile } = opened as OpenedPack;
      core.files.discard(fileToken);
      const stagedUid = await core.stage(STAGED_PACK, { file: payloadFile }, caller);
      const summary = `${header.office} ${header.madeBy} 的包，${header.rows} 条`;
      await backUpBeforeImport({ core, caller }, header.rows, 'beforeMerge');
      await core.record({ ...line, summary, outcome: 'done' }, caller);
      return { stagedUid, header } satisfies WaitingPack;
    });
    recordFailure({ core, caller }, job, line);
    return { jobUid: job.uid };
  },

  preview({ stagedUid, answers }, { core, caller: { userUid, roles } }) {
    const input: PreviewInput = { stagedUid, answers, caller: { userUid, roles } };
    return { jobUid: core.jobs.start('exchange.preview', '核对数据包', input).uid };
  },

  exportAll: ({ as }, context) => startExportAll(as, context),
  importAll: ({ folder }, context) => startImportAll(folder, context),
};
