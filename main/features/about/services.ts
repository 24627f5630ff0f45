import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { localDay } from '#shared/calendar/days.ts';
import type { about as contract, DiagnosisText, LicenceText } from '#shared/contract/about.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { licenceFile, programBuild } from '#main/core/program.ts';
import { systemCode } from '#main/core/system-code.ts';
import { sqliteInUse } from '#main/core/store/database.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { DiagnoseInput } from './jobs.ts';

const DIAGNOSIS = '生成诊断信息';

/** What runs here, what it is made of, and what support needs to know of it. */
export const aboutServices: Services<typeof contract, ServiceContext> = {
  state(_input, { core }) {
    const { version: sqlite, driver } = sqliteInUse();
    return {
      version: core.version,
      build: programBuild,
      node: process.versions.node,
      electron: process.versions['electron'] ?? null,
      sqlite,
      driver,
      system: `${process.platform} ${release()} ${process.arch}`,
      dataFolder: core.dataFolder,
    };
  },

  async licences() {
    try {
      return JSON.parse(await readFile(licenceFile(), 'utf8')) as LicenceText[];
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      throw new AppError('refused', {
        reason: '程序文件夹里缺少许可证清单，文件可能没有解压完整，请重新安装(解压)程序。',
      });
    }
  },

  diagnose(_input, { core, caller }) {
    const input: DiagnoseInput = { programVersion: core.version, host: caller.host, now: Date.now() };
    return { jobUid: core.jobs.start('about.diagnose', DIAGNOSIS, input).uid };
  },

  saveDiagnosis({ diagnosisUid }, context) {
    const { status, label, result } = context.core.jobs.get(diagnosisUid);
    if (status !== 'done' || label !== DIAGNOSIS)
      throw new AppError('refused', { reason: '诊断信息已经不在，请重新生成。' });
    return startExport(context, {
      operation: 'about.saveDiagnosis',
      label: '保存诊断信息',
      input: { texts: result as DiagnosisText[] },
      name: `诊断信息 ${localDay(Date.now())}.zip`,
    });
  },
};
