import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { startExport, startFolderExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { ExportAllInput } from './export-all.ts';
import { wholeName } from './names.ts';

export async function startExportAll(
  as: 'folder' | 'zip',
  context: ServiceContext,
): Promise<{ jobUid: string }> {
  const { core, caller } = context;
  const now = new Date();
  const input: ExportAllInput = {
    as,
    name: wholeName(now),
    office: await officeNameFor(context),
    userName: caller.userName,
    programVersion: core.version,
    now: now.getTime(),
  };
  const start = as === 'folder' ? startFolderExport : startExport;
  return start(context, {
    operation: 'exchange.exportAll',
    label: '导出全部数据',
    input,
    name: as === 'folder' ? input.name : `${input.name}.zip`,
  });
}
