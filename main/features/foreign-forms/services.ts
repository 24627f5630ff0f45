import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { FillChoice, foreignForms as contract } from '#shared/contract/foreign-forms.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { keepFile, keptFile } from '#main/core/files/kept-files.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { FormContent } from './index.ts';
import type { FillInput } from './jobs.ts';

export const foreignFormServices: Services<typeof contract, ServiceContext> = {
  add: ({ fileToken, name }, context) =>
    keepSound(fileToken, context, '新增上级表格', (file) => ({
      operation: 'foreignForms.keep',
      row: { name, ...file },
    })),

  replace: ({ uid, fileToken }, context) =>
    keepSound(fileToken, context, '更换上级表格', (file) => ({
      operation: 'foreignForms.keepVersion',
      row: { uid, ...file },
    })),

  async open({ uid }, context) {
    const { path } = await contentOf(uid, context);
    return { jobUid: context.core.jobs.start('foreignForms.open', '打开上级表格', { path }).uid };
  },

  async preview(choice, context) {
    const { input } = await fillInput(choice, context);
    return { jobUid: context.core.jobs.start('foreignForms.preview', '预览填好的表格', input).uid };
  },

  async fillIn(choice, context) {
    const { input, content } = await fillInput(choice, context);
    // A form with macros stays one.
    const ending = extname(content.fileName).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
    const name = `${content.name} ${choice.from}至${choice.to}${ending}`;
    return startExport(context, { operation: 'foreignForms.fillIn', label: '填写上级表格', input, name });
  },
};

interface KeptRow {
  operation: string;
  row: Record<string, unknown>;
}

/** What cannot be read is not kept. */
function keepSound(
  fileToken: string,
  { core, caller }: ServiceContext,
  label: string,
  rowOf: (file: { fileName: string; bytes: number; sha256: string }) => KeptRow,
): { jobUid: string } {
  const { path, name: fileName, bytes, sha256 } = core.files.uploaded(fileToken);
  const job = core.jobs.start('foreignForms.read', label, { path }, async () => {
    // The bytes first: a row never names a file that is not there.
    keepFile(core.dataFolder, path, sha256);
    const { operation, row } = rowOf({ fileName, bytes, sha256 });
    return core.write(operation, row, caller, randomUUID());
  });
  return { jobUid: job.uid };
}

async function contentOf(
  uid: string,
  { core, caller }: ServiceContext,
): Promise<{ path: string; content: FormContent }> {
  const content = (await core.read('foreignForms.content', { uid }, caller)) as FormContent;
  return { path: await keptFile(core.dataFolder, content.sha256), content };
}

async function fillInput(
  { uid, from, to, periodUid }: FillChoice,
  context: ServiceContext,
): Promise<{ input: FillInput; content: FormContent }> {
  const { path, content } = await contentOf(uid, context);
  const { userUid, secretKey } = context.caller;
  const caller = secretKey === undefined ? { userUid } : { userUid, secretKey };
  const days = { from, to, today: localDay(Date.now()) };
  return { input: { path, pointing: content.pointing, caller, periodUid, ...days }, content };
}
