import { randomUUID } from 'node:crypto';
import { localDay } from '#shared/calendar/days.ts';
import type { collectionReturns as contract, ReceivedFiles } from '#shared/contract/collection-returns.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import type { AfterJob } from '#main/core/jobs/jobs.ts';
import { backUpBeforeImport } from '#main/features/backups/before-import.ts';
import { startExport, startFolderExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { HandedOut, HandOutInput } from '../hand-out.ts';
import type { ReadReturns, ReadReturnsInput } from './read-job.ts';

/** As many as a PC of an office has processors to spare. */
const READERS = 2;
const nothingKept: Omit<ReceivedFiles, 'refused'> = { correct: 0, mustCorrect: 0, again: 0, units: [] };

export const collectionReturnServices: Services<typeof contract, ServiceContext> = {
  receive({ uid, fileTokens }, { core, caller }) {
    const files = fileTokens.map((token) => {
      const { path, name, bytes, sha256 } = core.files.uploaded(token);
      return { path, name, print: { bytes, sha256 } };
    });
    const input: ReadReturnsInput = {
      collectionUid: uid,
      files,
      today: localDay(Date.now()),
      readers: READERS,
    };
    const ahead = Math.min(READERS, files.length);
    const keep: AfterJob = async (read) => {
      // Made by our own job, in this form.
      const { refused, payloadFile } = read as ReadReturns;
      for (const token of fileTokens) core.files.discard(token);
      if (payloadFile === null) return { ...nothingKept, refused } satisfies ReceivedFiles;
      const kept = await core.write('collectionReturns.keep', { uid }, caller, randomUUID(), { payloadFile });
      return { ...(kept as Omit<ReceivedFiles, 'refused'>), refused } satisfies ReceivedFiles;
    };
    return { jobUid: core.jobs.start('collectionReturns.receive', '收表', input, keep, ahead).uid };
  },

  async backUpFirst({ cells }, context) {
    const backup = await backUpBeforeImport(context, cells, 'beforeMerge');
    // Where it does not succeed, that stands on the page of backups; merging can be undone.
    const state = await backup?.finished;
    return { isMade: state?.status === 'done' };
  },

  async exportCorrections({ uid, unitUids, as }, context) {
    const office = await officeNameFor(context);
    const input: HandOutInput = { uid, unitUids, as: unitUids.length === 1 ? 'file' : as, office };
    const start = input.as === 'folder' ? startFolderExport : startExport;
    return start(context, {
      operation: 'collectionReturns.exportCorrections',
      label: '导出更正清单',
      input,
      name: ({ name }: HandedOut) => name,
    });
  },
};
