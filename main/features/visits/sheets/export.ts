import { join } from 'node:path';
import type { SheetScope } from '#shared/contract/visit-sheets.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { fileTitle, requireKnown, type Started } from '#main/features/campaigns/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { askedAt } from '../checklists.ts';
import { figuresOf } from '../figures.ts';
import { sheetTargets } from './targets.ts';
import { recordSheets } from './workbook.ts';

export interface SheetsInput extends Started {
  campaignUid: string;
  scope: SheetScope;
}

/** 检查记录表, a sheet for each target. @returns path in the job's own folder */
export async function exportRecordSheets(
  { campaignUid, scope, today, by: caller }: SheetsInput,
  job: JobContext,
): Promise<{ path: string; title: string }> {
  job.progress(null, '写入检查记录表');
  const context = { ...job, today, caller };
  const campaign = requireKnown(context, campaignUid);
  const targets = sheetTargets(context, campaign, scope);
  const sheets = recordSheets(targets, {
    title: campaign.title,
    office: paperSettings(job.db).printer,
    checklists: askedAt(job.db, campaign, undefined).checklists,
    figures: figuresOf(job.db),
  });
  const path = join(job.temporaryFolder, 'record-sheets.xlsx');
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  const team = scope.kind === 'team' ? ` ${targets[0]?.trip?.team ?? ''}` : '';
  return { path, title: fileTitle(campaign, `${campaign.title}${team}`) };
}
