import type { scoreSheets as contract } from '#shared/contract/score-sheets.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { startImport } from '#main/features/files/start-import.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import type { ReadSheetsInput, ScoreFormsInput, SheetsInput } from './jobs.ts';
import { STAGED_SCORES } from './staged.ts';

export const scoreSheetServices: Services<typeof contract, ServiceContext> = {
  exportWorkbook: (scope, context) =>
    startExport(context, {
      operation: 'scoreSheets.exportWorkbook',
      label: '导出空白评分表(Excel)',
      input: { scope, today: localDay(Date.now()) } satisfies SheetsInput,
      name: ({ title }: { path: string; title: string }) => `评分表 ${title}.xlsx`,
    }),

  writeForms: ({ format, ...scope }, context) =>
    startExport(context, {
      operation: 'scoreSheets.writeForms',
      label: '导出打印的评分表',
      input: { scope, format, today: localDay(Date.now()) } satisfies ScoreFormsInput,
      name: ({ name }: PrintedPapers) => `${name}.${format}`,
    }),

  readWorkbooks({ periodUid, fileTokens }, context) {
    const { userUid, roles } = context.caller;
    const files = fileTokens.map((token) => {
      const { path, name } = context.core.files.uploaded(token);
      return { path, name };
    });
    return startImport(context, {
      job: 'scoreSheets.read',
      label: '读取填好的评分表',
      kind: STAGED_SCORES,
      input: { periodUid, files, asker: { userUid, roles } } satisfies ReadSheetsInput,
    });
  },
};
