import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localDay } from '#shared/calendar/days.ts';
import type { archive as contract, MadeArchive } from '#shared/contract/archive.ts';
import { AppError } from '#shared/errors.ts';
import { archiveTitle, archiveZipName, INDEX_NAME } from '#shared/rules/archive/names.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport, startFolderExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { ArchiveInput, SurveyInput, WrittenArchive } from './jobs.ts';

export const archiveServices: Services<typeof contract, ServiceContext> = {
  survey({ year }, { core }) {
    const input = surveyInput(year);
    return { jobUid: core.jobs.start('archive.survey', '统计年度内容', input).uid };
  },

  async write({ year, as }, context) {
    const { core, caller } = context;
    const officeName = await officeNameFor(context);
    const start = as === 'zip' ? startExport : startFolderExport;
    return start(context, {
      operation: 'archive.write',
      label: '年度归档',
      input: { ...surveyInput(year), officeName, userName: caller.userName, as } satisfies ArchiveInput,
      name: as === 'zip' ? archiveZipName(year, new Date()) : archiveTitle(year),
      onPlaced({ name, folder, bytes }, { files, leftOut, warnings, fingerprint }: WrittenArchive) {
        const made = { year, name, folder, files, bytes, leftOut, warnings, fingerprint };
        return core.write('archive.register', made, caller, randomUUID());
      },
    });
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
