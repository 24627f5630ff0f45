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
import { libraryImport } from './import.ts';
import { fileToRead, startReading } from './keep-texts.ts';

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
    const toRead = await Promise.all(unread.map((file) => fileToRead(core, caller, file.uid)));
    const job = startReading(core, caller, uid, toRead, (failed) => {
      const nameOf = new Map(files.map((file) => [file.uid, file.name]));
      const words = failed.map((one) => `“${nameOf.get(one.attachmentUid) ?? ''}”没有读入：${one.reason}`);
      if (words.length > 0) throw new AppError('refused', { reason: words.join('\n') });
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
