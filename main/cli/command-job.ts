import { AppError } from '#shared/errors.ts';
import { createUnpackArchive } from '#main/core/archives/unpack-archive.ts';
import { createTextReader } from '#main/core/documents/read/text-reader.ts';
import { createBatchReader } from '#main/core/excel/read/batch-reader.ts';
import { forkReader } from '#main/core/excel/read/fork-reader.ts';
import { createWorkbookReader } from '#main/core/excel/read/reader-process.ts';
import { createFileKeeper } from '#main/core/files/file-keeper.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { programFolders } from '#main/core/program.ts';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import type { Terminal } from './command.ts';

const STEPS_SAID = 20;

/** What a job works with, where a command does its work. */
export function commandJob(
  given: Pick<JobContext, 'db' | 'dataFolder' | 'temporaryFolder'>,
  terminal: Terminal,
): JobContext {
  const { renderer, resources } = programFolders();
  const workbooks = createWorkbookReader(forkReader);
  const texts = createTextReader(forkReader);
  let said = -1;
  return {
    ...given,
    resourcesFolder: resources,
    readWorkbook: (path) => workbooks.read(path),
    readTable: (path, sheet) => workbooks.readTable(path, sheet),
    openBatchReader: () => createBatchReader(forkReader),
    unpack: createUnpackArchive(forkReader),
    keepFile: (path, sha256) => keepFile(given.dataFolder, path, sha256),
    openFileKeeper: () => createFileKeeper(given.dataFolder),
    printPdf: createChromiumPdf(renderer),
    readTextDocument: (path) => texts.read(path),
    progress(progress, step) {
      const part = progress === null ? said : Math.floor(progress * STEPS_SAID);
      if (part === said) return;
      said = part;
      terminal.say(`${Math.round((progress ?? 0) * 100)}% ${step}`);
    },
    throwIfCancelled() {
      if (terminal.signal.aborted) throw new AppError('cancelled');
    },
    isEnough: () => false,
  };
}
