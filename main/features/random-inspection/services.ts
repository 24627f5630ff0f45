import type { randomInspection as contract } from '#shared/contract/random-inspection.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import { objectImport } from './import.ts';

/** Starts the job of an operation; the file is called as the job says. */
async function start(
  context: ServiceContext,
  operation: string,
  label: string,
  given: object,
  ending: string,
): Promise<{ jobUid: string }> {
  const officeName = await officeNameFor(context);
  return startExport(context, {
    operation: `randomInspection.${operation}`,
    label,
    input: { ...given, officeName, today: localDay(Date.now()) },
    name: ({ name }: PrintedPapers) => `${name}.${ending}`,
  });
}

export const randomInspectionServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(objectImport),
  exportPlan: (input, context) => start(context, 'exportPlan', '导出年度抽查计划', input, 'xlsx'),
  writeCertificate: (input, context) =>
    start(context, 'writeCertificate', '导出抽取证书', input, input.format),
  exportCertificate: (input, context) =>
    start(context, 'exportCertificate', '导出抽取证书文件', input, 'json'),
  exportDrawn: (input, context) => start(context, 'exportDrawn', '导出抽取结果名单', input, 'xlsx'),
  writePublication: (input, context) =>
    start(context, 'writePublication', '导出双随机公示表', input, input.format),
  exportPublication: (input, context) =>
    start(context, 'exportPublication', '导出双随机公示表', input, 'xlsx'),
};
