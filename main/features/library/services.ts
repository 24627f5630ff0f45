import { randomUUID } from 'node:crypto';
import { localDay } from '#shared/calendar/days.ts';
import type { LibraryDetail, library as contract } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { keptAttachment } from '#main/features/attachments/kept-attachment.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { startOpening } from '#main/features/tasks/open-text.ts';
import type { LibraryExport } from './export.ts';
import type { FileToRead, ReadFileTexts } from './file-texts.ts';
import { libraryImport } from './import.ts';

export const libraryServices: Services<typeof contract, ServiceContext> = {
  async openText({ uid, attachmentUid }, { core, caller }) {
    const { title } = (await core.read('library.get', { uid }, caller)) as LibraryDetail;
    const { path, name, subject } = await keptAttachment(attachmentUid, { core, caller });
    if (subject.uid !== uid) throw new AppError('notFound', { what: '这份文件的附件' });
    return startOpening({ path, fileName: name, sourceText: `《${title}》` }, core);
  },

  async readFiles({ uid }, { core, caller }) {
    const { files } = (await core.read('library.get', { uid }, caller)) as LibraryDetail;
    const unread = files.filter(({ isRead }) => !isRead);
    const input = await Promise.all(
      unread.map(async (file): Promise<FileToRead> => {
        const { path, name } = await keptAttachment(file.uid, { core, caller });
        return { attachmentUid: file.uid, path, name };
      }),
    );
    const job = core.jobs.start('library.readFiles', '读入附件文字', input, async (result) => {
      const read = result as ReadFileTexts;
      if (read.files.length > 0)
        await core.write('library.keepFileTexts', { uid, files: read.files }, caller, randomUUID());
      if (read.problems.length > 0) throw new AppError('refused', { reason: read.problems.join('\n') });
      return null;
    });
    return { jobUid: job.uid };
  },

  readTable: readTableOf(libraryImport),

  async exportList(filter, context) {
    const today = localDay(Date.now());
    const input: LibraryExport = { filter, officeName: await officeNameFor(context), today };
    const name = `法规和文件目录 ${today}.xlsx`;
    return startExport(context, { operation: 'library.exportList', label: '导出文件目录', input, name });
  },
};
