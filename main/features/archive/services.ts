import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localDay } from '#shared/calendar/days.ts';
import type { archive as contract, MadeArchive } from '#shared/contract/archive.ts';
import { AppError } from '#shared/errors.ts';
import { archiveTitle, archiveZipName, INDEX_NAME } from '#shared/rules/archive/names.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';

import type { ArchiveInput, SurveyInput, WrittenArchive } from './jobs.ts';

export const archiveServices: Services<typeof contract, ServiceContext> = {
  survey({ year }, { core }) {
    const input = surveyInput(year);
    return { jobUid: core.jobs.start('archive.survey', '统计年度内容', input).uid };
  },

  async write({ year, as }, { core, caller }) {
    const officeName = await officeNameFor({ core, caller });
    const input: ArchiveInput = { ...surveyInput(year), officeName, userName: caller.userName, as };
    const job = core.jobs.start('archive.write', archiveTitle(year), input, async (result) => {
      const { path, files, leftOut, warnings, fingerprint } = result as WrittenArchive;
      const exports = (await core.read('office.exportFolder', null, caller)) as string;
      const written =
        as === 'zip'
          ? core.files.place(path, archiveZipName(year, new Date()), exports)
          : await core.files.placeFolder(path, archiveTitle(year), exports);
      const { name, folder, bytes } = written;
      const made = { year, name, folder, files, bytes, leftOut, warnings, fingerprint };
      await core.write('archive.register', made, caller, randomUUID());
      const remark = `有 ${leftOut} 项没有归档，原因见“${INDEX_NAME}”。`;
      return { ...written, remarks: leftOut === 0 ? [] : [remark] };
    });
    return { jobUid: job.uid };
  },

  async reveal({ uid }, { core, caller }) {
    const { folder, name } = (await core.read('archive.made', { uid }, caller)) as MadeArchive;
    const whole = join(folder, name);
    const index = name.endsWith('.zip') ? whole : join(whole, INDEX_NAME);
    if (!existsSync(index)) {
      const reason = `“${whole}”已经不在那里，可能移动或改名了。搬走的归档请用“核对归档”选它现在的文件夹。`;
      throw new AppError('refused', { reason });
    }
    return { opened: (await core.abilities.revealFile?.(index)) ?? false };
  },
};

function surveyInput(year: number): SurveyInput {
  const now = Date.now();
  return { year, now, today: localDay(now) };
}
